import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Credentials } from '../credentials.ts'
import type { Clock } from '../shared/clock.ts'
import { createSystem, openSystem, type SystemHandle } from '../shared/system.ts'
import { text } from '../shared/tree.ts'
import { failure, LibraryRefusal, libraryProtocol, success } from './envelope.ts'
import type { Library } from './library.ts'
import { libraryOperations } from './operations.ts'
import { createTifGuard } from './tif.ts'

/** The provincial item library. */
export interface ItemsSystem extends SystemHandle {
  /** Publishes a new version of an item. @throws TypeError for an unknown 33-character code. */
  revise(handleCode: string, change?: { readonly name?: string }): void
  /** Withdraws an item: gone from `list`, a short row in `changes`. @throws TypeError for an unknown code. */
  withdraw(handleCode: string): void
}

export interface ItemsOptions {
  readonly host: string
  readonly port: number
  readonly clock: Clock
  readonly credentials: Credentials['items']
  readonly library: Library
}

const routes = [
  ['GET', '/openapi/zwfw/v2/items', 'list'],
  ['POST', '/openapi/zwfw/v2/items/batch', 'byCodes'],
  ['GET', '/openapi/zwfw/v2/items/changes', 'changes'],
  ['POST', '/openapi/zwfw/v2/depts/batch', 'agencies'],
] as const

export const startItems = async ({ host, port, clock, credentials, library }: ItemsOptions) => {
  const system = createSystem(Object.keys(libraryOperations), clock, () => failure('40001', '参数错误:body'))
  const guard = createTifGuard(credentials.paasid, credentials.token)

  const respond = (operation: keyof typeof libraryOperations) => (request: FastifyRequest, reply: FastifyReply) => {
    const work = (now: Clock) => {
      const refusal = guard(request.headers, now)
      if (refusal) return failure(refusal.code, refusal.message)
      try {
        return success(libraryOperations[operation](library, request.method === 'GET' ? request.query : request.body))
      } catch (error) {
        if (error instanceof LibraryRefusal) return failure(error.code, error.message)
        throw error
      }
    }
    return system.respond({ operation, protocol: libraryProtocol, work }, reply)
  }

  for (const [method, url, operation] of routes) system.app.route({ method, url, handler: respond(operation) })
  system.app.post('/__control/revise', ({ body }) => ({
    seq: library.revise(text(body, 'code'), { name: text(body, 'name') || undefined }).seq,
  }))
  system.app.post('/__control/withdraw', ({ body }) => ({ seq: library.withdraw(text(body, 'code')).seq }))

  const handle: ItemsSystem = {
    ...(await openSystem(system, host, port)),
    revise: (code, change = {}) => void library.revise(code, change),
    withdraw: (code) => void library.withdraw(code),
  }
  return { handle, close: () => system.app.close() }
}

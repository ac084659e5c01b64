import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Credentials } from '../credentials.ts'
import type { Clock } from '../shared/clock.ts'
import { createSystem, openSystem, type SystemHandle } from '../shared/system.ts'
import { type TreeRecord, text } from '../shared/tree.ts'
import { createBoard } from './board.ts'
import { type PortalEnvelope, resultEnvelope, stateEnvelope } from './envelope.ts'
import { type PortalOperationName, PortalRefusal, portalOperations } from './operations.ts'

/** The trading platform. */
export interface TradingSystem extends SystemHandle {
  /** Publishes the next notice of a project now and gives its id; undefined at the end of the chain. */
  publish(projectCode: string): string | undefined
}

export interface TradingOptions {
  readonly host: string
  readonly port: number
  readonly clock: Clock
  readonly credentials: Credentials['trading']
}

const routes: readonly (readonly [string, PortalOperationName, PortalEnvelope])[] = [
  ['/ggzy/api/v1/notices', 'list', stateEnvelope],
  ['/ggzy/api/v1/notices/changes', 'changes', stateEnvelope],
  ['/ggzy/api/v1/notices/detail', 'detail', resultEnvelope],
]

export const startTrading = async ({ host, port, clock, credentials }: TradingOptions) => {
  const system = createSystem(Object.keys(portalOperations), clock)
  const board = createBoard(clock)

  const work = (
    operation: PortalOperationName,
    { success, failure }: PortalEnvelope,
    request: FastifyRequest,
  ): TreeRecord => {
    try {
      if (request.headers['x-app-key'] !== credentials.appKey) throw new PortalRefusal(401, 'appKey无效')
      return success(portalOperations[operation](board, request.query))
    } catch (error) {
      if (error instanceof PortalRefusal) return failure(error.state, error.message)
      throw error
    }
  }

  for (const [url, operation, envelope] of routes)
    system.app.get(url, (request: FastifyRequest, reply: FastifyReply) =>
      system.respond({ operation, protocol: envelope.protocol, work: () => work(operation, envelope, request) }, reply),
    )
  system.app.post('/__control/publish', ({ body }) => ({
    infoid: board.publish(text(body, 'projectCode'))?.id ?? null,
  }))

  const handle: TradingSystem = {
    ...(await openSystem(system, host, port)),
    publish: (projectCode) => board.publish(projectCode)?.id,
  }
  return { handle, close: () => system.app.close() }
}

import { type ErrorCode, isTongbanError } from '@tongban/schema'
import type { FastifyInstance } from 'fastify'
import { refuseOtherMethods } from './http/methods.ts'

/** Tells whether a part can serve; throws or rejects when it cannot. */
export type HealthCheck = () => Promise<void>

/** State of one part as `/health/ready` shows it: a code, never an address or a password. */
interface PartState {
  readonly ok: boolean
  readonly code?: ErrorCode
}

/** A database that does not answer so soon is as good as gone for whoever routes traffic. */
const checkTimeoutMs = 2_000

/** What health answers are made of. */
export interface HealthDeps {
  readonly checks: Readonly<Record<string, HealthCheck>>
  readonly isStopping: () => boolean
}

/** `/health/live`: the process answers. `/health/ready`: it should get traffic, with the reason when not. */
export function serveHealth(app: FastifyInstance, { checks, isStopping }: HealthDeps): void {
  app.get('/health/live', async () => ({ status: 'live' }))
  app.get('/health/ready', async (_request, reply) => {
    const parts = { ...(await checkAll(checks)), gateway: isStopping() ? down('TB_SHUTTING_DOWN') : { ok: true } }
    const ready = Object.values(parts).every(({ ok }) => ok)
    return reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ready, parts })
  })
  for (const url of ['/health/live', '/health/ready']) refuseOtherMethods(app, url, ['GET'])
}

const down = (code: ErrorCode): PartState => ({ ok: false, code })

async function checkAll(checks: HealthDeps['checks']): Promise<Record<string, PartState>> {
  const states = Object.entries(checks).map(async ([name, check]) => [name, await stateOf(check)] as const)
  return Object.fromEntries(await Promise.all(states))
}

async function stateOf(check: HealthCheck): Promise<PartState> {
  const { promise: late, resolve } = Promise.withResolvers<PartState>()
  const timer = setTimeout(resolve, checkTimeoutMs, down('TB_DEADLINE_EXCEEDED'))
  try {
    return await Promise.race([check().then(() => ({ ok: true })), late])
  } catch (error) {
    return down(isTongbanError(error) ? error.code : 'TB_INTERNAL')
  } finally {
    clearTimeout(timer)
  }
}

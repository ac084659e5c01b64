import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Caller } from '../../access/caller.ts'
import type { RequestContext } from '../../domains/request.ts'
import type { Lifetime } from './lifetime.ts'
import { startLifetime } from './lifetime.ts'
import { localeOf } from './locale.ts'
import { operatorOf } from './operator.ts'

/** What requests need from the gateway to get their context. */
export interface ContextDeps {
  /** Who sends an `Authorization` header. @throws TongbanError `TB_TOKEN_INVALID`, `TB_TOKEN_EXPIRED` */
  readonly authenticate: (header: string | undefined) => Promise<Caller>
  readonly requestTimeoutMs: number
  readonly now: () => Date
  /** Requests under way. */
  readonly running: Set<Lifetime>
}

/**
 * Serves one request with its context: who calls, for whom, until when.
 *
 * @throws TongbanError when the token or a header is wrong, and whatever `serve` throws
 */
export async function withContext<Answer>(
  request: FastifyRequest,
  reply: FastifyReply,
  deps: ContextDeps,
  serve: (context: RequestContext) => Promise<Answer>,
): Promise<Answer> {
  const lifetime = startLifetime(reply.raw, deps.requestTimeoutMs, deps.now)
  deps.running.add(lifetime)
  try {
    const caller = await deps.authenticate(request.headers.authorization)
    if (caller.kind === 'client') request.trail.client = caller.id
    return await serve(contextOf(request, caller, lifetime))
  } finally {
    lifetime.done()
    deps.running.delete(lifetime)
  }
}

const contextOf = (request: FastifyRequest, caller: Caller, { signal, deadline }: Lifetime): RequestContext => ({
  requestId: request.id,
  locale: localeOf(request.headers['accept-language']),
  caller,
  operator: operatorOf(request.headers),
  signal,
  deadline,
  once: onceFor(),
})

/** A request's memory: one value per key. */
function onceFor(): RequestContext['once'] {
  const values = new Map<object, { readonly value: unknown }>()
  return <Value>(key: object, create: () => Value): Value => {
    const kept = values.get(key) ?? { value: create() }
    values.set(key, kept)
    return kept.value as Value // A key always comes with the same kind of value; the map cannot say so.
  }
}

import { sourceFailure } from '../failures.ts'
import type { HttpRequest } from '../source.ts'
import type { Signer, SignerIo } from './signer.ts'

/** A secret or token as its issuer gave it. */
export interface Obtained<Secret> {
  readonly secret: Secret
  /** How long it holds, counted from the moment it was asked for. */
  readonly validForMs: number
}

/** How a secret is had and used. */
export interface CredentialOptions<Secret> {
  /** Fetches a secret. @throws TongbanError when there is none to be had; callers of the next second get the same failure */
  obtain(io: SignerIo): Promise<Obtained<Secret>>
  /** Signs a request with the secret, or puts it in. */
  apply(request: HttpRequest, secret: Secret, io: SignerIo): HttpRequest
  /** How long before its end a secret is replaced, but never before half of its time. @default 30_000 */
  readonly skewMs?: number
}

interface Held<Secret> {
  readonly secret: Secret
  readonly until: number
}

interface Flight<Secret> {
  readonly promise: Promise<Held<Secret>>
  readonly signal: AbortSignal
}

/** Issuers that refuse are not asked by every waiting call. */
const failureHoldsMs = 1_000
/** A source that refuses new secrets, too, is refusing something else: fetching ever more of them would not help. */
const renewalRestMs = 5_000

async function fetchOne<Secret>(options: CredentialOptions<Secret>, io: SignerIo): Promise<Held<Secret>> {
  const { obtain, skewMs = 30_000 } = options
  const askedAt = io.now().getTime()
  const { secret, validForMs } = await obtain(io)
  if (!(validForMs > 0)) throw sourceFailure('TB_SOURCE_AUTH', { detail: 'the secret received has ended already' })
  return { secret, until: askedAt + Math.max(validForMs - skewMs, validForMs / 2) }
}

/**
 * A signer whose secret must be fetched: once for however many callers, kept until shortly before its end, fetched anew when the
 * source refuses it. A refusal of an older secret than the present one changes nothing.
 *
 * @example
 * credential({
 *   obtain: async (io) => ({ secret: await login(io), validForMs: 1_800_000 }),
 *   apply: (request, token) => withHeaders(request, { authorization: `Bearer ${token}` }),
 * })
 */
export function credential<Secret>(options: CredentialOptions<Secret>): Signer {
  const usedFor = new WeakMap<HttpRequest, { readonly held: Held<Secret>; readonly now: () => Date }>()
  let held: Held<Secret> | undefined
  let flight: Flight<Secret> | undefined
  let failure: { readonly error: unknown; readonly until: number } | undefined
  let renewedAt = Number.NEGATIVE_INFINITY

  const start = (io: SignerIo): Flight<Secret> => {
    const promise = fetchOne(options, io)
      .then((fresh) => {
        failure = undefined
        held = fresh
        return fresh
      })
      .catch((error: unknown) => {
        if (!io.signal.aborted) failure = { error, until: io.now().getTime() + failureHoldsMs }
        throw error
      })
      .finally(() => {
        flight = undefined
      })
    return { promise, signal: io.signal }
  }

  const current = async (io: SignerIo): Promise<Held<Secret>> => {
    const now = io.now().getTime()
    if (held && now < held.until) return held
    if (failure && now < failure.until) throw failure.error
    flight ??= start(io)
    const { promise, signal } = flight
    try {
      return await promise
    } catch (error) {
      // whoever fetched it was cut off, which is no reason to fail for those who only waited for it
      if (signal.aborted && !io.signal.aborted) return current(io)
      throw error
    }
  }

  const sign = async (request: HttpRequest, io: SignerIo): Promise<HttpRequest> => {
    const used = await current(io)
    const signed = { ...options.apply(request, used.secret, io) }
    usedFor.set(signed, { held: used, now: io.now })
    return signed
  }
  const renew = (refused: HttpRequest): boolean => {
    const used = usedFor.get(refused)
    if (!used) return false
    if (used.held !== held) return true
    const now = used.now().getTime()
    if (now - renewedAt < renewalRestMs) return false
    renewedAt = now
    held = undefined
    return true
  }
  return Object.assign(sign, { renew })
}

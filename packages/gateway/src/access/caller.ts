import { TongbanError } from '@tongban/schema'

/** A client (接入方) that showed a valid token. */
export interface ClientCaller {
  readonly kind: 'client'
  /** Identifier of the client, as configured. */
  readonly id: string
  /** Title of the client, for receipts and access records. */
  readonly title: string
  /** What the token allows. */
  readonly scopes: ReadonlySet<string>
}

/** Somebody without a token. */
export interface AnonymousCaller {
  readonly kind: 'anonymous'
}

/** Who is calling. */
export type Caller = ClientCaller | AnonymousCaller

export const anonymous: AnonymousCaller = { kind: 'anonymous' }

/** The client behind a call. @throws TongbanError `TB_UNAUTHENTICATED` when there is none. */
export function requireClient(caller: Caller): ClientCaller {
  if (caller.kind === 'client') return caller
  throw new TongbanError('TB_UNAUTHENTICATED')
}

import type { Locale } from '../errors/code.ts'
import type { Transport } from '../transport/transport.ts'

/** What an {@link Auth} may use to get a token. */
export interface TokenControl {
  /** Address of the gateway's GraphQL endpoint. */
  readonly endpoint: string
  /** The client's transport, so that proxies and test doubles also see the token request. */
  readonly transport: Transport
  /** Language of the errors to reject with. */
  readonly locale: Locale
  /** A token the gateway has just refused; anything but this one must be returned, or the refusal stands. */
  readonly refused?: string | undefined
}

/**
 * Where access tokens come from. Called before every attempt, so it must remember its token, and by many calls at once, so
 * it must share one refresh among them. A rejection fails the attempt; nothing has been sent to the gateway then.
 */
export interface Auth {
  token(control: TokenControl): PromiseLike<string>
}

import { gjgxjhptSignature } from '../gjgxjhpt.ts'
import { partsOf } from '../query.ts'
import { headerOf, isSameText, judge, markOf, readMilliseconds, type Verifier, type Window } from './verifier.ts'

/** How a data-sharing exchange signs what it passes on to us. */
export interface GjgxjhptVerifierOptions extends Window {
  readonly sid: string
  /** Requester, with its suffix. */
  readonly rid: string
  /** Secrets in force: the present one, and the one before while it may still be used. */
  readonly secrets: readonly string[]
  /** @default 'gjgxjhpt_' */
  readonly prefix?: string
}

/**
 * Checks the four values of a data-sharing exchange, in headers or in the query. Proxies drop headers with an underscore unless
 * told otherwise. The signature does not cover the body: use it behind TLS only.
 */
export const gjgxjhptVerifier =
  ({ sid, rid, secrets, prefix = 'gjgxjhpt_', ...window }: GjgxjhptVerifierOptions): Verifier =>
  async (request, context) => {
    const query = new URLSearchParams(partsOf(request.url).search)
    const value = (name: string) => headerOf(request, prefix + name) || (query.get(prefix + name) ?? '')
    const [rtime, signature] = [value('rtime'), value('sign')]
    const parts = { sid: value('sid'), rid: value('rid'), rtime }
    const claim = {
      at: readMilliseconds(rtime),
      isGenuine: () =>
        isSameText(parts.sid, sid) &&
        isSameText(parts.rid, rid) &&
        secrets.some((secret) => isSameText(signature, gjgxjhptSignature(parts, secret))),
      mark: markOf(signature),
    }
    return judge(claim, window, context)
  }

import { checkNeeded } from '../check.ts'
import { tifSignature } from '../tif.ts'
import { headerOf, isSameText, judge, markOf, type Verifier, type Window } from './verifier.ts'

/** How a TIF gateway signs what it forwards to us. */
export interface TifVerifierOptions extends Window {
  readonly token: string
  /** @default 'x-tif' */
  readonly prefix?: string
}

/** Checks what a TIF gateway forwards, with the user or without. The signature does not cover the body: use it behind TLS only. */
export const tifVerifier = (options: TifVerifierOptions): Verifier => {
  checkNeeded('tifVerifier', options, { token: 'the token' })
  const { token, prefix = 'x-tif', ...window } = options
  return async (request, context) => {
    const header = (name: string) => headerOf(request, `${prefix}-${name}`)
    const [timestamp, nonce] = [header('timestamp'), header('nonce')]
    const user = { uid: header('uid'), uinfo: header('uinfo'), ext: header('ext') }
    const signature = header('signature').toLowerCase()
    const claim = {
      at: /^\d{1,12}$/.test(timestamp) ? Number(timestamp) * 1_000 : undefined,
      isGenuine: () => nonce !== '' && isSameText(signature, tifSignature({ timestamp, token, nonce, user })),
      mark: markOf(signature),
    }
    return judge(claim, window, context)
  }
}

import type { ErrorCode } from '@tongban/schema'
import { sourceFailure } from '../sources/failures.ts'
import type { Disturbance } from './middleman.ts'
import { type Words, words } from './words.ts'

/** What a disturbance is, and the codes that say it. */
export interface Failing {
  readonly how: Exclude<Disturbance, 'NONE'>
  readonly what: Words
  readonly codes: readonly [SourceCode, ...SourceCode[]]
  /** Whether a call of several requests may answer without what was lost, when the answer says so. */
  readonly mayCostRows?: boolean
}

type SourceCode = Extract<ErrorCode, `TB_SOURCE_${string}`>

export const disturbances: readonly Failing[] = [
  { how: 'SILENCE', what: words('a system that does not answer', '系统无应答'), codes: ['TB_SOURCE_TIMEOUT'] },
  {
    how: 'RESET',
    what: words('a connection that breaks', '连接中断'),
    codes: ['TB_SOURCE_UNAVAILABLE', 'TB_SOURCE_SHAPE'],
  },
  {
    how: 'CUT',
    what: words('a body that is cut short', '返回内容被截断'),
    codes: ['TB_SOURCE_SHAPE', 'TB_SOURCE_UNAVAILABLE'],
    mayCostRows: true,
  },
  { how: 'EMPTY', what: words('an empty body', '返回内容为空'), codes: ['TB_SOURCE_SHAPE'], mayCostRows: true },
  {
    how: 'PAGE',
    what: words('a page of HTML with status 200', '状态 200 的网页'),
    codes: ['TB_SOURCE_SHAPE', 'TB_SOURCE_AUTH'],
    mayCostRows: true,
  },
  { how: 'LOGIN', what: words('a login page with status 200', '状态 200 的登录页'), codes: ['TB_SOURCE_AUTH'] },
  {
    how: 'BAD_GATEWAY',
    what: words('a page of a proxy with status 502', '代理返回的 502 页面'),
    codes: ['TB_SOURCE_UNAVAILABLE'],
  },
  { how: 'FLOOD', what: words('a body without end', '没有尽头的返回'), codes: ['TB_SOURCE_TOO_LARGE'] },
]

/** Waits until the attempt is ended from our side. */
export const silence = (signal: AbortSignal): Promise<void> =>
  new Promise((_resolve, reject) => {
    const end = () => reject(signal.reason)
    if (signal.aborted) end()
    else signal.addEventListener('abort', end, { once: true })
  })

/**
 * The same failure where no HTTP is spoken: the protocol reports it as it should. How protocols come to their reports is tried
 * with each protocol; what is tried here is what the source file makes of it.
 */
export const reported =
  ({ how, codes }: Failing, which: number) =>
  async (nth: number, signal: AbortSignal): Promise<void> => {
    if (nth !== which) return
    if (how === 'SILENCE') return silence(signal)
    throw sourceFailure(codes[0], { detail: 'reported by the contract' })
  }

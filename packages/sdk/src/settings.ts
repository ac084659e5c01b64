import type { Locale } from './errors/code.ts'
import { localError } from './errors/local.ts'
import { TB_CONFIG_INVALID } from './generated/local-errors.ts'
import type { TongbanOptions } from './options.ts'
import { type Platform, resolvePlatform } from './platform.ts'
import { fetchTransport } from './transport/fetch.ts'
import type { Transport } from './transport/transport.ts'

/** The options of a client with every default filled in. */
export interface Settings extends TongbanOptions {
  readonly locale: Locale
  readonly transport: Transport
  readonly retries: number
  readonly attemptTimeoutMs: number
  readonly timeoutMs: number
  readonly platform: Platform
}

/** A client: its settings, handed to every operation. Made by `createTongbanClient` or `createTongban`. */
export interface TongbanClient {
  readonly settings: Settings
}

const anyHttp = /^https?:\/\/[^\s/]/i
const safeHttp = /^(https:\/\/|http:\/\/(localhost|127(\.\d{1,3}){3}|\[::1\])([:/]|$))/i

function checkEndpoint({ endpoint, locale = 'zh-CN', dangerouslyAllowPlainHttp }: TongbanOptions): void {
  const refuse = (detail: string) => localError(TB_CONFIG_INVALID, locale, { params: { path: 'endpoint', detail } })
  if (!anyHttp.test(endpoint)) throw refuse('give the full address, for example https://gov.example.cn/graphql')
  // Threat: anyone between client and gateway reads tokens and personal data of a plain http connection.
  if (dangerouslyAllowPlainHttp || safeHttp.test(endpoint)) return
  throw refuse('use https; http is for this machine only, unless dangerouslyAllowPlainHttp is true')
}

/** Checks the options and fills in the defaults. */
export function resolveSettings(options: TongbanOptions): Settings {
  checkEndpoint(options)
  return {
    locale: 'zh-CN',
    transport: fetchTransport(),
    retries: 2,
    attemptTimeoutMs: 10_000,
    timeoutMs: 30_000,
    ...options,
    platform: resolvePlatform(options.platform),
  }
}

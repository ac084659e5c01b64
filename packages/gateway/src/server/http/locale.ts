import type { Locale } from '@tongban/schema'
import Negotiator from 'negotiator'

/** The language of a request: Chinese unless `Accept-Language` prefers English. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  if (acceptLanguage === undefined) return 'zh-CN'
  const preferred = new Negotiator({ headers: { 'accept-language': acceptLanguage } }).language(['zh-CN', 'en'])
  return preferred === 'en' ? 'en' : 'zh-CN'
}

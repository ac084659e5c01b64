import { isIP } from 'node:net'
import { invalid } from '../check-input.ts'
import type { WebhookSettings } from '../settings.ts'
import { addressRule } from './guard.ts'

const maxLength = 2_048

/**
 * The address of a webhook in its normal form: https without user and fragment, not inside the network. A name is looked up when it
 * is connected to, not here: what it leads to may change.
 *
 * @throws TongbanError `TB_INVALID_INPUT`
 */
export function checkUrl(text: string, settings: WebhookSettings): string {
  const url = text.length <= maxLength ? URL.parse(text) : null
  if (url === null) throw invalid('url', `https://…, ≤ ${maxLength}`)
  const { protocol, username, password, hash } = url
  if (protocol !== 'https:' && !(protocol === 'http:' && settings.allowHttp)) throw invalid('url', 'https')
  if (username !== '' || password !== '' || hash !== '') throw invalid('url', 'https://host/path')
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  if (isIP(host) !== 0 && !addressRule(settings)(host, protocol))
    throw invalid('url', '不得为内网地址 an address inside the network')
  return url.href
}

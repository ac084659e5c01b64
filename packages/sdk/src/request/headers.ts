import { sdkVersion } from '../generated/version.ts'
import type { HeaderOptions, Operator } from '../options.ts'
import type { Exchange } from './exchange.ts'

// Header values are bytes of Latin-1 at best (RFC 9110 §5.5); Chinese names travel percent-encoded UTF-8.
function operatorHeaders({ branch, id }: Operator = {}): Record<string, string> {
  return {
    ...(branch !== undefined && { 'x-tongban-branch': encodeURIComponent(branch) }),
    ...(id !== undefined && { 'x-tongban-operator': encodeURIComponent(id) }),
  }
}

function applyOverrides(headers: Record<string, string>, overrides: HeaderOptions = {}): void {
  for (const [name, value] of Object.entries(overrides)) {
    if (value === null) delete headers[name.toLowerCase()]
    else headers[name.toLowerCase()] = value
  }
}

/** The headers of one attempt; those of the call win over all others. */
export function requestHeaders(exchange: Exchange, token: string | undefined): Record<string, string> {
  const headers: Record<string, string> = {
    accept: 'application/graphql-response+json, application/json',
    'accept-language': exchange.locale,
    'content-type': 'application/json',
    'x-tongban-client': `sdk/${sdkVersion}`,
    ...operatorHeaders(exchange.operator),
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  }
  applyOverrides(headers, exchange.headers)
  return headers
}

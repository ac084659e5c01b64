import type { TongbanError } from '@tongban/schema'
import { sourceFailure } from '../../failures.ts'
import { at, isRecord } from '../path.ts'

const securityFault = /FailedAuthentication|InvalidSecurity|FailedCheck|MessageExpired/i

const textAt = (fault: unknown, path: string): string => {
  const value = at(fault, path)
  return typeof value === 'string' ? value.trim() : ''
}

/**
 * The failure behind a SOAP 1.1 fault (§4.4): `Client` means that repeating cannot help, `Server` that it may, a
 * WS-Security code that we are not let in. The fault string is not quoted: it often repeats what was sent.
 */
export function faultOf(envelope: unknown): TongbanError | undefined {
  const fault = at(envelope, 'Envelope.Body.Fault')
  if (!isRecord(fault)) return undefined
  const code = textAt(fault, 'faultcode')
  const detail = `SOAP fault ${code.slice(0, 80)}`.trim()
  if (securityFault.test(code)) return sourceFailure('TB_SOURCE_AUTH', { detail })
  return /client/i.test(code)
    ? sourceFailure('TB_SOURCE_REFUSED', { detail })
    : sourceFailure('TB_SOURCE_UNAVAILABLE', { detail })
}

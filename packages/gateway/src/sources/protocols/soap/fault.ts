import type { TongbanError } from '@tongban/schema'
import { sourceFailure } from '../../failures.ts'
import { at, isRecord } from '../path.ts'

const security = /FailedAuthentication|InvalidSecurity|FailedCheck|MessageExpired|FailedAuthn/i
const ours = /client|sender|MustUnderstand|VersionMismatch|DataEncodingUnknown/i

const textAt = (fault: unknown, path: string): string => {
  const value = at(fault, path)
  return typeof value === 'string' ? value.trim() : ''
}

/** A code is a qualified name. What is anything else says more than that, perhaps about somebody. */
const quotable = (codes: string): string =>
  codes
    .split(/\s+/)
    .filter((code) => /^[A-Za-z_][\w.:-]{0,60}$/.test(code) && !/\d{7}/.test(code))
    .join(' ')

/** Codes of a fault: SOAP 1.1 §4.4 has one, SOAP 1.2 part 1 §5.4 a code and a more exact one. */
const codesOf = (fault: unknown): string =>
  ['faultcode', 'Code.Value', 'Code.Subcode.Value']
    .map((path) => textAt(fault, path))
    .filter(Boolean)
    .join(' ')

/**
 * The failure behind a fault: the sender's fault (`Client`, `Sender`) means that repeating cannot help, the receiver's
 * (`Server`, `Receiver`) that it may, a WS-Security code that we are not let in. The reason is not quoted: it often repeats
 * what was sent.
 */
export function faultOf(envelope: unknown): TongbanError | undefined {
  const body = at(envelope, 'Envelope.Body')
  if (!isRecord(body) || !Object.hasOwn(body, 'Fault')) return undefined
  const codes = codesOf(body.Fault)
  const detail = `SOAP fault ${quotable(codes).slice(0, 80)}`.trim()
  if (security.test(codes)) return sourceFailure('TB_SOURCE_AUTH', { detail })
  return ours.test(codes)
    ? sourceFailure('TB_SOURCE_REFUSED', { detail })
    : sourceFailure('TB_SOURCE_UNAVAILABLE', { detail })
}

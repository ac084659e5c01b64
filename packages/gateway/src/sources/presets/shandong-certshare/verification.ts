import type { CertificateStatusName } from '@tongban/schema'
import { z } from 'zod'
import { field } from '../../reading/fields.ts'
import { parseInner } from '../parse.ts'
import type { ReadCertificate } from './certificate.ts'
import { verifyResults } from './codes.ts'

/** What the register says about a certificate. */
export interface CertShareVerdict {
  readonly identifier: string
  readonly status: 'GENUINE' | 'MISMATCH' | 'NOT_IN_FORCE' | 'NOT_FOUND' | 'UNKNOWN'
  readonly certificateStatus: CertificateStatusName
  readonly signedBy: string | null
}

/** States by what `head.status` says of a certificate that is not handed out. */
const withheld: Readonly<Record<string, CertificateStatusName>> = {
  CANCELLED: 'CANCELLED',
  EXPIRED: 'EXPIRED',
  RESTRICTED: 'SUSPENDED',
}

/** The verdict that the head alone gives; undefined when there are data to be asked about. */
export function verdictOfHead(identifier: string, meaning: string | null): CertShareVerdict | undefined {
  const certificateStatus = withheld[meaning ?? '']
  return certificateStatus && { identifier, status: 'NOT_IN_FORCE', certificateStatus, signedBy: null }
}

/**
 * What each result says, and the state that follows from it. 3 (已失效) does not say how it ended; 5 (查无此信息) about a certificate
 * that the platform has just told contradicts itself, and calls nobody a forger.
 */
const verdicts = {
  RIGHT: ['GENUINE', 'VALID'],
  RIGHT_NOT_ACTIVATED: ['NOT_IN_FORCE', 'UNKNOWN'],
  RIGHT_SUSPENDED: ['NOT_IN_FORCE', 'SUSPENDED'],
  RIGHT_ENDED: ['NOT_IN_FORCE', 'UNKNOWN'],
  TOO_LITTLE_SAID: ['UNKNOWN', 'UNKNOWN'],
  NOT_FOUND: ['UNKNOWN', 'UNKNOWN'],
  NOTHING_SAID: ['UNKNOWN', 'UNKNOWN'],
  PARTLY_WRONG: ['MISMATCH', 'UNKNOWN'],
} as const

const answer = z.object({ result: verifyResults.field })

/** What `verifyCertInfo` said, beside the state that the certificate itself tells. @throws TongbanError `TB_SOURCE_SHAPE` */
export function verdictOf(data: unknown, { certificate, signedBy }: ReadCertificate): CertShareVerdict {
  const { identifier, status: told = 'UNKNOWN' } = certificate
  const [status, state] = verdicts[parseInner(answer, data).result.name]
  if (told === 'UNKNOWN' || told === 'VALID')
    return { identifier, status, certificateStatus: state === 'UNKNOWN' ? told : state, signedBy }
  return { identifier, status: 'NOT_IN_FORCE', certificateStatus: told, signedBy }
}

/** What the platform compares: it wants all three. Null when the certificate does not tell them, or how several holders are written. */
export function comparable({ certificate }: ReadCertificate): Readonly<Record<string, string>> | null {
  const { holders = [], holderNumber: holderCode, holderName: holder, number: certNo } = certificate
  return holders.length === 1 && holderCode && holder && certNo ? { holderCode, holder, certNo } : null
}

/** The answer to a question about the state: with its head. */
export const stateAnswer = field.object(
  z.object({ head: z.object({ status: field.required }), data: z.unknown().optional() }),
)

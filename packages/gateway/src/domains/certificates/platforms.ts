import { z } from 'zod'
import { readReply } from '../../sources/calling/reply.ts'
import type { Authority } from '../../sources/directory.ts'
import { attributed } from '../../sources/failures.ts'
import type { CallContext, Sourced } from '../../sources/source.ts'
import { rowProvenance } from '../../sources/sourced.ts'
import type { CityDirectory, Ports } from '../ports.ts'
import type { WithProvenance } from '../provenance.ts'
import type { RequestContext } from '../request.ts'
import { privately } from '../sharing.ts'
import { type CertificateInput, type CertificateRecord, certificateRecord } from './port.ts'
import type { ReadReason } from './record.ts'
import type { Holder } from './service.ts'

/** The platform that is authoritative for some certificates. */
export type Platform = Authority<Ports['certificates']>

const records = z.array(certificateRecord)

/**
 * The bounds of the request, for calls made on its behalf, and with whom their answers are shared.
 *
 * @param about - whom and why it is read for, see {@link privately}
 */
export const boundsOf = (context: RequestContext, ...about: readonly (string | null)[]): CallContext => ({
  signal: context.signal,
  deadline: context.deadline,
  requestId: context.requestId,
  ...privately(context, ...about),
})

/** Why a holder's certificates are read, and whose they are by fingerprint. */
export interface HolderReason extends ReadReason {
  readonly person: string
}

/** A certificate as a platform gave it, checked, with where it came from. */
export type SourcedCertificate = WithProvenance<CertificateRecord>

/** Reads what a platform answered. @throws TongbanError `TB_SOURCE_SHAPE` */
export function readCertificates(
  { source }: Platform,
  answer: Sourced<readonly CertificateInput[]>,
): readonly SourcedCertificate[] {
  try {
    return readReply('certificates', records, answer.value).map((record) => ({
      ...record,
      provenance: rowProvenance(answer, record.identifier),
    }))
  } catch (error) {
    throw attributed(error, source)
  }
}

/**
 * Certificates of a holder, one call per platform. A platform that gives more than was asked for is not believed: the consent
 * covers these types of this holder and no others.
 */
export async function fetchOfHolder(
  directory: CityDirectory,
  { documentType, documentNumber }: Holder,
  types: readonly string[],
  { purpose, consentId, person }: HolderReason,
  context: RequestContext,
): Promise<readonly SourcedCertificate[]> {
  const platformOf = (type: string) => directory.require('certificates', { certificateType: type })
  const asked = Map.groupBy(types, (type) => platformOf(type).port)
  const answers = [...asked.values()].map(async (some) => {
    const platform = platformOf(some[0] ?? '')
    const query = { documentType, documentNumber, types: some, purpose }
    const found = readCertificates(
      platform,
      await platform.port.byHolder(query, boundsOf(context, person, consentId, purpose)),
    )
    return found.filter((one) => some.includes(one.typeCode) && mayBeOf(one, query))
  })
  return (await Promise.all(answers)).flat()
}

/** False when all holders a platform tells are somebody else. Numbers of other documents and old forms tell nothing. */
function mayBeOf({ holders }: SourcedCertificate, { documentType, documentNumber }: Holder): boolean {
  const others = holders.filter(
    (told) =>
      told.documentType === documentType &&
      told.documentNumber.length === documentNumber.length &&
      told.documentNumber.toUpperCase() !== documentNumber.toUpperCase(),
  )
  return holders.length === 0 || others.length < holders.length
}

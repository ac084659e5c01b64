import type { ProvenanceRecord } from '../../sources/source.ts'
import { rowProvenance } from '../../sources/sourced.ts'
import type { Seal } from '../../store/seal.ts'
import { applicantFingerprint } from '../applicants/fingerprint.ts'
import type { CityDirectory } from '../ports.ts'
import type { Access, AccessLedger } from './access-records/ledger.ts'
import { type Ask, batched, type Question } from './batches.ts'
import { canonical, subjectOf } from './identifiers.ts'
import { boundsOf, readCertificates, type SourcedCertificate } from './platforms.ts'
import type { SourceVerification } from './port.ts'
import type { CertificateEntity, VerificationEntity } from './record.ts'
import type { TypeNames } from './type-names.ts'

/** What reading certificates needs. */
export interface ReadingParts {
  readonly directory: CityDirectory
  readonly ledger: AccessLedger
  readonly names: TypeNames
  readonly seal: Seal
}

/** Certificates by identifier, batched within a request; what was found is recorded before it is handed on. */
export function certificateLoader({ directory, ledger, names, seal }: ReadingParts) {
  const ask: Ask<Found> = async (platform, questions, context) => {
    const query = { identifiers: identifiersOf(questions), purpose: purposeOf(questions) }
    const answer = readCertificates(
      platform,
      await platform.port.byIdentifiers(query, boundsOf(context, ...reasonsOf(questions))),
    )
    const found = new Map(answer.map((one) => [canonical(one.identifier), withHolders(one, seal)]))
    await ledger.record(
      questions.flatMap((question) => certificateAccess(question, found.get(question.identifier))),
      context,
    )
    await names.learn(answer)
    return found
  }
  const load = batched(directory, ask)
  return async (...[identifier, reason, context]: Parameters<typeof load>): Promise<CertificateEntity | null> => {
    const found = await load(identifier, reason, context)
    return found ? { ...found, reason } : null
  }
}

type Found = Omit<CertificateEntity, 'reason'>

/** A certificate with the fingerprints of all its holders, and of who else is known to hold it. */
export function withHolders(certificate: SourcedCertificate, seal: Seal, known: readonly string[] = []): Found {
  const told = certificate.holders.map((holder) => applicantFingerprint(seal, holder))
  return { ...certificate, holderFingerprints: [...new Set([...known, ...told])] }
}

/** What does not exist says nothing about anybody. */
const certificateAccess = ({ identifier, reason }: Question, found: Found | undefined): readonly Access[] => {
  if (!found) return []
  const { typeCode: certificateType, holderFingerprints, status } = found
  return [{ action: 'certificate', certificateType, identifier, holderFingerprints, status, reason }]
}

/** What platforms say of certificates now, batched within a request and recorded. */
export function verificationLoader({ directory, ledger }: Pick<ReadingParts, 'directory' | 'ledger'>) {
  const ask: Ask<VerificationEntity> = async (platform, questions, context) => {
    const query = { identifiers: identifiersOf(questions), purpose: purposeOf(questions) }
    const answer = await platform.port.verify(query, boundsOf(context, ...reasonsOf(questions)))
    const answers = new Map(
      answer.value.map((one) => [
        canonical(one.identifier),
        verificationFrom(one, rowProvenance(answer, one.identifier)),
      ]),
    )
    const notFound = verificationFrom(notInRegister, answer.provenance)
    await ledger.record(questions.map(verificationAccess), context)
    return new Map(query.identifiers.map((identifier) => [identifier, answers.get(identifier) ?? notFound]))
  }
  const load = batched(directory, ask)
  return async (...[identifier, reason, context]: Parameters<typeof load>): Promise<VerificationEntity> => {
    const answer = await load(identifier, reason, context)
    // Every question gets an answer above; this narrows the type.
    if (!answer) throw new RangeError('a question was not answered')
    return answer
  }
}

const verificationFrom = (
  { status, certificateStatus, signedBy }: Omit<SourceVerification, 'identifier'>,
  provenance: ProvenanceRecord,
): VerificationEntity => ({ status, certificateStatus, signedBy, checkedAt: provenance.fetchedAt, provenance })

const notInRegister = { status: 'NOT_FOUND', certificateStatus: 'UNKNOWN', signedBy: null } as const

const verificationAccess = ({ identifier, reason }: Question): Access => ({
  action: 'verification',
  certificateType: subjectOf(identifier).certificateType ?? null,
  identifier,
  holderFingerprints: [],
  reason,
})

const identifiersOf = (questions: readonly Question[]): string[] => [
  ...new Set(questions.map(({ identifier }) => identifier)),
]

/** All reasons of a group: its answer is shared only with who asks the same under the same consents. */
const reasonsOf = (questions: readonly Question[]): readonly string[] => [
  ...new Set(questions.map(({ reason }) => JSON.stringify([reason.consentId, reason.purpose])).toSorted()),
]

/** Questions of one group have one purpose. */
const purposeOf = (questions: readonly Question[]): string => questions[0]?.reason.purpose ?? ''

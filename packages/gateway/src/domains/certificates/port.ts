import { z } from 'zod'
import type { ReadingsOf } from '../../sources/readings.ts'
import { enums } from '../generated/enums.ts'
import type { CertificateStatus, VerificationStatus } from '../generated/resolvers.ts'
import { rawCode } from '../items/record.ts'

const day = z.iso.date().nullable().default(null)

/** A certificate as its platform tells it. Holds personal data. */
export const certificateRecord = z.object({
  identifier: z.string().min(1),
  typeCode: z.string().length(21),
  name: z.string().min(1),
  number: z.string().nullable().default(null),
  holderKind: z.enum(enums.ApplicantKind),
  holderName: z.string(),
  holderNumber: z.string(),
  /** Each holder by the document that names it, so that the reading can be found under every one of them. */
  holders: z
    .array(z.object({ documentType: z.enum(enums.IdentityDocumentType), documentNumber: z.string().min(1) }))
    .default([]),
  issuerName: z.string(),
  issuerCode: z.string().nullable().default(null),
  issuedOn: day,
  validFrom: day,
  validTo: day,
  openEnded: z.boolean().default(false),
  status: z.enum(enums.CertificateStatus),
  rawStatus: rawCode.nullable().default(null),
  face: z.array(z.object({ name: z.string(), value: z.string().nullable() })).default([]),
  warnings: z.array(z.string()).default([]),
})
export type CertificateRecord = z.output<typeof certificateRecord>
export type CertificateInput = z.input<typeof certificateRecord>

/** Who holds what is asked for. `documentType` is the SDL enum `IdentityDocumentType`. */
interface HolderQuery {
  readonly documentType: string
  readonly documentNumber: string
  readonly types: readonly string[]
  /** What for (useCause), 200 characters at most. */
  readonly purpose: string
}

/** Who asks, for what: platforms want it on every call. */
interface IdentifierQuery {
  readonly identifiers: readonly string[]
  readonly purpose: string
}

/** What the register says about a certificate somebody shows. */
export interface SourceVerification {
  readonly identifier: string
  readonly status: VerificationStatus
  readonly certificateStatus: CertificateStatus
  readonly signedBy: string | null
}

/** What a certificate platform offers (证照平台). */
export interface CertificatesPort<Call> {
  byHolder(query: HolderQuery, call: Call): Promise<readonly CertificateInput[]>
  byIdentifiers(query: IdentifierQuery, call: Call): Promise<readonly CertificateInput[]>
  verify(query: IdentifierQuery, call: Call): Promise<readonly SourceVerification[]>
  file(
    query: { readonly identifier: string; readonly format: 'OFD' | 'PNG'; readonly purpose: string },
    call: Call,
  ): Promise<{ readonly mediaType: string; readonly content: Uint8Array }>
}

const byIdentifier = {
  kind: 'BATCH',
  about: 'PERSON',
  decides: true,
  keysOf: ({ identifiers }: IdentifierQuery) => identifiers,
  only: (query: IdentifierQuery, identifiers: readonly string[]) => ({ ...query, identifiers }),
  keyOf: ({ identifier }: { readonly identifier: string }) => identifier,
} as const

/** A certificate carries its status, and people decide by it: nothing here is served from the past unless a source says so. */
export const certificateReadings: ReadingsOf<CertificatesPort<never>> = {
  byHolder: { kind: 'WHOLE', about: 'PERSON', decides: true },
  byIdentifiers: { ...byIdentifier, isRow: (row) => certificateRecord.safeParse(row).success },
  verify: { ...byIdentifier, isUnknown: ({ status }) => status === 'NOT_FOUND' },
  file: { kind: 'WHOLE', about: 'PERSON', decides: true },
}

import { parseCreditCode } from '@tongban/schema'
import { connection, readPage } from '../connection.ts'
import type { CertificateResolvers, Resolvers } from '../generated/resolvers.ts'
import { globalId } from '../global-id.ts'
import { isInt8, isKey } from '../position.ts'
import type { AccessLedger } from './access-records/ledger.ts'
import { type FileParts, linkTo } from './files/files.ts'
import { identifierWarnings } from './identifiers.ts'
import { maskedFace, maskedHolder, maskedNumber } from './masking.ts'
import { readPurpose } from './purpose.ts'
import type { CertificatesService } from './service.ts'

/** The resolvers of this room. */
export const certificateResolvers = (
  service: CertificatesService,
  ledger: AccessLedger,
  files: FileParts,
): Resolvers => ({
  Query: {
    async certificates(_parent, args, context) {
      const types = args.types ?? null
      const page = readPage(args, [args.holder, args.consent, types], isKey)
      const reading = { applicantHandle: args.holder, consentId: args.consent, types }
      const all = await service.underConsent(reading, context)
      const rows = all.toSorted((a, b) => (a.identifier < b.identifier ? -1 : 1))
      const after = rows.filter(({ identifier }) => page.after === null || identifier > page.after)
      return connection(page, after, ({ identifier }) => identifier)
    },
    verifyCertificate: async (_parent, { identifier, purpose }, context) =>
      service.verify(identifier, { purpose: readPurpose(purpose), consentId: null }, context),
    async accessRecords(_parent, args) {
      const page = readPage(args, null, isInt8)
      return connection(page, await ledger.newest(page.after, page.first + 1), ({ sequence }) => sequence)
    },
  },
  CertificateType: { name: ({ code }) => service.typeName(code) },
  Certificate: certificateFields(service, files),
  AccessRecord: { at: ({ at }) => at.toISOString() },
})

const certificateFields = (service: CertificatesService, files: FileParts): CertificateResolvers => ({
  id: ({ identifier }) => globalId('Certificate', identifier),
  type: ({ typeCode }) => ({ code: typeCode }),
  number: maskedNumber,
  holder: maskedHolder,
  face: maskedFace,
  issuer: ({ issuerName, issuerCode }) => ({ name: issuerName, creditCode: creditCodeOf(issuerCode) }),
  warnings: ({ identifier, warnings }, _args, { locale }) => [...warnings, ...identifierWarnings(identifier, locale)],
  verification: ({ identifier, reason }, _args, context) => service.verify(identifier, reason, context),
  file: (certificate, { format }, context) => linkTo(certificate, format, files, context),
})

/** Issuers are given as credit codes, divisions or both; only the first is what the field promises. */
const creditCodeOf = (code: string | null): string | null => {
  const check = parseCreditCode(code ?? '')
  return check.status === 'invalid' ? null : check.value.code
}

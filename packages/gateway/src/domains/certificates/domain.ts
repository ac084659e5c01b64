import type { ApplicantsService } from '../applicants/service.ts'
import type { ConsentsService } from '../consents/service.ts'
import { type DomainDeps, defineDomain } from '../domain.ts'
import type { RequestContext } from '../request.ts'
import { type AccessLedger, accessLedger } from './access-records/ledger.ts'
import { accessProofs } from './access-records/proofs.ts'
import { createCertificatesService } from './create-service.ts'
import { fileRoute } from './files/files.ts'
import { fileTickets } from './files/tickets.ts'
import { certificateResolvers } from './resolvers.ts'
import { certificateMigrations } from './schema.ts'
import type { CertificatesService } from './service.ts'
import { typeNames } from './type-names.ts'

/** Neighbours this room asks. */
export interface CertificatePeers {
  readonly applicants: ApplicantsService
  readonly consents: ConsentsService
}

/** Certificates (电子证照): read under a consent, masked, verified, and every reading recorded. */
export const certificates = defineDomain<'certificates', CertificatesService, CertificatePeers>({
  name: 'certificates',
  migrations: certificateMigrations,
  build(deps, peers) {
    const { store, directory, seal, now } = deps
    const ledger = accessLedger(store, seal, now)
    const names = typeNames(store)
    const proofs = accessProofs(store, seal)
    const service = createCertificatesService({ directory, ledger, proofs, names, seal, ...peers })
    const files = { ...fileParts(deps, ledger), consents: peers.consents }
    return {
      service,
      resolvers: certificateResolvers(service, ledger, files),
      // A certificate is read under a consent, which an identifier alone does not bring.
      nodes: { Certificate: async () => null, AccessRecord: (key, context) => accessRecord(ledger, key, context) },
      routes: [fileRoute(files)],
      start: names.load,
    }
  },
})

const fileParts = ({ store, directory, seal, now, settings }: DomainDeps, ledger: AccessLedger) => ({
  directory,
  ledger,
  tickets: fileTickets(store, seal, now),
  publicUrl: settings.publicUrl,
})

/** `node` needs a token only, so that the scope of access records is asked for here. */
const accessRecord = async (ledger: AccessLedger, key: string, { caller }: RequestContext) =>
  caller.kind === 'client' && caller.scopes.has('audit:read') ? ledger.byKey(key) : null

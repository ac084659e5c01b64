import type { Store } from '../../store/store.ts'
import { createApplicantsService } from '../applicants/create-service.ts'
import { applicantMigrations } from '../applicants/schema.ts'
import { applicantStore } from '../applicants/store.ts'
import { createConsentsService } from '../consents/create-service.ts'
import { consentMigrations } from '../consents/schema.ts'
import { testCaller, testClock, testContext, testSeal } from '../testing.ts'
import { type AccessLedger, accessLedger } from './access-records/ledger.ts'
import { accessProofs } from './access-records/proofs.ts'
import { createCertificatesService } from './create-service.ts'
import { certificateMigrations } from './schema.ts'
import { identityCard, propertyCertificate, testPlatforms } from './testing.ts'
import { typeNames } from './type-names.ts'

/** Migrations of this room and of those it asks. */
export const worldMigrations = { ...applicantMigrations, ...consentMigrations, ...certificateMigrations }

/** Passes on the citizen's answers. */
export const phone = testContext({ caller: testCaller('phone', 'consents:decide') })

/** A new request of a clerk at a bank's counter. */
export const bankRequest = () =>
  testContext({
    caller: testCaller('bank', 'consents:write', 'certificates:read'),
    operator: { branch: '越城支行', id: 'T0421' },
    requestId: 'request-0001',
  })

/** Two platforms, a person with a certificate in each, and a bank that has identified this person. */
export async function certificateWorld(store: Store) {
  const clock = testClock()
  const applicants = createApplicantsService(applicantStore(store, testSeal), testSeal, clock.now)
  const consents = createConsentsService({ store, applicants, now: clock.now })
  const ledger = accessLedger(store, testSeal, clock.now)
  const { directory, platform } = testPlatforms({ national: ['11100000000013127D'], city: ['11100000MB'] }, clock.now)
  platform('national').certificates = [identityCard]
  platform('city').certificates = [propertyCertificate]
  const serviceWith = (own: AccessLedger) =>
    createCertificatesService({
      directory,
      ledger: own,
      proofs: accessProofs(store, testSeal),
      names: typeNames(store),
      seal: testSeal,
      applicants,
      consents,
    })
  const number = { documentType: 'RESIDENT_ID', documentNumber: '11010519491231002X' } as const
  const { handle } = await applicants.register({ ...number, name: '欧阳小三', level: 'FACE' }, bankRequest())

  /** A consent the citizen has granted. */
  async function granted(types: readonly string[], uses = 1): Promise<string> {
    const asked = { applicant: handle, certificateTypes: types, purpose: '抵押登记', uses }
    const { id, matchCode } = await consents.request(asked, crypto.randomUUID(), bankRequest())
    return (await consents.decide({ id, matchCode, granted: true }, phone)).id
  }

  return {
    clock,
    applicants,
    consents,
    ledger,
    platform,
    handle,
    granted,
    serviceWith,
    service: serviceWith(ledger),
    callsTo: (id: string) => platform(id).calls.map(({ method }) => method),
    recordCount: async () => Number((await store.query('select count(*)::int as n from access_record')).rows[0]?.n),
  }
}

/** A certificate world. */
export type CertificateWorld = Awaited<ReturnType<typeof certificateWorld>>

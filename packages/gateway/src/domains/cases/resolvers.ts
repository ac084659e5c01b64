import { TongbanError } from '@tongban/schema'
import type { CertificatesService } from '../certificates/service.ts'
import type { DomainDeps } from '../domain.ts'
import type { Resolvers } from '../generated/resolvers.ts'
import { globalId, keyOf } from '../global-id.ts'
import { clockOf, lightOf } from './case-clock.ts'
import type { OwnCasesService } from './cases.ts'
import { historyOf } from './mirror.ts'
import type { CaseEntity, CaseResultEntity } from './record.ts'

/** Neighbours of this domain. */
export interface CasesPeers {
  readonly certificates: Pick<CertificatesService, 'byIdentifier'>
}

export const caseResolvers = (
  { now, settings }: Pick<DomainDeps, 'now' | 'settings'>,
  cases: OwnCasesService,
  certificates: CasesPeers['certificates'],
): Resolvers => ({
  Query: {
    case: async (_, { id }, context) => {
      const key = keyOf('Case', id)
      const found = key === undefined ? null : await cases.byId(key, context)
      if (found) return found
      throw new TongbanError('TB_CASE_NOT_FOUND')
    },
  },
  Case: {
    id: ({ id }) => globalId('Case', id),
    light: (record) => lightOf(record, now(), settings),
    clock: (record) => clockOf(record, now(), settings),
    history: ({ reports }) => historyOf(reports),
    result: resultOf,
  },
  CaseResult: {
    // The result belongs to the errand the applicant handed in, so no further consent is asked; the access is recorded.
    certificate: ({ certificateIdentifier, purpose }, _, context) =>
      certificateIdentifier === null
        ? null
        : certificates.byIdentifier(certificateIdentifier, { purpose, consentId: null }, context),
  },
})

/** Platforms take 200 characters of purpose. */
const resultOf = ({ result, itemName, number }: CaseEntity): CaseResultEntity | null =>
  result && { ...result, purpose: `查阅办理结果:${itemName.slice(0, 100)}(办件编号 ${number.slice(0, 60)})` }

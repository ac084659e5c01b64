import { TongbanError } from '@tongban/schema'
import type { ApplicantIdentity } from '../applicants/service.ts'
import type { CertificateEntity } from '../certificates/record.ts'
import type { ItemEntity } from '../items/record.ts'
import type { CheckPeers } from './check-materials.ts'
import { identityType, licenceType } from './test-errand.ts'

const person: ApplicantIdentity = {
  handle: 'handle-1',
  kind: 'PERSON',
  documentType: 'RESIDENT_ID',
  documentNumber: '330602199001010000',
  name: '测试甲',
  level: 'IN_PERSON',
  fingerprint: 'f1',
  expiresAt: new Date('2099-01-01T00:00:00Z'),
}

/** Two handles of one person, and one of somebody else. */
export const handles = { valid: 'handle-1', again: 'handle-2', other: 'handle-3' } as const

/** Neighbours that know one item, two persons and one consent. `looked` counts the uses of the consent. */
export function testPeers(item: () => ItemEntity | null, held: readonly CertificateEntity[] = []) {
  const looked = { uses: 0 }
  const grant = { consentId: 'consent-1', purpose: '抵押登记', types: [licenceType, identityType] }
  const check: CheckPeers['consents']['check'] = async ({ consentId, types }) => {
    if (consentId !== 'consent-1') throw new TongbanError('TB_CONSENT_NOT_GRANTED', { state: 'PENDING' })
    if (types?.some((type) => !grant.types.includes(type))) throw new TongbanError('TB_CONSENT_MISMATCH')
    return grant
  }
  const peers: CheckPeers = {
    items: {
      byCode: async (code) => (item()?.code === code ? item() : null),
      atVersion: async () => item(),
    },
    applicants: {
      identify: async (handle) => {
        if (handle === handles.valid || handle === handles.again) return { ...person, handle }
        if (handle === handles.other) return { ...person, handle, fingerprint: 'f2' }
        throw new TongbanError('TB_APPLICANT_UNKNOWN')
      },
    },
    consents: { check, handIn: async () => true },
    certificates: {
      underConsent: async (reading, context) => {
        const { types } = await check(reading, context)
        looked.uses += 1
        return held.filter(({ typeCode }) => (reading.types ?? types).includes(typeCode))
      },
      standing: async ({ identifiers, ...reading }, context) => {
        await check({ ...reading, types: null }, context)
        return identifiers.map(() => 'VALID')
      },
    },
  }
  return { peers, looked }
}

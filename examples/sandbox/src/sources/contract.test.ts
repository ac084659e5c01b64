import type { OutgoingSubmission } from '@tongban/gateway'
import { describeSource } from '@tongban/gateway/testing'
import { afterAll } from 'vitest'
import { approvals } from './approvals.ts'
import { certificates } from './certificates.ts'
import { provinceItems } from './province-items.ts'
import { startCity } from './testing/city.ts'
import { trading } from './trading.ts'

const city = await startCity()
afterAll(() => city.close())
const { items, approvals: office, certificates: platform, trading: board, credentials } = city.systems

const page = (await city.items.page({ cursor: null, size: 100 }, {})).value
const codes = page.items.slice(0, 3).map(({ code }) => code)
const plain = page.items.find(({ situations, name }) => situations?.length === 0 && !name.includes('核查'))

const applicant = { documentNumber: '33060019880101003X', name: '陈䶮·𠀀' }
const submission: OutgoingSubmission = {
  reference: 'TB-CONTRACT-1',
  itemCode: plain?.code ?? '',
  itemName: plain?.name ?? '',
  itemVersion: plain?.version ?? null,
  divisionCode: '330602000000',
  agencyCode: null,
  mode: 'COUNTER',
  submittedAt: '2026-01-05T09:00:00+08:00',
  applicant: { kind: 'PERSON', documentType: 'RESIDENT_ID', ...applicant },
  answers: {},
  form: {},
  materials: (plain?.materials ?? []).map(({ key, name }) => ({
    key,
    name,
    satisfaction: 'DOCUMENT',
    certificateIdentifier: null,
    digest: 'sm3:0',
  })),
  collectedBy: { client: 'bank', branch: null, operator: null },
}

const taken = async (reference: string): Promise<string> => {
  const { value } = await city.cases.submit({ ...submission, reference }, {})
  return value.outcome === 'taken' ? value.case.number : ''
}

const purpose = '不动产抵押登记'
const identifiers = platform.identifiers().slice(0, 3)
const [certificate] = (await city.certificates.byIdentifiers({ identifiers, purpose }, {})).value

describeSource(provinceItems({ url: items.url, ...credentials.items }), {
  items: {
    page: { cursor: null, size: 20 },
    changes: { since: null, cursor: null, size: 20 },
    byCodes: codes,
    agencies: page.items.flatMap(({ agencyCode }) => agencyCode ?? []).slice(0, 3),
  },
})

describeSource(approvals({ url: office.url, ...credentials.approvals }), {
  cases: {
    submit: submission,
    findByReference: 'TB-CONTRACT-2',
    byNumbers: [await taken('TB-CONTRACT-2'), await taken('TB-CONTRACT-3')],
  },
  personal: Object.values(applicant),
})

describeSource(certificates({ url: platform.url, ...credentials.certificates }), {
  certificates: {
    byHolder: {
      documentType: 'RESIDENT_ID',
      documentNumber: certificate?.holderNumber ?? '',
      types: [certificate?.typeCode ?? ''],
      purpose,
    },
    byIdentifiers: { identifiers, purpose },
    verify: { identifiers, purpose },
    file: { identifier: identifiers[0] ?? '', format: 'OFD', purpose },
  },
})

describeSource(trading({ url: board.url, ...credentials.trading }), { notices: { changes: { mark: null, size: 20 } } })

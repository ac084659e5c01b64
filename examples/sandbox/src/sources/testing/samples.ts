import type { OutgoingSubmission, Source } from '@tongban/gateway'
import type { SourceSamples } from '@tongban/gateway/testing'
import { approvals } from '../approvals.ts'
import { certificates } from '../certificates.ts'
import { provinceItems } from '../province-items.ts'
import { trading } from '../trading.ts'
import type { City } from './city.ts'

const applicant = { documentNumber: '33060019880101003X', name: '陈䶮·𠀀' }
const purpose = '不动产抵押登记'

const itemsOf = async (city: City) => (await city.items.page({ cursor: null, size: 100 }, {})).value.items

/** A submission for an item without situations, which the approval system takes at once. */
async function submissionOf(city: City): Promise<OutgoingSubmission> {
  const items = await itemsOf(city)
  const plain = items.find(({ situations, name }) => situations?.length === 0 && !name.includes('核查'))
  return {
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
}

async function itemSamples(city: City): Promise<NonNullable<SourceSamples['items']>> {
  const items = await itemsOf(city)
  return {
    page: { cursor: null, size: 20 },
    changes: { since: null, cursor: null, size: 20 },
    byCodes: items.slice(0, 3).map(({ code }) => code),
    agencies: items.flatMap(({ agencyCode }) => agencyCode ?? []).slice(0, 3),
  }
}

async function caseSamples(city: City): Promise<NonNullable<SourceSamples['cases']>> {
  const submission = await submissionOf(city)
  const taken = async (reference: string): Promise<string> => {
    const { value } = await city.cases.submit({ ...submission, reference }, {})
    return value.outcome === 'taken' ? value.case.number : ''
  }
  return {
    submit: submission,
    findByReference: 'TB-CONTRACT-2',
    byNumbers: [await taken('TB-CONTRACT-2'), await taken('TB-CONTRACT-3')],
  }
}

async function certificateSamples(city: City): Promise<NonNullable<SourceSamples['certificates']>> {
  const identifiers = city.systems.certificates.identifiers().slice(0, 3)
  const [certificate] = (await city.certificates.byIdentifiers({ identifiers, purpose }, {})).value
  return {
    byHolder: {
      documentType: 'RESIDENT_ID',
      documentNumber: certificate?.holderNumber ?? '',
      types: [certificate?.typeCode ?? ''],
      purpose,
    },
    byIdentifiers: { identifiers, purpose },
    verify: { identifiers, purpose },
    file: { identifier: identifiers[0] ?? '', format: 'OFD', purpose },
  }
}

/** The four sources of the sandbox, each with what to ask of it. */
export async function sampledSources(city: City): Promise<readonly (readonly [Source, SourceSamples])[]> {
  const { items, approvals: office, certificates: platform, trading: board, credentials } = city.systems
  return [
    [provinceItems({ url: items.url, ...credentials.items }), { items: await itemSamples(city) }],
    [
      approvals({ url: office.url, ...credentials.approvals }),
      { cases: await caseSamples(city), personal: Object.values(applicant) },
    ],
    [
      certificates({ url: platform.url, ...credentials.certificates }),
      { certificates: await certificateSamples(city) },
    ],
    [trading({ url: board.url, ...credentials.trading }), { notices: { changes: { mark: null, size: 20 } } }],
  ]
}

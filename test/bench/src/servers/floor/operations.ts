import type { AgencyRow } from '../../city/agencies.ts'
import type { CaseRow, ReportRow } from '../../city/cases.ts'
import type { CertificateRow } from '../../city/certificates.ts'
import type { ItemRow } from '../../city/items.ts'
import type { FloorUpstream } from './upstream.ts'

/** Variables of the three operations. */
export interface FloorVariables {
  readonly code: string
  readonly codes: readonly string[]
  readonly id: string
  readonly holder: string
}

type FloorOperation = (upstream: FloorUpstream, variables: FloorVariables) => Promise<object>

/** Each operation written out by hand: what it asks, and the answer field by field. */
export const floorOperations: Readonly<Record<string, FloorOperation>> = {
  ItemList: async (upstream, { codes }) => {
    const items = await upstream.read<ItemRow>(`/items?codes=${codes.join(',')}`)
    const wanted = new Set(items.map(({ agencyCode }) => agencyCode))
    const agencies = await upstream.read<AgencyRow>(`/agencies?codes=${[...wanted].join(',')}`)
    const byCode = new Map(agencies.map((row) => [row.code, agencyView(row)]))
    return { itemsByCode: items.map((row) => ({ ...listedItem(row), agency: byCode.get(row.agencyCode) ?? null })) }
  },

  FollowCase: async (upstream, { id, holder }) => {
    const certificates = upstream.read<readonly CertificateRow[]>(`/certificates?holder=${holder}`)
    const [found] = await upstream.read<CaseRow>(`/cases?ids=${id}`)
    if (found === undefined) return { case: null, certificates: { edges: [] } }
    const [timelines, item, [held = []]] = await Promise.all([
      upstream.read<readonly ReportRow[]>(`/timelines?numbers=${found.number}`),
      itemWithAgency(upstream, found.itemCode),
      certificates,
    ])
    const { number, state } = found
    const history = (timelines[0] ?? []).map(({ at, state, by, note }) => ({ at, state, by, note }))
    return {
      case: { number, state, history, submission: { item } },
      certificates: { edges: held.slice(0, 3).map((row) => ({ node: certificateView(row) })) },
    }
  },

  OneItem: async (upstream, { code }) => {
    const [row] = await upstream.read<ItemRow>(`/items?codes=${code}`)
    return { item: row ? { code: row.code, name: row.name, visits: row.visits } : null }
  },
}

async function itemWithAgency(upstream: FloorUpstream, code: string): Promise<object | null> {
  const [item] = await upstream.read<ItemRow>(`/items?codes=${code}`)
  if (item === undefined) return null
  const [agency] = await upstream.read<AgencyRow>(`/agencies?codes=${item.agencyCode}`)
  return { code: item.code, name: item.name, visits: item.visits, agency: agency ? agencyView(agency) : null }
}

const agencyView = ({ code, name, address, telephone }: AgencyRow) => ({ code, name, address, telephone })

const listedItem = ({ code, name, type, visits, materials }: ItemRow) => ({
  code,
  name,
  type,
  visits,
  materials: materials.map(({ key, name, necessity, form }) => ({
    key,
    name,
    necessity,
    form,
  })),
})

const certificateView = (row: CertificateRow) => ({
  identifier: row.identifier,
  type: { code: row.typeCode },
  name: row.name,
  issuer: { name: row.issuerName },
  issuedOn: row.issuedOn,
  validTo: row.validTo,
  openEnded: row.openEnded,
  status: row.status,
})

import type { AgencyRow } from '../../city/agencies.ts'
import type { CaseRow, ReportRow } from '../../city/cases.ts'
import type { CertificateRow } from '../../city/certificates.ts'
import type { ItemRow } from '../../city/items.ts'
import type { ReadRows } from './rows.ts'

/** Batch functions over the upstream, as a DataLoader and the loaders of Mercurius want them: answers in the order of keys. */
export interface Batches {
  items(codes: readonly string[]): Promise<(ItemRow | null)[]>
  agencies(codes: readonly string[]): Promise<(AgencyRow | null)[]>
  /** By the gateway's identifiers. */
  cases(ids: readonly string[]): Promise<(CaseRow | null)[]>
  timelines(numbers: readonly string[]): Promise<(readonly ReportRow[])[]>
  certificates(holder: string): Promise<readonly CertificateRow[]>
}

export function batchesOver(readRows: ReadRows): Batches {
  const byCode = async <Row extends { readonly code: string }>(path: string, codes: readonly string[]) => {
    const rows = await readRows<Row>(path, { codes: [...new Set(codes)].join(',') })
    const known = new Map(rows.map((row) => [row.code, row]))
    return codes.map((code) => known.get(code) ?? null)
  }
  return {
    items: (codes) => byCode('/items', codes),
    agencies: (codes) => byCode('/agencies', codes),
    cases: async (ids) => {
      const rows = await readRows<CaseRow>('/cases', { ids: ids.join(',') })
      return ids.map((_, index) => rows[index] ?? null)
    },
    timelines: async (numbers) => {
      const rows = await readRows<readonly ReportRow[]>('/timelines', { numbers: numbers.join(',') })
      return numbers.map((_, index) => rows[index] ?? [])
    },
    certificates: async (holder) => {
      const [held = []] = await readRows<readonly CertificateRow[]>('/certificates', { holder })
      return held
    },
  }
}

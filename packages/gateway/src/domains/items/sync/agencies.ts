import { sql } from 'kysely'
import { writeAgencies } from '../mirror/write.ts'
import { parseAgency } from '../parse.ts'
import type { AgencyInput } from '../record.ts'
import { batchSize } from './page.ts'
import type { SyncRun } from './types.ts'

/** Reads the agencies that this source's items name: all of them after a full run, otherwise those not known yet. */
export async function syncAgencies(run: SyncRun, { all }: { readonly all: boolean }): Promise<void> {
  const { source, port } = run.authority
  if (port.agencies === undefined) return
  const codes = await namedAgencies(run, all)
  for (let at = 0; at < codes.length; at += batchSize) {
    const { value, provenance } = await port.agencies(codes.slice(at, at + batchSize), run.call)
    const records = value.flatMap((agency) => acceptableAgency(run, agency))
    await writeAgencies(run.store.db, records, { sourceId: source.id, fetchedAt: new Date(provenance.fetchedAt) })
  }
}

async function namedAgencies({ store, authority: { source } }: SyncRun, all: boolean): Promise<readonly string[]> {
  const known = sql`select 1 from item_agencies where item_agencies.code = items.agency_code and item_agencies.source_id = ${source.id}`
  const { rows } = await sql<{ code: string }>`
    select distinct agency_code as code from items
    where source_id = ${source.id} and agency_code is not null and (${all} or not exists (${known}))
    order by code`.execute(store.db)
  return rows.map(({ code }) => code)
}

function acceptableAgency(run: SyncRun, agency: AgencyInput) {
  const parsed = parseAgency(agency)
  if ('record' in parsed) return [parsed.record]
  run.log.warn(
    { source: run.authority.source.id, agency: agency.code, ...parsed.problem },
    'an agency does not have the agreed shape',
  )
  return []
}

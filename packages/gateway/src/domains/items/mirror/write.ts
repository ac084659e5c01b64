import { type Kysely, sql } from 'kysely'
import type { AgencyRecord, ServiceItemRecord } from '../record.ts'
import { type Origin, rowOf } from './rows.ts'

/** What writing a batch did. */
export interface Written {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
}

/** Columns that follow from the record; the same list names, types, inserts and updates them. */
const columns = {
  code: 'text',
  name_key: 'text',
  name_length: 'int',
  pinyin: 'text',
  initials: 'text',
  also_pinyin: 'text',
  also_initials: 'text',
  grams: 'text[]',
  aliases: 'text[]',
  catalog_code: 'text',
  division: 'text',
  type: 'text',
  agency_code: 'text',
  agency_name: 'text',
  state: 'text',
  audience: 'text[]',
  online_depth: 'text[]',
  handling_areas: 'text[]',
  topics: 'text[]',
  version: 'text',
  record: 'jsonb',
  content_hash: 'text',
} satisfies Record<keyof ReturnType<typeof rowOf>, string>

const names = Object.keys(columns)
const list = sql.raw(names.join(', '))
const typed = sql.raw(
  Object.entries(columns)
    .map(([name, type]) => `${name} ${type}`)
    .join(', '),
)
const updates = sql.raw(names.map((name) => `${name} = excluded.${name}`).join(', '))

/**
 * Writes a batch of items in three statements, whatever its size: versions that are about to be replaced are kept, what is
 * unchanged is only marked as seen, what is new or different is written whole.
 */
export async function writeItems(
  trx: Kysely<unknown>,
  records: readonly ServiceItemRecord[],
  origin: Origin,
): Promise<Written> {
  if (records.length === 0) return { added: 0, changed: 0, unchanged: 0 }
  const rows = [...new Map(records.map((record) => [record.code, rowOf(record)])).values()]
  await keepVersions(trx, rows)
  const seen = await markSeen(trx, rows, origin)
  const rest = rows.filter(({ code }) => !seen.has(code))
  if (rest.length === 0) return { added: 0, changed: 0, unchanged: seen.size }
  const { rows: written } = await sql<{ added: boolean }>`
    insert into items (${list}, source_id, run, fetched_at, as_of)
    select ${list}, ${origin.sourceId}, ${origin.run}::bigint, ${origin.fetchedAt}::timestamptz, ${origin.asOf}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rest)}::jsonb) as incoming(${typed})
    on conflict (code) do update set ${updates}, source_id = excluded.source_id, run = excluded.run,
      fetched_at = excluded.fetched_at, as_of = excluded.as_of
    returning (xmax = 0) as added`.execute(trx)
  const added = written.filter((row) => row.added).length
  return { added, changed: written.length - added, unchanged: seen.size }
}

type Row = ReturnType<typeof rowOf>

/** A case keeps the version it was opened on, so a version that a new one replaces stays readable. */
async function keepVersions(trx: Kysely<unknown>, rows: readonly Row[]): Promise<void> {
  const incoming = JSON.stringify(rows.map(({ code, version }) => ({ code, version })))
  await sql`
    insert into item_versions (code, version, source_id, record, fetched_at, as_of)
    select items.code, items.version, items.source_id, items.record, items.fetched_at, items.as_of
    from items join jsonb_to_recordset(${incoming}::jsonb) as incoming(code text, version text)
      on incoming.code = items.code and incoming.version <> items.version
    on conflict (code, version) do update
      set record = excluded.record, fetched_at = excluded.fetched_at, as_of = excluded.as_of`.execute(trx)
}

async function markSeen(trx: Kysely<unknown>, rows: readonly Row[], origin: Origin): Promise<ReadonlySet<string>> {
  const incoming = JSON.stringify(rows.map(({ code, content_hash }) => ({ code, content_hash })))
  const { rows: same } = await sql<{ code: string }>`
    update items set run = ${origin.run}::bigint, fetched_at = ${origin.fetchedAt}::timestamptz, as_of = ${origin.asOf}::timestamptz
    from jsonb_to_recordset(${incoming}::jsonb) as incoming(code text, content_hash text)
    where items.code = incoming.code and items.content_hash = incoming.content_hash and items.source_id = ${origin.sourceId}
    returning items.code`.execute(trx)
  return new Set(same.map(({ code }) => code))
}

/** Marks items of a source as withdrawn; what is withdrawn already does not count. */
export async function withdrawItems(trx: Kysely<unknown>, sourceId: string, codes: readonly string[]): Promise<number> {
  const { rows } = await sql`
    update items set state = 'WITHDRAWN', record = jsonb_set(record, '{state}', '"WITHDRAWN"'), content_hash = ''
    where source_id = ${sourceId} and code = any(${[...codes]}::text[]) and state is distinct from 'WITHDRAWN'
    returning 1 as one`.execute(trx)
  return rows.length
}

/** Writes a batch of agencies. */
export async function writeAgencies(
  trx: Kysely<unknown>,
  records: readonly AgencyRecord[],
  { sourceId, fetchedAt }: Pick<Origin, 'sourceId' | 'fetchedAt'>,
): Promise<void> {
  const rows = [...new Map(records.map((record) => [record.code, record])).values()].map((record) => ({
    code: record.code,
    credit_code: record.creditCode,
    record,
  }))
  await sql`
    insert into item_agencies (source_id, code, credit_code, record, fetched_at)
    select ${sourceId}, code, credit_code, record, ${fetchedAt}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as incoming(code text, credit_code text, record jsonb)
    on conflict (code, source_id) do update
      set credit_code = excluded.credit_code, record = excluded.record, fetched_at = excluded.fetched_at`.execute(trx)
}

import type { Kysely, Selectable } from 'kysely'
import type { ProvenanceRecord } from '../../sources/source.ts'
import { stateOf, viewOf } from './mirror.ts'
import type { CaseEntity, MirroredReport } from './record.ts'
import type { CaseTables } from './tables.ts'

type Db = Kysely<unknown>
type MirrorRow = Selectable<CaseTables['case_mirror']>
type ReportRow = Selectable<CaseTables['case_report']>

const tables = (db: Db) => db.withTables<CaseTables>()

/** Cases by identifier or by submission, with their reports, in two statements whatever the number. */
export async function readCases(
  db: Db,
  by: 'id' | 'submission_id',
  keys: readonly string[],
): Promise<readonly CaseEntity[]> {
  if (keys.length === 0) return []
  const rows = await tables(db).selectFrom('case_mirror').selectAll().where(by, 'in', keys).execute()
  return withReports(db, rows)
}

/** Cases of a source by its own numbers, with their reports. */
export async function readNumbered(
  db: Db,
  sourceId: string,
  numbers: readonly string[],
): Promise<readonly CaseEntity[]> {
  if (numbers.length === 0) return []
  const rows = await tables(db)
    .selectFrom('case_mirror')
    .selectAll()
    .where('source_id', '=', sourceId)
    .where('number', 'in', numbers)
    .execute()
  return withReports(db, rows)
}

/** One case, locked until the transaction ends, so that two answers are not merged into the same past. */
export async function lockCase(trx: Db, id: string): Promise<CaseEntity | undefined> {
  const rows = await tables(trx).selectFrom('case_mirror').selectAll().where('id', '=', id).forUpdate().execute()
  return (await withReports(trx, rows))[0]
}

async function withReports(db: Db, rows: readonly MirrorRow[]): Promise<readonly CaseEntity[]> {
  if (rows.length === 0) return []
  const reports = await tables(db)
    .selectFrom('case_report')
    .selectAll()
    .where(
      'case_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('seq')
    .execute()
  const byCase = Map.groupBy(reports, (report) => report.case_id)
  return rows.map((row) => entityOf(row, byCase.get(row.id) ?? []))
}

function entityOf(row: MirrorRow, reportRows: readonly ReportRow[]): CaseEntity {
  const reports = reportRows.map(reportOf)
  const view = viewOf(reports)
  return {
    ...row.details,
    id: row.id,
    submissionId: row.submission_id,
    clientId: row.client_id,
    sourceId: row.source_id,
    number: row.number,
    itemName: row.item_name,
    limit: row.time_limit,
    dataVersion: row.data_version,
    state: stateOf(view),
    rawState: view.shown?.raw ?? null,
    reports,
    provenance: provenanceOf(row),
  }
}

const reportOf = ({ state, at, data_version, raw, by, note }: ReportRow): MirroredReport => ({
  state,
  at,
  dataVersion: data_version,
  raw,
  by,
  note,
})

/** The mirror is a copy; when the owner did not answer last time, or no longer knew the case, the copy is old. */
const provenanceOf = (row: MirrorRow): ProvenanceRecord => ({
  sourceId: row.source_id,
  fetchedAt: row.fetched_at.toISOString(),
  asOf: row.as_of?.toISOString() ?? null,
  freshness: row.reached && !row.lost ? 'SNAPSHOT' : 'STALE',
})

/** Adds reports after those that are there. */
export async function addReports(
  trx: Db,
  caseId: string,
  { after, reports, at }: { after: number; reports: readonly MirroredReport[]; at: Date },
): Promise<void> {
  if (reports.length === 0) return
  const rows = reports.map((report, index) => ({
    case_id: caseId,
    seq: after + index + 1,
    state: report.state,
    at: report.at,
    data_version: report.dataVersion,
    raw: report.raw && JSON.stringify(report.raw),
    by: report.by,
    note: report.note,
    received_at: at,
  }))
  await tables(trx).insertInto('case_report').values(rows).execute()
}

/** Begins a row. @returns false when the submission has its case already */
export async function insertCase(trx: Db, row: Insert): Promise<boolean> {
  const inserted = await tables(trx)
    .insertInto('case_mirror')
    .values({
      ...row,
      time_limit: row.time_limit && JSON.stringify(row.time_limit),
      details: JSON.stringify(row.details),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return inserted.length > 0
}

type Insert = MirrorRow

/** What an answer changes in a row besides its reports. */
export type CaseUpdate = Pick<
  MirrorRow,
  'data_version' | 'details' | 'fetched_at' | 'as_of' | 'changed_at' | 'poll_wait_ms' | 'next_poll_at'
>

export async function updateCase(trx: Db, id: string, update: CaseUpdate): Promise<void> {
  await tables(trx)
    .updateTable('case_mirror')
    .set({ ...update, details: JSON.stringify(update.details), reached: true, lost: false })
    .where('id', '=', id)
    .execute()
}

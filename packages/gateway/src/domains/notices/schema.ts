import { type ColumnType, type Generated, type JSONColumnType, sql } from 'kysely'
import type { Migrations } from '../../store/store.ts'
import type { NoticeRecord } from './port.ts'

export type NoticeRow = {
  source_id: string
  key: string
  kind: string
  sector: string
  division_code: string | null
  project_code: string | null
  published_at: ColumnType<Date, string, string>
  /** Title, project, lots and parties in one lower-case text, for the search. */
  search_text: string
  record: JSONColumnType<NoticeRecord>
  fetched_at: ColumnType<Date, Date, Date>
}

export type NoticesTables = {
  notice: NoticeRow
  /** How far each source has been read. */
  notice_sync: {
    source_id: string
    mark: string
    updated_at: ColumnType<Date, Date | undefined, Date> & Generated<Date>
  }
}

export const migrations: Migrations = {
  '0600_notices_tables': {
    async up(db) {
      await sql`create table notice (
        source_id text not null,
        key text not null,
        kind text not null,
        sector text not null,
        division_code text,
        project_code text,
        published_at timestamptz not null,
        search_text text not null,
        record jsonb not null,
        fetched_at timestamptz not null,
        primary key (source_id, key)
      )`.execute(db)
      await sql`create index notice_newest on notice (published_at desc, source_id, key)`.execute(db)
      await sql`create index notice_project on notice (project_code, source_id)`.execute(db)
      await sql`create index notice_division on notice (division_code text_pattern_ops)`.execute(db)
      await sql`create table notice_sync (
        source_id text primary key,
        mark text not null,
        updated_at timestamptz not null default now()
      )`.execute(db)
    },
  },
}

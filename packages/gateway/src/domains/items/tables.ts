import { sql } from 'kysely'
import type { Migrations } from '../../store/store.ts'
import type { AgencyRecord, ServiceItemRecord } from './record.ts'

/** An item as the store keeps it: the whole record, and beside it what is searched and filtered. */
export interface ItemRow {
  readonly code: string
  readonly source_id: string
  readonly version: string
  readonly state: string | null
  readonly record: ServiceItemRecord
  readonly fetched_at: Date
  readonly as_of: Date | null
}

export interface AgencyRow {
  readonly source_id: string
  readonly code: string
  readonly credit_code: string | null
  readonly record: AgencyRecord
  readonly fetched_at: Date
}

/** Where the synchronisation with one source stands. `run` counts full runs; `mark` is where the next incremental one begins. */
export interface SyncRow {
  readonly source_id: string
  readonly run: number
  readonly mode: 'FULL' | 'INCREMENTAL' | null
  readonly cursor: string | null
  readonly done: number
  readonly total: number | null
  /** The mark that counts when the running synchronisation is complete. */
  readonly next_mark: string | null
  readonly mark: string | null
  readonly full_finished_at: Date | null
  readonly finished_at: Date | null
  readonly holder: string | null
  readonly held_until: Date | null
}

/**
 * Text is compared by code point (`collate "C"`): the order of a page must not depend on the locale of a server, and the
 * embedded database has no other.
 */
export const itemsMigrations: Migrations = {
  '0100_items_catalogue': {
    up: async (db) => {
      await sql`create table items (
        code text collate "C" primary key,
        source_id text collate "C" not null,
        name_key text collate "C" not null,
        name_length int not null,
        pinyin text collate "C" not null,
        initials text collate "C" not null,
        also_pinyin text collate "C" not null,
        also_initials text collate "C" not null,
        grams text[] not null,
        aliases text[] not null,
        catalog_code text collate "C",
        division text collate "C" not null,
        type text,
        agency_code text collate "C",
        agency_name text,
        state text,
        audience text[] not null,
        online_depth text[] not null,
        handling_areas text[] not null,
        topics text[] not null,
        version text not null,
        record jsonb not null,
        content_hash text not null,
        run bigint not null,
        fetched_at timestamptz not null,
        as_of timestamptz
      )`.execute(db)
      await sql`create table item_versions (
        code text collate "C" not null,
        version text not null,
        source_id text not null,
        record jsonb not null,
        fetched_at timestamptz not null,
        as_of timestamptz,
        primary key (code, version)
      )`.execute(db)
      await sql`create table item_agencies (
        source_id text collate "C" not null,
        code text collate "C" not null,
        credit_code text,
        record jsonb not null,
        fetched_at timestamptz not null,
        primary key (code, source_id)
      )`.execute(db)
      await sql`create table item_sync (
        source_id text primary key,
        run bigint not null default 0,
        mode text,
        cursor text,
        done int not null default 0,
        total int,
        next_mark text,
        mark text,
        full_finished_at timestamptz,
        finished_at timestamptz,
        holder text,
        held_until timestamptz
      )`.execute(db)
    },
  },
  '0101_items_indexes': {
    up: async (db) => {
      await sql`create index items_grams on items using gin (grams)`.execute(db)
      await sql`create index items_aliases on items using gin (aliases)`.execute(db)
      await sql`create index items_division on items (division)`.execute(db)
      await sql`create index items_agency on items (agency_code)`.execute(db)
      await sql`create index items_source on items (source_id, run)`.execute(db)
      // How common a token is decides which tokens a search asks the index for: keep more of them than the default 100.
      await sql`alter table items alter column grams set statistics 500`.execute(db)
    },
  },
}

import { type ColumnType, type Generated, type Kysely, sql } from 'kysely'
import type { Migrations } from '../../store/store.ts'
import type { CertificateStatus } from '../generated/resolvers.ts'

/** Tables of this room. */
export type CertificateTables = {
  /** Who read personal data, when and what for. Rows can only be added. */
  access_record: {
    sequence: Generated<number>
    id: string
    at: Date
    client_id: string
    client_title: string
    operator: string | null
    action: string
    certificate_type: string | null
    /** Recognises the certificate without telling which. */
    certificate_fingerprint: string | null
    /** Recognises the holder without telling who. */
    holder_fingerprint: string | null
    /** What the platform said of the certificate when it was read. */
    certificate_status: CertificateStatus | null
    purpose: string | null
    consent_id: string | null
    request_id: string
  }
  /** Links to files, until they expire. */
  certificate_ticket: { digest: string; client_id: string; sealed: string; expires_at: Date }
  /** Names that platforms gave to types of certificates. */
  certificate_type_name: { code: string; name: string; learnt_at: ColumnType<Date, never, never> }
}

/** The migrations of this room. */
export const certificateMigrations: Migrations = {
  '0040_certificates_access_record': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('access_record')
        .addColumn('sequence', 'bigint', (column) => column.generatedAlwaysAsIdentity().primaryKey())
        .addColumn('id', 'uuid', (column) => column.notNull().unique())
        .addColumn('at', 'timestamptz', (column) => column.notNull())
        .addColumn('client_id', 'text', (column) => column.notNull())
        .addColumn('client_title', 'text', (column) => column.notNull())
        .addColumn('operator', 'text')
        .addColumn('action', 'text', (column) => column.notNull())
        .addColumn('certificate_type', 'text')
        .addColumn('certificate_fingerprint', 'text')
        .addColumn('holder_fingerprint', 'text')
        .addColumn('purpose', 'text')
        .addColumn('consent_id', 'text')
        .addColumn('request_id', 'text', (column) => column.notNull())
        .execute()
      await refuseChanges(db)
    },
  },
  '0041_certificates_files_and_names': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('certificate_ticket')
        .addColumn('digest', 'text', (column) => column.primaryKey())
        .addColumn('client_id', 'text', (column) => column.notNull())
        .addColumn('sealed', 'text', (column) => column.notNull())
        .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
        .execute()
      await db.schema.createIndex('certificate_ticket_expiry').on('certificate_ticket').column('expires_at').execute()
      await db.schema
        .createTable('certificate_type_name')
        .addColumn('code', 'text', (column) => column.primaryKey())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('learnt_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
        .execute()
    },
  },
  '0042_certificates_access_status': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema.alterTable('access_record').addColumn('certificate_status', 'text').execute()
      await db.schema
        .createIndex('access_record_of_consent')
        .on('access_record')
        .columns(['consent_id', 'holder_fingerprint'])
        .where('consent_id', 'is not', null)
        .execute()
    },
  },
}

/** Proof that could be rewritten by a fault of ours would be none. */
async function refuseChanges(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception 'access records can only be added';
    end $$`.execute(db)
  await sql`
    create trigger access_record_only_grows before update or delete or truncate on access_record
    for each statement execute function refuse_change()`.execute(db)
}

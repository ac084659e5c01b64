import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { CopyTable, WrittenCopy } from '../../sources/copies/buffer.ts'
import type { Copy, CopyKey } from '../../sources/copies/store.ts'
import type { Seal } from '../../store/seal.ts'
import type { Store } from '../../store/store.ts'
import type { CopyTables } from './schema.ts'

/** Last good copies in the database. */
export interface StoredCopies extends CopyTable {
  /**
   * Forgets what is too old, and of each source the oldest copies beyond its room.
   *
   * @returns how many copies
   */
  purge(now: Date): Promise<number>
}

/** How much room copies take. */
export interface CopyRoom {
  /** @default 268_435_456, some 25,000 items of 10 kB */
  readonly maxBytesPerSource: number
  /** How much is written before the room is looked after, whatever the clock says: strangers choose what is asked. @default 67_108_864 */
  readonly lookAfterBytes: number
}

const defaultRoom: CopyRoom = { maxBytesPerSource: 268_435_456, lookAfterBytes: 67_108_864 }

type Row = CopyTables['source_copy']

/** The table of copies. What is somebody's own is sealed, and found only by who knows whose it is. */
export function storedCopies(
  store: Store,
  seal: Seal,
  now: () => Date,
  { maxBytesPerSource, lookAfterBytes }: CopyRoom = defaultRoom,
): StoredCopies {
  const db = store.db.withTables<CopyTables>()
  const idOf = idsWith(seal)
  let writtenBytes = 0

  const rowOf = ({ key, text, fetchedAt, asOf, keepMs }: WrittenCopy): Row[] => {
    if (text === null) return []
    const id = idOf(key)
    const personal = key.sharing !== null
    const value = personal ? seal.seal(text, contextOf(id)) : text
    const read = new Date(fetchedAt)
    return [
      {
        id,
        source_id: key.sourceId,
        value,
        personal,
        bytes: Buffer.byteLength(value),
        fetched_at: read,
        as_of: asOf === null ? null : new Date(asOf),
        expires_at: new Date(read.getTime() + keepMs),
      },
    ]
  }
  const copyOf = (row: Row): Copy => ({
    value: JSON.parse(row.personal ? seal.open(row.value, contextOf(row.id)) : row.value),
    fetchedAt: row.fetched_at.toISOString(),
    asOf: row.as_of?.toISOString() ?? null,
  })

  return {
    async write(copies) {
      const gone = copies.filter(({ text }) => text === null).map(({ key }) => idOf(key))
      if (gone.length > 0) await db.deleteFrom('source_copy').where('id', 'in', gone).execute()
      const rows = copies.flatMap(rowOf)
      if (rows.length === 0) return
      await db
        .insertInto('source_copy')
        .values(rows)
        .onConflict((conflict) =>
          conflict
            .column('id')
            .doUpdateSet(({ ref }) => ({
              value: ref('excluded.value'),
              bytes: ref('excluded.bytes'),
              fetched_at: ref('excluded.fetched_at'),
              as_of: ref('excluded.as_of'),
              expires_at: ref('excluded.expires_at'),
            }))
            // Several gateways write; the one that read last is right.
            .whereRef('excluded.fetched_at', '>=', 'source_copy.fetched_at'),
        )
        .execute()
      writtenBytes += rows.reduce((sum, { bytes }) => sum + bytes, 0)
      if (writtenBytes < lookAfterBytes) return
      writtenBytes = 0
      await makeRoom(store, maxBytesPerSource)
    },
    async read(keys) {
      const ids = keys.map(idOf)
      const rows = await db
        .selectFrom('source_copy')
        .selectAll()
        .where('id', 'in', ids)
        .where('expires_at', '>', now())
        .execute()
      const found = new Map(rows.map((row) => [row.id, row]))
      return ids.map((id) => {
        const row = found.get(id)
        return row ? copyOf(row) : null
      })
    },
    async purge(at) {
      const old = await db.deleteFrom('source_copy').where('expires_at', '<=', at).executeTakeFirst()
      return Number(old.numDeletedRows) + (await makeRoom(store, maxBytesPerSource))
    },
  }
}

/** Of each source the youngest copies stay. */
async function makeRoom({ db }: Store, maxBytesPerSource: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from source_copy where id in (
      select id from (
        select id, sum(bytes) over (partition by source_id order by fetched_at desc, id) as upto from source_copy
      ) sized where upto > ${maxBytesPerSource}
    )`.execute(db)
  return Number(numAffectedRows ?? 0)
}

const contextOf = (id: string): string => `source_copy:${id}`

/** Whose copy it is cannot be found out from the table: names of what is somebody's own are digests with the gateway's key. */
const idsWith =
  (seal: Seal) =>
  ({ sourceId, method, question, sharing }: CopyKey): string => {
    const name = JSON.stringify([sourceId, method, question, sharing])
    return sharing === null ? createHash('sha256').update(name).digest('base64url') : seal.fingerprint(`copy:${name}`)
  }

import { TongbanError } from '@tongban/schema'
import type { Kysely } from 'kysely'
import type { ProvenanceRecord } from '../../../sources/source.ts'
import { writeItems } from '../mirror/write.ts'
import { parseItem } from '../parse.ts'
import type { ServiceItemInput, ServiceItemRecord } from '../record.ts'
import type { SyncRun, Tally } from './types.ts'

/** Items asked for at once. The smallest limit met at a provincial library is 100. */
export const pageSize = 100
/** Codes asked for at once: the smallest limit met is 50. */
export const batchSize = 50

/** The items of a page that this source may write: of the agreed shape, and no other source's business. */
export function acceptable(
  run: SyncRun,
  items: readonly ServiceItemInput[],
  tally: Tally,
): readonly ServiceItemRecord[] {
  return items.flatMap((input) => {
    const parsed = parseItem(input)
    if ('problem' in parsed) {
      tally.refused++
      run.log.warn(
        { source: run.authority.source.id, item: input.code, ...parsed.problem },
        'an item does not have the agreed shape',
      )
      return []
    }
    if (isForeign(run, parsed.record)) {
      tally.foreign++
      return []
    }
    return [parsed.record]
  })
}

/** A province lists the items of a city that has a library of its own, too; the city's is authoritative. */
function isForeign({ directory, authority }: SyncRun, { code, type, divisionCode }: ServiceItemRecord): boolean {
  const owner = directory.authority('items', { division: divisionCode, itemType: type ?? undefined, itemCode: code })
  return owner !== undefined && owner.source.id !== authority.source.id
}

/** Writes the items of a page as seen by a run, and adds up what that did. */
export async function writePage(
  run: SyncRun,
  trx: Kysely<unknown>,
  records: readonly ServiceItemRecord[],
  { provenance, number }: { readonly provenance: ProvenanceRecord; readonly number: number },
  tally: Tally,
): Promise<void> {
  const written = await writeItems(trx, records, {
    sourceId: run.authority.source.id,
    run: number,
    fetchedAt: new Date(provenance.fetchedAt),
    asOf: provenance.asOf === null ? null : new Date(provenance.asOf),
  })
  tally.added += written.added
  tally.changed += written.changed
  tally.unchanged += written.unchanged
}

/** Guards against a list that never ends: a source that names the same next page twice. */
export function refuseRepeats(run: SyncRun): (cursor: string | null) => void {
  const seen = new Set<string>()
  return (cursor) => {
    if (cursor === null) return
    if (!seen.has(cursor)) {
      seen.add(cursor)
      return
    }
    const { id, title } = run.authority.source
    throw new TongbanError(
      'TB_SOURCE_SHAPE',
      { source: title, detail: 'the list names the same page twice' },
      { source: id },
    )
  }
}

import type { Log } from '../../telemetry/types.ts'
import type { QualityListener } from '../quality/listener.ts'
import type { AnyReading } from '../readings.ts'
import type { CallContext, ProvenanceRecord, Sourced } from '../source.ts'
import { type EarlierRow, earlierRows, earlierWhole } from './earlier.ts'
import { type KeptMethod, rowChanges, sharingOf, wholeChange } from './keep.ts'
import type { CopyStore } from './store.ts'

/** What keeping and serving copies needs. */
export interface CopyParts {
  readonly copies: CopyStore
  readonly quality: Pick<QualityListener, 'servedStale'>
  readonly log: Log
  readonly now: () => Date
}

/** Keeps what a reading answers, and finds it again. Trouble with copies is logged and never costs an answer. */
export function keptReader(kept: KeptMethod, reading: AnyReading, { copies, quality, log, now }: CopyParts) {
  const tell = (rows: readonly { readonly provenance: ProvenanceRecord }[]) => {
    const ages = rows.map(({ provenance }) => now().getTime() - Date.parse(provenance.fetchedAt))
    if (ages.length > 0) quality.servedStale(kept.sourceId, kept.method, Math.max(...ages))
  }
  const orNothing = async <Found>(found: Promise<Found>): Promise<Found | undefined> => {
    try {
      return await found
    } catch (error) {
      log.warn({ source: kept.sourceId, operation: kept.method, err: error }, 'last good copies could not be read')
      return undefined
    }
  }
  return {
    keep(input: unknown, answer: Sourced<unknown>, context: CallContext): void {
      const sharing = sharingOf(kept, context)
      if (sharing === undefined) return
      copies.save(changesOf(kept, reading, input, answer, sharing))
    },
    earlier: {
      async rows(input: unknown, keys: readonly string[], context: CallContext) {
        if (reading.kind !== 'BATCH') return new Map<string, readonly EarlierRow[]>()
        const looking = earlierRows(copies, kept, reading, { input, keys }, context, now())
        const found = (await orNothing(looking)) ?? new Map<string, readonly EarlierRow[]>()
        tell([...found.values()].flat())
        return found
      },
      async whole(input: unknown, context: CallContext) {
        const found = await orNothing(earlierWhole(copies, kept, input, context, now()))
        if (found) tell([found])
        return found
      },
    },
  }
}

function changesOf(
  kept: KeptMethod,
  reading: AnyReading,
  input: unknown,
  { value, provenance }: Sourced<unknown>,
  sharing: string | null,
) {
  if (reading.kind === 'WHOLE') return [wholeChange(kept, input, { value, provenance }, sharing)]
  return Array.isArray(value) ? rowChanges(kept, reading, input, { value, provenance }, sharing) : []
}

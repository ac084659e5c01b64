import { TongbanError } from '@tongban/schema'
import DataLoader from 'dataloader'
import type { DriftSighting } from '../../sources/quality/shape/drift.ts'
import type { Store } from '../../store/store.ts'
import type { RequestContext } from '../request.ts'
import { acceptDrifts, sightingOf, unsettledDrifts } from './drifts.ts'
import type { SourceQualityRecord, Span } from './quality-figures.ts'
import { readQuality } from './quality-reading.ts'
import { countedSources } from './quality-rows.ts'

/** A time as a query asks for it: ISO 8601 instants. */
export interface AskedSpan {
  readonly from?: string | null | undefined
  readonly to?: string | null | undefined
}

/** What may be asked about the quality of sources. What happened in the last seconds may still be missing. */
export interface QualityService {
  /** In the order of the identifiers. */
  quality(sourceIds: readonly string[], span: Span): Promise<readonly SourceQualityRecord[]>
  /** The same for one source; all that a request asks for is read together. @throws TongbanError `TB_INVALID_INPUT` */
  qualityIn(sourceId: string, asked: AskedSpan, context: RequestContext): Promise<SourceQualityRecord>
  /** Sources of which something was counted, whether they are still configured or not. */
  countedSources(span: Span): Promise<readonly string[]>
  /** Drifts that nobody has accepted and that have not lasted long enough to be the way of the source. */
  openDrifts(): Promise<readonly DriftSighting[]>
  /** Takes the open drifts of a source for its way from now on. @returns how many */
  acceptDrifts(sourceId: string): Promise<number>
}

const hourMs = 3_600_000
const maxDays = 62

const invalid = (field: string, detail: string): TongbanError =>
  new TongbanError('TB_INVALID_INPUT', { field, detail }, { path: [field] })

/**
 * Whole hours: `from` goes back to the start of its hour, `to` on to the end of its own. By default the last 24, so that all sources of
 * a request ask for the same ones.
 */
function spanOf({ from, to }: AskedSpan, now: Date): Span {
  const end = Math.ceil((to == null ? now.getTime() + 1 : Date.parse(to)) / hourMs) * hourMs
  const start = from == null ? end - 24 * hourMs : Math.floor(Date.parse(from) / hourMs) * hourMs
  if (start >= end) throw invalid('from', '< to')
  if (end - start > maxDays * 24 * hourMs) throw invalid('from', `≤ ${maxDays} d`)
  return { from: new Date(start), to: new Date(end) }
}

interface Asked extends Span {
  readonly sourceId: string
}

const spanKey = ({ from, to }: Span): string => `${from.getTime()} ${to.getTime()}`

/** Reads and settles what the quality ledger holds. */
export function createQualityService(store: Store, now: () => Date): QualityService {
  const loaderKey = {}
  const quality: QualityService['quality'] = (sourceIds, span) => readQuality(store, sourceIds, span, now())
  const load = async (asked: readonly Asked[]): Promise<SourceQualityRecord[]> => {
    const found = new Map<Asked, SourceQualityRecord>()
    for (const same of Map.groupBy(asked, spanKey).values()) {
      const [first] = same
      const ids = same.map(({ sourceId }) => sourceId)
      const records = first ? await quality(ids, { from: first.from, to: first.to }) : []
      for (const [at, record] of records.entries()) {
        const one = same[at]
        if (one) found.set(one, record)
      }
    }
    return asked.flatMap((one) => found.get(one) ?? [])
  }
  return {
    quality,
    qualityIn: async (sourceId, asked, context) => {
      const loader = context.once(
        loaderKey,
        () =>
          new DataLoader<Asked, SourceQualityRecord, string>(load, {
            cacheKeyFn: (one) => `${one.sourceId} ${spanKey(one)}`,
          }),
      )
      return loader.load({ sourceId, ...spanOf(asked, now()) })
    },
    countedSources: (span) => countedSources(store, span),
    openDrifts: async () => (await unsettledDrifts(store, now())).map(sightingOf),
    acceptDrifts: (sourceId) => acceptDrifts(store, sourceId, now()),
  }
}

import type { Source } from '../sources/source.ts'
import { readAnswer } from './records.ts'
import type { Sampled } from './sampled.ts'
import type { PortSamples, SourceSamples } from './samples.ts'
import { setStage } from './stage.ts'
import type { Outcome } from './trial.ts'

/** A key, a reference and a purpose that no system knows: asking for them changes nothing and is about nobody. */
const nobody = 'tongban-check'
const sampleSize = 3

/** What can be asked of any source without knowing what it has. */
const harmless: PortSamples = {
  items: { page: { cursor: null, size: sampleSize } },
  cases: { findByReference: nobody, byNumbers: [nobody] },
  notices: { changes: { mark: null, size: sampleSize } },
  certificates: { verify: { identifiers: [nobody], purpose: nobody } },
  ratings: { byCases: [nobody] },
}

const textIn = (row: unknown, name: string): readonly string[] => {
  const value: unknown =
    typeof row === 'object' && row !== null ? Object.getOwnPropertyDescriptor(row, name)?.value : undefined
  return typeof value === 'string' ? [value] : []
}

const rowsOf = (name: string, outcome: Outcome | undefined): readonly unknown[] =>
  outcome && 'sourced' in outcome ? readAnswer(name, outcome.sourced.value).rows : []

/** What may be asked of every method that is offered; not every source of items says what changed. */
function offered({ ports }: Source): PortSamples {
  const some = Object.fromEntries(Object.entries(harmless).filter(([port]) => port in ports))
  const changes = { since: null, cursor: null, size: sampleSize }
  return ports.items && 'changes' in ports.items ? { ...some, items: { ...harmless.items, changes } } : some
}

/**
 * Finds samples at a source itself, reading only: the first items and their agencies, and otherwise what nobody has.
 *
 * @param given - samples that somebody knows; they win
 */
export async function discoverSamples(source: Source, given: SourceSamples = {}): Promise<SourceSamples> {
  const base: SourceSamples = { unknownKey: nobody, ...offered(source), ...given }
  if (!('items' in source.ports) || given.items?.byCodes) return base
  const stage = await setStage(source, base)
  try {
    const page = stage.sampled.find(({ name }: Sampled) => name === 'items.page')
    const rows = rowsOf('items.page', page && (await stage.call(page, page.input))).slice(0, sampleSize)
    const byCodes = rows.flatMap((row) => textIn(row, 'code'))
    const agencies = [...new Set(rows.flatMap((row) => textIn(row, 'agencyCode')))]
    const hasAgencies = agencies.length > 0 && source.ports.items !== undefined && 'agencies' in source.ports.items
    return {
      ...base,
      items: { ...base.items, ...(byCodes.length > 0 ? { byCodes } : {}), ...(hasAgencies ? { agencies } : {}) },
    }
  } finally {
    await stage.close()
  }
}

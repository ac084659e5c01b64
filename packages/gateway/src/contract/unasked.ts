import type { Source } from '../sources/source.ts'
import { readingOf } from './sampled.ts'
import type { PortSamples, SourceSamples } from './samples.ts'

const size = 3
/** Lists can be asked for without knowing what a system has. */
const lists: PortSamples = {
  items: { page: { cursor: null, size }, changes: { since: null, cursor: null, size } },
  notices: { changes: { mark: null, size } },
}

const listsOf = (source: Source, port: string): readonly (readonly [string, unknown])[] =>
  Object.entries(Object.entries(lists).find(([name]) => name === port)?.[1] ?? {}).filter(
    ([method]) => method in (source.ports[port] ?? {}),
  )

/**
 * Samples with those of lists that nobody gave, so that lists are judged too. A tape answers only what was recorded: samples with
 * one stay as they are.
 */
export function withLists(source: Source, samples: SourceSamples): SourceSamples {
  if (samples.tape) return samples
  const given: Readonly<Record<string, unknown>> = { ...samples }
  const ports = Object.keys(lists).flatMap((port) => {
    const known = listsOf(source, port)
    return known.length > 0 ? [[port, { ...Object.fromEntries(known), ...(given[port] ?? {}) }] as const] : []
  })
  return { ...samples, ...Object.fromEntries(ports) }
}

/** Methods that read and have no sample, as `port.method`. */
export const unaskedOf = (source: Source, samples: SourceSamples): readonly string[] => {
  const given: Readonly<Record<string, unknown>> = { ...samples }
  return Object.entries(source.ports).flatMap(([port, methods]) =>
    Object.keys(methods ?? {}).flatMap((method) =>
      readingOf(port, method) && !(method in Object(given[port])) ? [`${port}.${method}`] : [],
    ),
  )
}

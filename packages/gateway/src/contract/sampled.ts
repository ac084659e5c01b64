import { type Ports, portReadings } from '../domains/ports.ts'
import type { AnyReading } from '../sources/readings.ts'
import type { Source } from '../sources/source.ts'
import type { SourceSamples } from './samples.ts'

/** A method with a sample. */
export interface Sampled {
  readonly port: keyof Ports
  readonly method: string
  /** `port.method` */
  readonly name: string
  readonly input: unknown
  /** Absent: it writes. */
  readonly reading: AnyReading | undefined
}

const readings: Readonly<Record<string, Readonly<Record<string, AnyReading | undefined>>>> = portReadings

/** What a method reads; undefined when it writes. */
export const readingOf = (port: string, method: string): AnyReading | undefined => readings[port]?.[method]

/** Samples of methods that the source has. */
export function sampledOf(source: Source, samples: SourceSamples): readonly Sampled[] {
  const { unknownKey: _key, personal: _personal, tape: _tape, ...ports } = samples
  return Object.entries(ports).flatMap(([port, methods]) =>
    Object.entries(methods).flatMap(([method, input]) => {
      const offered = source.ports[port]
      if (offered === undefined || !(method in offered)) throw new RangeError(`${source.id} has no ${port}.${method}`)
      // The names of samples are those of ports: their type says so.
      return [{ port: port as keyof Ports, method, name: `${port}.${method}`, input, reading: readingOf(port, method) }]
    }),
  )
}

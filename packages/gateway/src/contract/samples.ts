import type { Ports } from '../domains/ports.ts'
import type { Tape } from '../sources/tape/index.ts'

type InputOf<Method> = Method extends (input: infer Input, call: never) => Promise<unknown> ? Input : never

/** Inputs by port and method that the system has an answer to. Methods without one are not tried. */
export type PortSamples = {
  readonly [Port in keyof Ports]?: {
    readonly [Method in keyof Ports[Port]]?: InputOf<NonNullable<Ports[Port][Method]>>
  }
}

/**
 * What is asked of a source to see whether it keeps its contract. A sample of a method that writes (`cases.submit`) is really
 * handed in, twice: give one only of a test environment.
 */
export interface SourceSamples extends PortSamples {
  /** A key that the system does not have, in a form that it takes. @default 'tongban-unknown' */
  readonly unknownKey?: string
  /** Personal data in the samples and their answers, which must not show in logs and errors. */
  readonly personal?: readonly string[]
  /** What the system answered when it was recorded; without it the system itself is asked. */
  readonly tape?: Tape
}

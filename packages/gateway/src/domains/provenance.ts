import type { ProvenanceRecord } from '../sources/source.ts'

/** Something from a source, with where it came from: the parent value behind every SDL type that has `provenance`. */
export type WithProvenance<Record> = Record & { readonly provenance: ProvenanceRecord }

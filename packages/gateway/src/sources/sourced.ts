import type { TongbanError } from '@tongban/schema'
import type { ProvenanceRecord, Sourced } from './source.ts'

/** Where one row of a batch came from. @param key - what the port's reading says is the key of the row */
export const rowProvenance = ({ provenance, rows }: Sourced<unknown>, key: string): ProvenanceRecord =>
  rows?.get(key) ?? provenance

/** Why nothing is known of a key that was asked for; undefined when it was answered, be it that there is nothing. */
export const keyFailure = ({ failed }: Sourced<unknown>, key: string): TongbanError | undefined => failed?.get(key)

import { z } from 'zod'
import { storedCase } from '../approvals/stored-case.ts'
import { storedCertificate } from '../certificates/stored-certificate.ts'
import { storedEntry } from '../items/stored-entry.ts'

/** Says how the file is laid out; a file of another layout is not read. */
const FORMAT = 'tongban-example-systems/1'

/**
 * Everything that happened since the first start. One document, so that a decided case and its certificate are kept
 * together or not at all.
 */
export const systemsState = z.object({
  format: z.literal(FORMAT),
  items: z.array(storedEntry),
  certificates: z.array(storedCertificate),
  cases: z.array(storedCase),
})

/** The state as it is read. */
export type SystemsState = z.output<typeof systemsState>

/** The state as it is written. */
export type WrittenState = z.input<typeof systemsState>

/** Before anything happened. */
export const emptyState = { format: FORMAT, items: [], certificates: [], cases: [] } as const satisfies SystemsState

import { z } from 'zod'
import type { Entry } from './library.ts'

/** The present version of an item that was revised or withdrawn, as it is kept: the item by its code. */
export const storedEntry = z.object({
  handleCode: z.string(),
  name: z.string(),
  version: z.int(),
  state: z.literal(['1', '3']),
  operation: z.literal(['I', 'U', 'D']),
  changedAt: z.string().regex(/^\d{14}$/),
  seq: z.string().regex(/^\d{19}$/),
  cancelDate: z.string(),
})
export type StoredEntry = z.output<typeof storedEntry>

export const packEntry = ({ item, ...rest }: Entry): StoredEntry => ({ ...rest, handleCode: item.handleCode })

import { z } from 'zod'

/** A stored word that must be a key of this table. */
export const keyOf = <T extends object>(table: T) =>
  z.custom<Extract<keyof T, string>>((value) => typeof value === 'string' && Object.hasOwn(table, value), {
    error: `expected one of ${Object.keys(table).join(', ')}`,
  })

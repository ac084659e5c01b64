import { isDivisionDigits } from '@tongban/schema'
import { z } from 'zod'

/** What sources and clients are called, by machines and by people. */
export const id = z
  .string('give an identifier')
  .regex(/^[a-z][a-z0-9-]{0,62}$/, 'use lower case letters, digits and hyphens, beginning with a letter')
export const title = z.string('give a title').trim().min(1, 'give a title')

/** A division, or the leading digits of several. */
export const divisionDigits = z
  .string('use text')
  .refine(isDivisionDigits, 'use 2, 4, 6, 9 or 12 digits of division codes')

import { z } from 'zod'
import { strict } from '../sources/options/strict.ts'
import type { OverlapRule } from '../sources/overlaps/rule.ts'
import { divisionDigits } from './names.ts'

/** The shape of a rule for sources that cover the same. Whether it fits the port is checked when sources are connected. */
export const overlapShape = strict({
  port: z.string("name the port, for example 'items'"),
  methods: z.array(z.string()).min(1, 'name at least one method, or leave the list out').optional(),
  divisions: z.array(divisionDigits).optional(),
  rule: z.enum(['FIRST', 'FALLBACK', 'MERGE'], "use 'FIRST', 'FALLBACK' or 'MERGE'"),
  fields: z.record(z.string(), z.array(z.string())).optional(),
} satisfies { readonly [Name in keyof Required<OverlapRule>]: z.ZodType })

import { isDivisionDigits } from '@tongban/schema'
import { z } from 'zod'
import { defaultLimits } from '../sources/limits.ts'
import type { Coverage, Source } from '../sources/source.ts'
import { id, title } from './names.ts'
import { strict } from './strict.ts'

/** The schema of a type's fields: a field that is added to the type and not here does not compile. */
type FieldsOf<Type> = { readonly [Name in keyof Required<Type>]: z.ZodType }

const codes = z.array(z.string()).optional()
const covers = strict({
  divisions: z.array(z.string().refine(isDivisionDigits, 'use 2, 4, 6, 9 or 12 digits of division codes')).optional(),
  itemTypes: codes,
  itemCodes: codes,
  certificateTypes: codes,
} satisfies FieldsOf<Coverage>)

const limit = z.number().nonnegative('use a number from 0').optional()
const limits = strict(Object.fromEntries(Object.keys(defaultLimits).map((name) => [name, limit])))

/** Only the shape is checked here; ports are code, and the contract kit tests code. */
export const sourceShape = strict({
  id,
  title,
  owner: z.string().optional(),
  covers,
  limits: limits.optional(),
  protocol: z.looseObject(
    { kind: z.string(), send: z.function() },
    'use a protocol such as rest({ … }) or soap({ … })',
  ),
  ports: z
    .record(z.string(), z.unknown())
    .refine((ports) => Object.keys(ports).length > 0, 'offer at least one of items, cases, certificates, notices'),
} satisfies FieldsOf<Source>)

import type { Item } from '@tongban/sdk'
import { z } from 'zod'
import { isRecord } from '../../protocols/path.ts'
import { isNothing } from '../../reading/nothing.ts'

/** Every spelling of nothing as null, so that no name is ever "null"; lists stay lists. */
function tidy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tidy)
  if (isRecord(value)) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, tidy(inner)]))
  return isNothing(value) ? null : value
}

const listOrEmpty = <Row extends z.ZodType>(row: Row) => z.preprocess((value) => value ?? [], z.array(row))
const coded = z.looseObject({ code: z.string() })

/** What is taken apart; the rest is as both sides' schema has it. */
const parts = z.looseObject({
  code: z.string(),
  name: z.string(),
  division: coded,
  agency: coded.nullish(),
  provenance: z.looseObject({ source: z.looseObject({}).nullish() }),
  results: listOrEmpty(z.looseObject({ certificateType: coded.nullish() })),
  materials: z.array(z.looseObject({ satisfiedBy: listOrEmpty(z.looseObject({ certificateType: coded })) })).nullish(),
})

/** An item of a partner's answer. */
export const item = z.preprocess(tidy, parts).transform(
  // The partner's gateway answers by the schema both sides share; what is taken apart here has been looked at.
  (found) => found as unknown as Item,
)

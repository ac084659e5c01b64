import { z } from 'zod'
import type { ShapeOf } from '../options/option-mistake.ts'
import { text } from '../options/shapes.ts'
import { strict } from '../options/strict.ts'
import type { Envelope } from './envelope.ts'

const values = z.array(z.union([z.string(), z.number()], 'use text or numbers'), 'give a list of values')
const absent = "say how answers tell success: envelope: { success: { path: 'code', in: ['200'] } }"

/** Without a value that means success, and without what only good answers have, no answer could be good. */
const success = strict(
  {
    path: z.string("name the place of the status, for example 'code'"),
    in: values,
    orPresent: text,
  } satisfies ShapeOf<Envelope['success']>,
  "say where the status is and what means success: { path: 'code', in: ['200'] }",
).refine(({ in: good, orPresent }) => good.length > 0 || orPresent !== undefined, {
  path: ['in'],
  error: "name at least one value that means success, for example ['200']",
})

/** The shape of an envelope in a source file. */
export const envelopeShape = strict(
  {
    success,
    payload: text,
    message: text,
    none: values.optional(),
    auth: values.optional(),
    unwell: values.optional(),
    codes: z.record(z.string(), z.string('use a code of an error'), 'give codes by value').optional(),
  } satisfies ShapeOf<Envelope>,
  absent,
)

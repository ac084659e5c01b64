import { TongbanError } from '@tongban/schema'
import type { z } from 'zod'
import {
  type AgencyInput,
  type AgencyRecord,
  agencyRecord,
  type ServiceItemInput,
  type ServiceItemRecord,
  serviceItemRecord,
} from './record.ts'

/** A record, or why it is none: the path and the complaint, without the value. */
export type Parsed<Record> =
  | { readonly record: Record }
  | { readonly problem: { readonly path: string; readonly detail: string } }

export const parseItem = (input: ServiceItemInput): Parsed<ServiceItemRecord> => parse(serviceItemRecord, input)
export const parseAgency = (input: AgencyInput): Parsed<AgencyRecord> => parse(agencyRecord, input)

function parse<Record>(schema: z.ZodType<Record>, input: unknown): Parsed<Record> {
  const result = schema.safeParse(input)
  if (result.success) return { record: result.data }
  const issue = result.error.issues[0]
  return { problem: { path: issue?.path.join('.') ?? '', detail: issue?.message ?? 'not valid' } }
}

/** The record of a reply. @throws TongbanError `TB_SOURCE_SHAPE` */
export function recordFrom<Record>(
  parsed: Parsed<Record>,
  source: { readonly id: string; readonly title: string },
): Record {
  if ('record' in parsed) return parsed.record
  const { path, detail } = parsed.problem
  throw new TongbanError(
    'TB_SOURCE_SHAPE',
    { source: source.title, detail: `${path}: ${detail}` },
    { source: source.id },
  )
}

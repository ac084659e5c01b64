import { z } from 'zod'
import { isRecord } from '../../protocols/path.ts'
import { field } from '../../reading/fields.ts'

/** Rows by names in capitals, however the database writes them. */
const inCapitals = (raw: unknown): unknown =>
  isRecord(raw) ? Object.fromEntries(Object.entries(raw).map(([name, value]) => [name.toUpperCase(), value])) : raw

const row = <Shape extends z.ZodRawShape>(shape: Shape) => z.preprocess(inCapitals, common.extend(shape))
const common = z.object({
  ORGBUSNO: field.required,
  PROJID: field.required,
  DATAVER: field.whole.transform((version) => version ?? 1),
  MAKETIME: field.instant,
})

/** The time of a row: when it happened, else when it was written; a row without any says nothing about a history. */
const timed = <Row extends { readonly MAKETIME: string | null }>(
  read: Row,
  happened: string | null,
  context: z.RefinementCtx,
): Row & { readonly at: string } => {
  const at = happened ?? read.MAKETIME
  if (at !== null) return { ...read, at }
  context.addIssue({ code: 'custom', message: 'expected a time', path: ['MAKETIME'] })
  return z.NEVER
}

/** `EA_JC_STEP_BASICINFO` */
export const baseRow = row({ OCCURTIME: field.instant }).transform((read, context) =>
  timed(read, read.OCCURTIME, context),
)

const span = { NODENAME: field.text, NODESTARTTIME: field.instant, NODEENDTIME: field.instant, NODERESULT: field.text }

/** `EA_JC_STEP_PROC` */
export const processRow = row({ ...span, SN: field.whole, NODESTATE: field.text, PROCUNITNAME: field.text }).transform(
  (read, context) => timed(read, read.NODEENDTIME ?? read.NODESTARTTIME, context),
)

/** `EA_JC_STEP_SPECIALNODE`. An end that is the start stands for none: so the table's description wants it written. */
export const specialRow = row({
  ...span,
  NODEPROCADV: field.text,
  LISTS: field.text,
  PROCUNITNAME: field.text,
}).transform((read, context) => {
  const { at, ...rest } = timed(read, read.NODESTARTTIME, context)
  const end = read.NODEENDTIME === null || read.NODEENDTIME <= at ? null : read.NODEENDTIME
  return { ...rest, at, end }
})

/** `EA_JC_STEP_DONE`; other columns stay, for the one that tells versions apart. */
export const finishRow = z
  .preprocess(
    inCapitals,
    common.extend({ OCCURTIME: field.instant, DONERESULT: field.text, EXITRES: field.text }).catchall(z.unknown()),
  )
  .transform((read, context) => timed(read, read.OCCURTIME, context))

export type BaseRow = z.output<typeof baseRow>
export type ProcessRow = z.output<typeof processRow>
export type SpecialRow = z.output<typeof specialRow>
export type FinishRow = z.output<typeof finishRow>

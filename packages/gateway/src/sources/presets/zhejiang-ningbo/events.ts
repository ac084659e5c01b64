import { decodeCode } from '@tongban/schema'
import { z } from 'zod'
import type { SourceCaseInput } from '../../../domains/cases/port.ts'
import { knownCodes } from '../../reading/code-table.ts'
import type { DateReading } from '../../reading/dates.ts'
import { field } from '../../reading/fields.ts'

/** `DOACTION` by operation, and the stages of attachments (附件产生阶段). */
const table = (tableVersion: string) => ({ system: 'ningbo', tableVersion })
const accepts = knownCodes('caseState', table('accept'))
const overs = knownCodes('caseState', table('over'))
/** 01 申报 … 05 送达. The facts name the first and the last. */
export const fileStages = knownCodes('caseState', table('file-stage'))

type Report = SourceCaseInput['reports'][number]
type Result = SourceCaseInput['result']

/** 受理: `DOACTION` 0 受理, 1 不予受理. */
export const acceptEvent = z
  .object({ AcceptTime: field.requiredInstant, DOACTION: accepts.field, Hander_Deptname: field.text })
  .transform(
    ({ AcceptTime: at, DOACTION: { name: state, raw }, Hander_Deptname: by }): Report => ({ at, state, raw, by }),
  )

/** 退回 to the desk before is a known action without a state of ours; any other code without a name is refused. */
const handlerAction = field.required.transform((code, context) => {
  const { name, raw, why } = { why: undefined, ...decodeCode('caseState', { ...table('handler'), code }) }
  if (name !== undefined || why === 'NO_EQUIVALENT') return { name: name ?? null, raw }
  context.addIssue({ code: 'custom', message: 'expected a code of the table ningbo handler' })
  return z.NEVER
})

/** 办理: `DOACTION` 0 提交, 1 退回. Some senders leave the end of a step out. */
export const handlerEvent = z
  .object({
    START_TIME: field.instant,
    END_TIME: field.instant,
    DOACTION: handlerAction,
    Hander_Deptname: field.text,
    Node_Name: field.text,
  })
  .transform(
    ({ START_TIME, END_TIME, DOACTION: { name: state, raw }, Hander_Deptname: by, Node_Name: note }, context) => {
      const at = END_TIME ?? START_TIME
      if (at !== null) return state === null ? null : ({ at, state, raw, by, note } satisfies Report)
      context.addIssue({ code: 'custom', path: ['START_TIME'], message: 'expected a time, found nothing' })
      return z.NEVER
    },
  )

/** `2099/12/31` means that there is no end. */
const validity = (end: DateReading | null): string[] =>
  end === null ? [] : ['openEnded' in end ? '有效期至:长期' : `有效期至:${end.day}`]

/** What is decided is said in words only, and only these two are told apart. */
const grantedBy: Readonly<Record<string, boolean>> = { 准予许可: true, 不予许可: false }

/** 办结: `DOACTION` 0 办结, 1 作废办结, 3 退件. */
export const overEvent = z
  .object({
    TRANSACT_TIME: field.requiredInstant,
    DOACTION: overs.field,
    TRANSACT_RESULT: field.text,
    TRANSACT_DESCRIBE: field.text,
    Hander_Deptname: field.text,
    XK_YXQZI: field.ending,
  })
  .transform((row) => {
    const { TRANSACT_TIME: at, DOACTION, TRANSACT_RESULT, TRANSACT_DESCRIBE, Hander_Deptname: by, XK_YXQZI } = row
    const said = [TRANSACT_RESULT, TRANSACT_DESCRIBE].filter((text) => text !== null)
    const note = [...said, ...validity(XK_YXQZI)].join(';') || null
    const report: Report = { at, state: DOACTION.name, raw: DOACTION.raw, by, note }
    const granted = grantedBy[TRANSACT_DESCRIBE ?? '']
    const result: Result =
      granted === undefined ? null : { granted, decidedAt: at, reason: granted ? null : TRANSACT_DESCRIBE }
    return { report, result }
  })

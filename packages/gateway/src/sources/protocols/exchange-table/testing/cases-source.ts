import { z } from 'zod'
import { defineSource } from '../../../../domains/ports.ts'
import { field } from '../../../reading/fields.ts'
import type { Source, SourceLimits } from '../../../source.ts'
import type { ExchangeDatabase } from '../database.ts'
import { exchangeTable } from '../exchange-table.ts'
import { tableReply } from '../replies.ts'

const row = z.object({ PROJID: field.required, YWLSH: field.text, DATAVER: field.whole, ACCEPTTIME: field.instant })
const read = { operation: 'cases.read', safe: true, table: 'EA_JC_STEP_BASICINFO', reply: z.array(row) } as const
const caseOf = ({ PROJID, YWLSH, DATAVER, ACCEPTTIME }: z.output<typeof row>) => ({
  ...{ number: PROJID, reference: YWLSH, dataVersion: DATAVER ?? 1 },
  reports: [{ at: ACCEPTTIME ?? '', state: 'ACCEPTED' as const }],
})

/** A whole source on exchange tables: cases are fetched from one table, submissions put into another. */
export const casesSource = (database: ExchangeDatabase, limits: Partial<SourceLimits> = {}): Source =>
  defineSource({
    ...{ id: 'front-end', title: '前置库', covers: { divisions: ['3703'] }, limits },
    protocol: exchangeTable({
      database,
      tables: {
        EA_JC_STEP_BASICINFO: { key: ['PROJID'], version: 'DATAVER' },
        TB_SUBMIT: {
          key: ['YWLSH'],
          flag: { column: 'SIGN', values: { NOT_SENT: ['0'] } },
          reason: 'ERRORMSG',
          sender: { madeAt: 'MAKETIME', sign: { column: 'SIGN', initial: '0' }, change: 'CD_OPERATION' },
        },
      },
    }),
    cases: {
      byNumbers: async (numbers, call) => (await call({ ...read, where: { PROJID: numbers } })).map(caseOf),
      findByReference: async (reference, call) =>
        (await call({ ...read, where: { YWLSH: reference } })).map(caseOf)[0] ?? null,
      async submit({ reference, itemCode, applicant }, call) {
        const sent = { YWLSH: reference, TASKCODE: itemCode, APPLYNAME: applicant.name }
        const table = { safe: true, table: 'TB_SUBMIT' } as const
        await call({ ...table, operation: 'cases.submit', do: 'write', rows: [sent], reply: tableReply.written })
        const asked = { ...table, operation: 'cases.answers', do: 'answers', keys: [sent] } as const
        const [answer] = await call({ ...asked, reply: tableReply.answers })
        if (answer?.state === 'ITEM_UNKNOWN' || answer?.state === 'FAILED')
          return { outcome: 'refused', reason: answer.reasons.map(({ reason }) => reason).join('; ') }
        const [taken] = (await call({ ...read, where: { YWLSH: reference } })).map(caseOf)
        return taken ? { outcome: 'taken', case: taken } : { outcome: 'waiting' }
      },
    },
  })

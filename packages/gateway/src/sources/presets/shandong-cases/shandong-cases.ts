import type { OutgoingSubmission, SubmitOutcome } from '../../../domains/cases/port.ts'
import { defineSource } from '../../../domains/ports.ts'
import { inBatches } from '../../batches.ts'
import { type RowAnswer, tableReply } from '../../protocols/exchange-table/replies.ts'
import type { ExchangeRequest } from '../../protocols/exchange-table/requests.ts'
import type { Call } from '../../source.ts'
import { batchSize, exchangeBase } from '../exchange.ts'
import { handedInRow } from './handing-in.ts'
import type { ShandongCasesOptions } from './options.ts'
import { caseReader, findCase } from './read.ts'
import { answersOf, layoutsOf, spelling, tablesOf } from './tables.ts'

const own = { id: 'shandong-cases', title: '山东办件前置库' }

/** What the flag says when no reason is written beside it. */
const silentReasons = { ITEM_UNKNOWN: '前置库退回:事项不存在', FAILED: '前置库退回,未说明原因' } as const

function refusal(answer: RowAnswer | undefined): SubmitOutcome | null {
  if (answer?.state !== 'ITEM_UNKNOWN' && answer?.state !== 'FAILED') return null
  return { outcome: 'refused', reason: answer.reasons.at(-1)?.reason || silentReasons[answer.state] }
}

/** Puts the row there once, and hears what came back: the case itself, a refusal, or nothing yet. */
function handingIn(options: ShandongCasesOptions, read: ReturnType<typeof caseReader>) {
  const table = tablesOf(options).handedIn
  return async (submission: OutgoingSubmission, call: Call<ExchangeRequest>): Promise<SubmitOutcome> => {
    const request = { safe: true, table } as const
    const rows = [handedInRow(options, submission)]
    await call({ ...request, operation: 'cases.submit', do: 'write', rows, reply: tableReply.written })
    const found = await findCase(read, submission.reference, 'cases.submit', call)
    if (found) return { outcome: 'taken', case: found }
    if (answersOf(options) === undefined) return { outcome: 'waiting' }
    const keys = [{ [spelling(options)('PROJID')]: submission.reference }]
    const asked = { ...request, operation: 'cases.answers', do: 'answers', keys } as const
    const [answer] = await call({ ...asked, reply: tableReply.answers })
    return refusal(answer) ?? { outcome: 'waiting' }
  }
}

/**
 * Cases through the exchange tables of Shandong (山东省办件前置库): submissions go into `PRE_APASINFO` under our reference as
 * `PROJID`, cases come back in `EA_JC_STEP_BASICINFO`, `…_PROC`, `…_SPECIALNODE` and `…_DONE`, keyed by ORGBUSNO, PROJID and
 * DATAVER. Facts: published interface of the tables, both generations. The query password is neither read nor kept.
 *
 * Not known: what 0, 2, 3 and 4 mean in `DONERESULT` of version 2 (the case is closed and the raw code told), the codes of the
 * appendices for kinds of documents and items (written by `more`), and a flag or reason column in version 2 (`answers`). Steps
 * that agree or disagree do not decide a case; only the finish table does. A suspension without an end ends with the next step.
 *
 * @example
 * shandongCases({ database: mysql({ url: process.env.PRE_URL ?? '' }), covers: { divisions: ['3708'] }, version: '2' })
 */
export const shandongCases = (options: ShandongCasesOptions) => {
  const read = caseReader(options)
  return defineSource({
    ...exchangeBase(options, own, layoutsOf(options)),
    cases: {
      submit: handingIn(options, read),
      findByReference: (reference, call) => findCase(read, reference, 'cases.findByReference', call),
      byNumbers: (numbers, call) =>
        inBatches(numbers, { size: batchSize }, async (some) => {
          const { cases } = await read(some, 'cases.byNumbers', call)
          return some.flatMap((number) => cases.get(number) ?? [])
        }),
    },
  })
}

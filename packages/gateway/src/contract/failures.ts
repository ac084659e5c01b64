import { isRecord } from '../sources/protocols/path.ts'
import { type ContractCheck, unless } from './check.ts'
import { disturbances, type Failing, reported } from './disturbances.ts'
import { answersAgain, endsWhenCancelled } from './ending.ts'
import { takesNothing } from './nothing.ts'
import { readAnswer } from './records.ts'
import type { Sampled } from './sampled.ts'
import { keepsToSize } from './size.ts'
import type { Stage } from './stage.ts'
import type { Outcome, Trial, Undisturbed } from './trial.ts'
import { complaints, promises, reasons } from './words.ts'

/** Requests of one call that are disturbed in turn; what comes later in a long call fails in the same way. */
const mostRequests = 3

/** Above the sample's own answers, so that only what has no end is too large. */
const roomBytes = 65_536

/** Long enough for requests that are not disturbed, short enough to wait for. */
const patienceMs = (slowestMs: number): number => Math.min(500, Math.max(50, Math.ceil(slowestMs * 3)))

function trialOf(failing: Failing, which: number, { exchanges, slowestMs, largestBody }: Undisturbed): Trial {
  const limits =
    failing.how === 'SILENCE'
      ? { attemptTimeoutMs: patienceMs(slowestMs) }
      : { maxResponseBytes: largestBody + roomBytes }
  return exchanges > 0 ? { limits } : { limits, send: reported(failing, which) }
}

const listIn = (value: unknown, name: string): readonly unknown[] => {
  const list = isRecord(value) ? value[name] : undefined
  return Array.isArray(list) ? list : []
}

/** What an answer says it has lost: rows that were skipped, and parts of rows that could not be read. */
function lossesIn({ name }: Sampled, outcome: Outcome): readonly string[] {
  if ('error' in outcome) return []
  const { value } = outcome.sourced
  const unread = readAnswer(name, value).rows.map((row) => listIn(row, 'unread'))
  return [...listIn(value, 'skipped'), ...unread.flatMap((parts, row) => parts.map((part) => [row, part]))].map(
    (loss) => JSON.stringify(loss),
  )
}

function isTold(sampled: Sampled, { codes, mayCostRows }: Failing, outcome: Outcome, before: Outcome): boolean {
  if ('error' in outcome) return codes.some((code) => code === outcome.error.code)
  const known = new Set(lossesIn(sampled, before))
  return mayCostRows === true && lossesIn(sampled, outcome).some((loss) => !known.has(loss))
}

/** A token that is not accepted may be had anew, once: then there is an answer, after more exchanges than usual. */
const isLetInAgain = ({ how }: Failing, outcome: Outcome, exchanges: number, before: Undisturbed): boolean =>
  how === 'LOGIN' && 'sourced' in outcome && before.exchanges > 0 && exchanges > before.exchanges

const failsTyped = (sampled: Sampled, failing: Failing): ContractCheck => ({
  method: sampled.name,
  promise: promises.tells(failing.what, failing.codes),
  writes: false,
  async run(stage) {
    const before = await stage.undisturbed(sampled)
    const requests = Math.min(before.exchanges || before.requests, mostRequests)
    if (requests === 0) return { because: reasons.asksNothing }
    const found = []
    for (let nth = 1; nth <= requests; nth++) {
      stage.middleman.disturb(failing.how, nth)
      const outcome = await stage.call(sampled, sampled.input, trialOf(failing, nth, before))
      const told = 'error' in outcome ? outcome.error.code : 'an answer'
      const isRight =
        isTold(sampled, failing, outcome, before.outcome) ||
        isLetInAgain(failing, outcome, stage.middleman.passed().exchanges, before)
      found.push(...unless(isRight, complaints.told(nth, told)))
    }
    stage.middleman.disturb('NONE')
    return found
  },
})

/** Promises about failures, for every sampled method that reads. */
export const failureChecks = ({ sampled }: Pick<Stage, 'sampled'>): readonly ContractCheck[] =>
  sampled
    .filter(({ reading }) => reading)
    .flatMap((one) => [
      ...disturbances.map((failing) => failsTyped(one, failing)),
      keepsToSize(one),
      endsWhenCancelled(one),
      answersAgain(one),
      takesNothing(one),
    ])

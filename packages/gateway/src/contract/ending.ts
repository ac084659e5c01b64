import { failed } from './answers.ts'
import { type ContractCheck, unless } from './check.ts'
import { silence } from './disturbances.ts'
import type { Sampled } from './sampled.ts'
import type { Stage } from './stage.ts'
import type { Outcome } from './trial.ts'
import { complaints, moments, promises, reasons } from './words.ts'

/** Calls the sample and cancels it as soon as its first request is on its way; `hold` keeps it there. */
async function cancelled(stage: Stage, sampled: Sampled, hold: boolean): Promise<Outcome> {
  const controller = new AbortController()
  const begun = Promise.withResolvers<void>()
  const send = async (_nth: number, signal: AbortSignal) => {
    begun.resolve()
    if (hold) await silence(signal)
  }
  const call = stage.call(
    sampled,
    sampled.input,
    { limits: { attemptTimeoutMs: 20_000 }, send },
    { signal: controller.signal },
  )
  await Promise.race([begun.promise, call])
  setImmediate(() => controller.abort())
  return call
}

async function cancelledAtSocket(stage: Stage, sampled: Sampled): Promise<Outcome> {
  stage.middleman.disturb('SILENCE')
  const controller = new AbortController()
  let isOver = false
  const call = stage
    .call(sampled, sampled.input, { limits: { attemptTimeoutMs: 20_000 } }, { signal: controller.signal })
    .finally(() => {
      isOver = true
    })
  while (!isOver && stage.middleman.passed().exchanges === 0) await new Promise((resolve) => setTimeout(resolve, 2))
  controller.abort()
  return call
}

const isCancelled = (outcome: Outcome): boolean => 'error' in outcome && outcome.error.code === 'TB_CANCELLED'

/** Cancelled while the system is silent, the call ends and its connection with it. */
export const endsWhenCancelled = (sampled: Sampled): ContractCheck => ({
  method: sampled.name,
  promise: promises.endsWhenCancelled,
  writes: false,
  async run(stage) {
    const { exchanges, requests } = await stage.undisturbed(sampled)
    if (requests === 0) return { because: reasons.asksNothing }
    if (exchanges === 0) return unless(isCancelled(await cancelled(stage, sampled, true)), complaints.goesOnCancelled)
    const outcome = await cancelledAtSocket(stage, sampled)
    for (let turns = 0; turns < 400 && stage.middleman.connections() > 0; turns++)
      await new Promise((resolve) => setTimeout(resolve, 5))
    stage.middleman.disturb('NONE')
    return [
      ...unless(isCancelled(outcome), complaints.goesOnCancelled),
      ...unless(stage.middleman.connections() === 0, complaints.staysOpen),
    ]
  },
})

/** Cancelled while the system works on it, a call leaves nothing behind that the next one would stumble over. */
export const answersAgain = (sampled: Sampled): ContractCheck => ({
  method: sampled.name,
  promise: promises.answersAgain,
  writes: false,
  async run(stage) {
    const { requests, outcome } = await stage.undisturbed(sampled)
    if (requests === 0) return { because: reasons.asksNothing }
    if ('error' in outcome) return { because: reasons.unanswered }
    await cancelled(stage, sampled, false)
    return failed(await stage.call(sampled, sampled.input), moments.afterwards)
  },
})

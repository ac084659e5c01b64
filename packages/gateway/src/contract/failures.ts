import type { ErrorCode } from '@tongban/schema'
import { type ContractCheck, unless } from './check.ts'
import type { Disturbance } from './middleman.ts'
import { takesNothing } from './nothing.ts'
import type { Sampled, Stage } from './stage.ts'

/** What a disturbance is, and the codes that say it. */
const disturbances: readonly { how: Disturbance; what: string; codes: readonly ErrorCode[] }[] = [
  { how: 'SILENCE', what: 'a system that does not answer', codes: ['TB_SOURCE_TIMEOUT'] },
  { how: 'RESET', what: 'a connection that breaks', codes: ['TB_SOURCE_UNAVAILABLE', 'TB_SOURCE_SHAPE'] },
  { how: 'CUT', what: 'a body that is cut short', codes: ['TB_SOURCE_SHAPE', 'TB_SOURCE_UNAVAILABLE'] },
  { how: 'EMPTY', what: 'an empty body', codes: ['TB_SOURCE_SHAPE'] },
  { how: 'PAGE', what: 'a page of HTML with status 200', codes: ['TB_SOURCE_SHAPE', 'TB_SOURCE_AUTH'] },
  { how: 'LOGIN', what: 'a login page with status 200', codes: ['TB_SOURCE_AUTH'] },
  { how: 'BAD_GATEWAY', what: 'a page of a proxy with status 502', codes: ['TB_SOURCE_UNAVAILABLE'] },
  { how: 'FLOOD', what: 'a body without end', codes: ['TB_SOURCE_TOO_LARGE'] },
]

const attemptTimeoutMs = 200
/** Requests of one call that are disturbed in turn; what comes later in a long call fails in the same way. */
const mostRequests = 3

/** How many requests the sample takes over HTTP; 0 when it takes another way. */
async function requestsOf(stage: Stage, sampled: Sampled): Promise<number> {
  stage.middleman.disturb('NONE')
  await stage.call(sampled, sampled.input)
  return stage.middleman.requests()
}

const failsTyped = (sampled: Sampled, { how, what, codes }: (typeof disturbances)[number]): ContractCheck => ({
  name: `${sampled.name} tells of ${what} by ${codes.join(' or ')}`,
  writes: false,
  async run(stage) {
    const requests = Math.min(await requestsOf(stage, sampled), mostRequests)
    if (requests === 0) return null
    const complaints: string[] = []
    for (let nth = 1; nth <= requests; nth++) {
      stage.middleman.disturb(how, nth)
      const limits =
        how === 'SILENCE'
          ? { attemptTimeoutMs }
          : { maxResponseBytes: stage.source.limits?.maxResponseBytes ?? 4_194_304 }
      const outcome = await stage.call(sampled, sampled.input, { limits })
      const told = 'error' in outcome ? outcome.error.code : 'an answer'
      complaints.push(...unless((codes as readonly string[]).includes(told), `request ${nth} of the call: ${told}`))
    }
    stage.middleman.disturb('NONE')
    return complaints
  },
})

const endsWhenCancelled = (sampled: Sampled): ContractCheck => ({
  name: `${sampled.name} ends when it is cancelled, down to the socket`,
  writes: false,
  async run(stage) {
    if ((await requestsOf(stage, sampled)) === 0) return null
    stage.middleman.disturb('SILENCE')
    const controller = new AbortController()
    const call = stage.call(
      sampled,
      sampled.input,
      { limits: { attemptTimeoutMs: 20_000 } },
      { signal: controller.signal },
    )
    while (stage.middleman.requests() === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    controller.abort()
    const outcome = await call
    for (let turns = 0; turns < 200 && stage.middleman.connections() > 0; turns++)
      await new Promise((resolve) => setTimeout(resolve, 5))
    stage.middleman.disturb('NONE')
    return [
      ...unless('error' in outcome && outcome.error.code === 'TB_CANCELLED', 'the call goes on after it was cancelled'),
      ...unless(stage.middleman.connections() === 0, 'the connection stays open'),
    ]
  },
})

/** Promises about failures, for every sampled method that reads. */
export const failureChecks = ({ sampled }: Pick<Stage, 'sampled'>): readonly ContractCheck[] =>
  sampled
    .filter(({ reading }) => reading)
    .flatMap((one) => [...disturbances.map((what) => failsTyped(one, what)), endsWhenCancelled(one), takesNothing(one)])

import { afterEach, beforeEach } from 'vitest'
import type { CallOutcome } from '../quality/listener.ts'
import { unheard } from '../quality/listener.ts'
import type { Source, SourceLimits } from '../source.ts'
import { good, restSource, silentLog } from '../testing/source.ts'
import { json, startUpstream, type Upstream } from '../testing/upstream.ts'
import { type CallDeps, type Caller, createCaller } from './call.ts'

/** A real server and a caller of it, new for each test. */
export interface CallingWorld {
  readonly upstream: Upstream
  readonly caller: Caller
  /** What the quality ledger was told of calls. */
  readonly outcomes: readonly CallOutcome[]
  /** Connects anew, with other limits or another source. */
  connect(limits?: Partial<SourceLimits>, other?: Partial<Source>, deps?: Partial<CallDeps>): void
}

/** A busy machine must not look like a slow source. */
const patient = { attemptTimeoutMs: 20_000, totalTimeoutMs: 40_000 }

/** Sets a world up before each test of a file, and takes it down afterwards. */
export function callingWorld(): CallingWorld {
  let upstream: Upstream
  const callers: Caller[] = []
  let outcomes: CallOutcome[] = []
  const connect: CallingWorld['connect'] = (limits = {}, other = {}, deps = {}) => {
    outcomes = []
    const quality = { ...unheard, called: (outcome: CallOutcome) => void outcomes.push(outcome) }
    const common = { log: silentLog, metrics: { sourceCall() {} }, now: () => new Date(), quality }
    const source = { ...restSource(upstream.url, { ...patient, ...limits }), ...other }
    callers.unshift(createCaller(source, { ...common, ...deps }))
  }
  beforeEach(async () => {
    upstream = await startUpstream(json(good()))
    connect()
  })
  afterEach(async () => {
    await Promise.all(callers.splice(0).map((caller) => caller.close()))
    await upstream.close()
  })
  return {
    get upstream() {
      return upstream
    },
    get caller() {
      const [latest] = callers
      if (!latest) throw new RangeError('There is a caller only while a test runs.')
      return latest
    },
    get outcomes() {
      return outcomes
    },
    connect,
  }
}

import { isTongbanError } from '@tongban/schema'
import type { Ports } from '../domains/ports.ts'
import { connectSources } from '../sources/connect.ts'
import { createHttpClient } from '../sources/http/client.ts'
import { defaultLimits } from '../sources/limits.ts'
import type { CallContext, Protocol, Source, Sourced, UpstreamRequest } from '../sources/source.ts'
import { tapePlayer } from '../sources/tape/index.ts'
import type { TapePlayer } from '../sources/tape/replay.ts'
import { type Middleman, startMiddleman } from './middleman.ts'
import { type Sampled, sampledOf } from './sampled.ts'
import type { SourceSamples } from './samples.ts'
import type { Outcome, Trial, Undisturbed } from './trial.ts'
import { watch } from './watched.ts'
import { rememberingLog, textOf } from './written.ts'

/** A source with a middleman between it and its system, and a log that remembers. */
export interface Stage {
  readonly source: Source
  readonly samples: SourceSamples
  readonly sampled: readonly Sampled[]
  readonly middleman: Middleman
  /** Everything that was logged and every error that was thrown, as text. */
  readonly written: readonly string[]
  /** Requests that the last call made. */
  requests(): readonly UpstreamRequest[]
  /** Asked once for each sample. */
  undisturbed(sampled: Sampled): Promise<Undisturbed>
  call(sampled: Sampled, input: unknown, trial?: Trial, context?: CallContext): Promise<Outcome>
  close(): Promise<void>
}

type BoundMethod = (input: unknown, context: CallContext) => Promise<Sourced<unknown>>

function methodOf(port: object | undefined, method: string): BoundMethod {
  const found: unknown = port && Object.getOwnPropertyDescriptor(port, method)?.value
  if (typeof found !== 'function') throw new RangeError(`there is no method ${method}`)
  return found as BoundMethod // every method of a bound port has this form
}

/** The source with one call's limits, and nothing that repeats, hedges or stands in for an answer. */
function forOneCall(source: Source, onTrial: Protocol, limits: Trial['limits']): Source {
  const { operations: _operations, lastGood: _lastGood, ...rest } = source
  // The protocol stays open for the next call; whoever made the source closes it.
  const { close: _close, ...protocol } = onTrial
  return { ...rest, protocol, limits: { ...source.limits, maxRetries: 0, hedge: false, ...limits } }
}

/** Makes one call; what is logged and thrown is written down. */
async function callOnce(
  source: Source,
  { port, method }: Sampled,
  input: unknown,
  context: CallContext,
  written: string[],
): Promise<Outcome> {
  const connected = connectSources<Ports>([source], {
    log: rememberingLog(written),
    metrics: { sourceCall() {} },
    now: () => new Date(),
  })
  try {
    const bound = methodOf(connected.directory.portOf(port, source.id)?.port, method)
    return { sourced: await bound(input, context) }
  } catch (error) {
    if (!isTongbanError(error)) throw error
    written.push(textOf(error))
    return { error }
  } finally {
    await connected.close()
  }
}

/** The middleman in front of the system, or of the tape of it. */
async function standBetween(source: Source, player: TapePlayer | undefined) {
  const client = createHttpClient({ ...defaultLimits, ...source.limits, maxResponseBytes: Number.MAX_SAFE_INTEGER })
  const middleman = await startMiddleman(async (request) =>
    player ? player.exchange(request) : client.exchange(request, AbortSignal.timeout(30_000)),
  )
  const close = async () => {
    await middleman.close()
    await client.close()
  }
  return { middleman, close }
}

/** Sets the stage. */
export async function setStage(source: Source, samples: SourceSamples): Promise<Stage> {
  const written: string[] = []
  const player = samples.tape && tapePlayer(samples.tape)
  const { middleman, close } = await standBetween(source, player)
  const watched = watch(source, middleman, player)
  const measured = new Map<Sampled, Promise<Undisturbed>>()

  const call: Stage['call'] = (sampled, input, trial = {}, context = {}) => {
    watched.begin()
    const protocol = watched.onTrial(trial, sampled.reading !== undefined)
    return callOnce(forOneCall(source, protocol, trial.limits), sampled, input, context, written)
  }
  const measure = async (sampled: Sampled): Promise<Undisturbed> => {
    middleman.disturb('NONE')
    const outcome = await call(sampled, sampled.input)
    const { exchanges, largestBody } = middleman.passed()
    return { outcome, requests: watched.requests().length, exchanges, largestBody, slowestMs: watched.slowestMs() }
  }
  return {
    source,
    samples,
    sampled: sampledOf(source, samples),
    middleman,
    written,
    requests: watched.requests,
    undisturbed(sampled) {
      const known = measured.get(sampled) ?? measure(sampled)
      measured.set(sampled, known)
      return known
    },
    call,
    close,
  }
}

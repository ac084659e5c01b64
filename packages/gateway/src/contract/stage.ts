import { isTongbanError, TongbanError } from '@tongban/schema'
import { type Ports, portReadings } from '../domains/ports.ts'
import { connectSources } from '../sources/connect.ts'
import { createHttpClient } from '../sources/http/client.ts'
import { defaultLimits } from '../sources/limits.ts'
import type { AnyReading } from '../sources/readings.ts'
import type { CallContext, Protocol, Source, Sourced, UpstreamRequest } from '../sources/source.ts'
import { tapePlayer } from '../sources/tape/index.ts'
import type { Log } from '../telemetry/types.ts'
import { createMemory } from './memory.ts'
import { type Middleman, startMiddleman } from './middleman.ts'
import type { SourceSamples } from './samples.ts'

/** A method with a sample. */
export interface Sampled {
  readonly port: keyof Ports
  readonly method: string
  /** `port.method` */
  readonly name: string
  readonly input: unknown
  /** Absent: it writes. */
  readonly reading: AnyReading | undefined
}

/** How a source is put to the test: what its protocol answers may be replaced, its limits lowered. */
export interface Trial {
  readonly limits?: Partial<typeof defaultLimits>
  /** Stands in for what the protocol answers; what the sample was answered is not asked for again. */
  readonly replace?: (payload: unknown) => unknown
  /** Stands in for the protocol, whatever it speaks. `nth` counts the requests of the call from 1. */
  readonly send?: (nth: number, signal: AbortSignal) => Promise<void>
}

/** What came of a call. */
export type Outcome = { readonly sourced: Sourced<unknown> } | { readonly error: TongbanError }

/** A sample as it is answered when nothing is disturbed. */
export interface Undisturbed {
  readonly outcome: Outcome
  /** Requests that the protocol was given. */
  readonly requests: number
  /** Requests over HTTP; 0 when the protocol is another. */
  readonly exchanges: number
  readonly largestBody: number
  /** How long the slowest request took. */
  readonly slowestMs: number
}

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

const readings: Readonly<Record<string, Readonly<Record<string, AnyReading | undefined>>>> = portReadings

/** What a method reads; undefined when it writes. */
export const readingOf = (port: string, method: string): AnyReading | undefined => readings[port]?.[method]

/** Samples of methods that the source has. */
export function sampledOf(source: Source, samples: SourceSamples): readonly Sampled[] {
  const { unknownKey: _key, personal: _personal, tape: _tape, ...ports } = samples
  return Object.entries(ports).flatMap(([port, methods]) =>
    Object.entries(methods).flatMap(([method, input]) => {
      const offered = source.ports[port]
      if (offered === undefined || !(method in offered)) throw new RangeError(`${source.id} has no ${port}.${method}`)
      // The names of samples are those of ports: their type says so.
      return [{ port: port as keyof Ports, method, name: `${port}.${method}`, input, reading: readingOf(port, method) }]
    }),
  )
}

const rememberingLog = (written: string[]): Log => {
  const remember = (fields: object, message: string) => void written.push(`${message} ${JSON.stringify(fields)}`)
  const log: Log = { debug: remember, info: remember, warn: remember, error: remember, child: () => log }
  return log
}

const textOf = (error: TongbanError): string =>
  [error.code, error.message, error.messageIn('en'), JSON.stringify(error.params)].join(' ')

/** A method that only reads has no business sending what is not safe: whose system it is would not thank us for trying. */
const notSent = () => new TongbanError('TB_SOURCE_REFUSED', { detail: 'not sent: the request is not marked as safe' })

/** More requests than any call of samples needs. */
const mostRequests = 500

/** A source that asks on and on would hold up everything here, time-outs included. */
const endless = () => new TongbanError('TB_INTERNAL', {}, { cause: new RangeError('a call without end') })

/** Sets the stage. */
export async function setStage(source: Source, samples: SourceSamples): Promise<Stage> {
  const written: string[] = []
  const client = createHttpClient({ ...defaultLimits, ...source.limits, maxResponseBytes: Number.MAX_SAFE_INTEGER })
  const player = samples.tape && tapePlayer(samples.tape)
  const middleman = await startMiddleman(async (request) =>
    player ? player.exchange(request) : client.exchange(request, AbortSignal.timeout(30_000)),
  )
  const memory = createMemory()
  const measured = new Map<Sampled, Promise<Undisturbed>>()
  let requests: UpstreamRequest[] = []
  let slowestMs = 0

  const sendReally = async (request: UpstreamRequest, io: Parameters<Protocol['send']>[1]): Promise<unknown> => {
    const played = player?.reply(request)
    if (played) return played.reply
    const begun = performance.now()
    const http: typeof io.http = (exchange) => io.http(middleman.divert(exchange))
    const payload = await source.protocol.send(request, { ...io, http })
    slowestMs = Math.max(slowestMs, performance.now() - begun)
    return payload
  }

  const onTrial = ({ replace, send }: Trial, reads: boolean): Protocol => ({
    ...source.protocol,
    async send(request: UpstreamRequest, io) {
      requests.push(request)
      if (requests.length > mostRequests) throw endless()
      if (reads && request.safe !== true) throw notSent()
      if (send) await send(requests.length, io.signal)
      if (replace) return replace(await memory.recall(request, () => sendReally(request, io)))
      return memory.keep(request, await sendReally(request, io))
    },
  })

  const stage: Stage = {
    source,
    samples,
    sampled: sampledOf(source, samples),
    middleman,
    written,
    requests: () => requests,
    undisturbed(sampled) {
      const known = measured.get(sampled) ?? measure(sampled)
      measured.set(sampled, known)
      return known
    },
    async call(sampled, input, trial = {}, context = {}) {
      requests = []
      const limits = { ...source.limits, maxRetries: 0, hedge: false, ...trial.limits }
      const { operations: _operations, lastGood: _lastGood, ...rest } = source
      // The protocol stays open for the next call; whoever made the source closes it.
      const { close: _close, ...protocol } = onTrial(trial, sampled.reading !== undefined)
      const log = rememberingLog(written)
      const connected = connectSources<Ports>([{ ...rest, protocol, limits }], {
        log,
        metrics: { sourceCall() {} },
        now: () => new Date(),
      })
      try {
        const method = methodOf(connected.directory.portOf(sampled.port, source.id)?.port, sampled.method)
        return { sourced: await method(input, context) }
      } catch (error) {
        if (!isTongbanError(error)) throw error
        written.push(textOf(error))
        return { error }
      } finally {
        await connected.close()
      }
    },
    async close() {
      await middleman.close()
      await client.close()
    },
  }

  async function measure(sampled: Sampled): Promise<Undisturbed> {
    middleman.disturb('NONE')
    slowestMs = 0
    const outcome = await stage.call(sampled, sampled.input)
    const { exchanges, largestBody } = middleman.passed()
    return { outcome, requests: requests.length, exchanges, largestBody, slowestMs }
  }
  return stage
}

type BoundMethod = (input: unknown, context: CallContext) => Promise<Sourced<unknown>>

function methodOf(port: object | undefined, method: string): BoundMethod {
  const found: unknown = port && Object.getOwnPropertyDescriptor(port, method)?.value
  if (typeof found !== 'function') throw new RangeError(`there is no method ${method}`)
  return found as BoundMethod // every method of a bound port has this form
}

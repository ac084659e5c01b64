import { TongbanError } from '@tongban/schema'
import type { Protocol, Source, UpstreamRequest } from '../sources/source.ts'
import type { TapePlayer } from '../sources/tape/replay.ts'
import { createMemory } from './memory.ts'
import type { Middleman } from './middleman.ts'
import type { Trial } from './trial.ts'

/** A source's protocol, whose requests are counted and led past the middleman. */
export interface Watched {
  /** The protocol as a trial wants it; a method that `reads` may send nothing but what is safe. */
  onTrial(trial: Trial, reads: boolean): Protocol
  /** Requests since `begin`. */
  requests(): readonly UpstreamRequest[]
  /** How long the slowest request since `begin` took. */
  slowestMs(): number
  begin(): void
}

/** A method that only reads has no business sending what is not safe: whose system it is would not thank us for trying. */
const notSent = () => new TongbanError('TB_SOURCE_REFUSED', { detail: 'not sent: the request is not marked as safe' })

/** More requests than any call of samples needs. */
const mostRequests = 500

/** A source that asks on and on would hold up everything here, time-outs included. */
const endless = () => new TongbanError('TB_INTERNAL', {}, { cause: new RangeError('a call without end') })

/** Watches the protocol of a source. What is on the tape is not asked for. */
export function watch({ protocol }: Source, middleman: Middleman, player: TapePlayer | undefined): Watched {
  const memory = createMemory()
  let requests: UpstreamRequest[] = []
  let slowestMs = 0

  const sendReally: Protocol['send'] = async (request, io) => {
    const played = player?.reply(request)
    if (played) return played.reply
    const begun = performance.now()
    const http: typeof io.http = (exchange) => io.http(middleman.divert(exchange))
    const payload = await protocol.send(request, { ...io, http })
    slowestMs = Math.max(slowestMs, performance.now() - begun)
    return payload
  }

  return {
    requests: () => requests,
    slowestMs: () => slowestMs,
    begin() {
      requests = []
      slowestMs = 0
    },
    onTrial: ({ replace, send }, reads) => ({
      ...protocol,
      async send(request: UpstreamRequest, io) {
        requests.push(request)
        if (requests.length > mostRequests) throw endless()
        if (reads && request.safe !== true) throw notSent()
        if (send) await send(requests.length, io.signal)
        if (replace) return replace(await memory.recall(request, () => sendReally(request, io)))
        return memory.keep(request, await sendReally(request, io))
      },
    }),
  }
}

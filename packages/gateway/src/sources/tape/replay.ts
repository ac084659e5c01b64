import { sourceFailure } from '../failures.ts'
import type { AttemptIo, HttpRequest, HttpResponse, Source, UpstreamRequest } from '../source.ts'
import { bytesIn } from './bytes.ts'
import type { HttpEntry, Tape } from './entry.ts'
import { keptRequest, playedResponse } from './exchange.ts'
import { createMask } from './mask-text.ts'
import { createPseudonyms } from './pseudonyms.ts'
import { keptQuestion } from './record.ts'

/** Entries under a key, given out in their order; the last one stays. */
const inTurn = <Entry>(entries: readonly Entry[], keyOf: (entry: Entry) => string) => {
  const waiting = Map.groupBy(entries, keyOf)
  return (key: string): Entry | undefined => {
    const found = waiting.get(key)
    return found && found.length > 1 ? found.shift() : found?.[0]
  }
}

const exactly = (request: HttpEntry['request']): string => JSON.stringify(request)
/** Without what differs by time and place: the query and the body. */
const roughly = ({ method, path, action }: HttpEntry['request']): string =>
  JSON.stringify([method, path.replace(/\?.*/, ''), action])

/** Equal for questions that differ in nothing but who is asked about: whoever develops with a tape does not know its stand-ins. */
const silhouetteOf = (() => {
  const nobody = {
    residentId: () => '0',
    digits: () => '0',
    words: (text: string) => '甲'.repeat(Array.from(text).length),
  }
  const mask = createMask(nobody, { allWords: true })
  return (question: string): string => mask(question).replace(/100\d{4,}/g, '0')
})()

/** Answers from a tape. */
export interface TapePlayer {
  /**
   * The answer to the same question, else to the same question about somebody else, else the next answer to the same operation at
   * the same address.
   *
   * @throws TongbanError `TB_SOURCE_UNAVAILABLE` when there is none: like a system that is not there
   */
  exchange(request: HttpRequest): HttpResponse
  /** What a protocol without HTTP answered; undefined when it was never asked this. */
  reply(request: UpstreamRequest): { readonly reply: unknown } | undefined
}

/** Plays a tape from its beginning. */
export function tapePlayer(tape: Tape): TapePlayer {
  // Stand-ins stay what they are; whatever else is masked here was never asked on the tape.
  const mask = createMask(createPseudonyms(), { allWords: false })
  const exchanges = tape.filter((entry) => entry.kind === 'http')
  const same = inTurn(exchanges, ({ request }) => exactly(request))
  const alike = inTurn(exchanges, ({ request }) => silhouetteOf(exactly(request)))
  const similar = inTurn(exchanges, ({ request }) => roughly(request))
  const answers = tape.filter((entry) => entry.kind === 'reply')
  const replies = inTurn(answers, ({ operation, request }) => operation + request)
  const repliesAlike = inTurn(answers, ({ operation, request }) => operation + silhouetteOf(request))
  return {
    exchange(exchange) {
      const request = keptRequest(exchange, mask)
      const found = same(exactly(request)) ?? alike(silhouetteOf(exactly(request))) ?? similar(roughly(request))
      if (!found) throw sourceFailure('TB_SOURCE_UNAVAILABLE', { detail: 'the tape has no answer to this question' })
      return playedResponse(found.response)
    },
    reply(request) {
      const question = keptQuestion(request, mask)
      const found = replies(request.operation + question) ?? repliesAlike(request.operation + silhouetteOf(question))
      return found && { reply: bytesIn(found.reply) }
    },
  }
}

/** The same source, answered from a tape instead of its system. */
export function replaySource(source: Source, tape: Tape): Source {
  const { exchange, reply } = tapePlayer(tape)
  const isOverHttp = tape.some(({ kind }) => kind === 'http')
  return {
    ...source,
    protocol: {
      ...source.protocol,
      async send(request: UpstreamRequest, io: AttemptIo) {
        const known = reply(request)
        if (known) return known.reply
        if (!isOverHttp)
          throw sourceFailure('TB_SOURCE_UNAVAILABLE', { detail: 'the tape has no answer to this question' })
        return source.protocol.send(request, { ...io, http: async (one) => exchange(one) })
      },
    },
  }
}

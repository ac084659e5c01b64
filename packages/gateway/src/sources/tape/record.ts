import type { AttemptIo, Protocol, Source, UpstreamRequest } from '../source.ts'
import { withBytes } from './bytes.ts'
import type { TapeEntry } from './entry.ts'
import { keptRequest, keptResponse } from './exchange.ts'
import { createMask, type MaskOptions, type MaskText } from './mask-text.ts'
import { createPseudonyms } from './pseudonyms.ts'

/** How a source is recorded. */
export interface RecordOptions extends Partial<MaskOptions> {
  /** Takes each entry, masked already: what was not masked is nowhere. */
  readonly write: (entry: TapeEntry) => void
}

/** Ports that are about persons: every Chinese word of theirs may be a name. */
const personalPorts = ['cases', 'certificates', 'identities', 'ratings']

/**
 * The same source, with its traffic recorded. Personal data is replaced while recording, by stand-ins of the same form, so that
 * a source file reads the tape as it reads the system; secrets and signatures are dropped.
 *
 * Files lose their content and keep their kind. Ciphertexts are kept as they are: of a system that encrypts, record with a key of
 * the test environment. Names in Latin letters are known by their field alone, and names that are names of fields are not known.
 */
export function recordSource(source: Source, { write, ...options }: RecordOptions): Source {
  const allWords = options.allWords ?? personalPorts.some((port) => port in source.ports)
  const mask = createMask(createPseudonyms(), { ...options, allWords })
  return { ...source, protocol: recorded(source.protocol, mask, write) }
}

const recorded = (protocol: Protocol, mask: MaskText, write: RecordOptions['write']): Protocol => ({
  ...protocol,
  async send(request: UpstreamRequest, io: AttemptIo) {
    let isHttp = false
    const http: AttemptIo['http'] = async (exchange) => {
      isHttp = true
      const response = await io.http(exchange)
      const { operation } = request
      write({ kind: 'http', operation, request: keptRequest(exchange, mask), response: keptResponse(response, mask) })
      return response
    }
    const reply = await protocol.send(request, { ...io, http })
    if (!isHttp) write(keptReply(request, reply, mask))
    return reply
  },
})

/** What a request asks for, without the schema of its reply. Masked like everything else on a tape. */
export const keptQuestion = (
  { operation: _name, reply: _schema, ...rest }: UpstreamRequest & { reply?: unknown },
  mask: MaskText,
): string => mask(withBytes(rest))

const keptReply = (request: UpstreamRequest, reply: unknown, mask: MaskText): TapeEntry => ({
  kind: 'reply',
  operation: request.operation,
  request: keptQuestion(request, mask),
  reply: JSON.parse(mask(withBytes(reply))),
})

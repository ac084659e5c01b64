import { signedExchange } from '../../signing/signed-exchange.ts'
import type { HttpRequest, Protocol } from '../../source.ts'
import { type AnswerReading, openAnswer } from './answer.ts'
import type { WebOptions, WebRequest } from './options.ts'

/** What tells one protocol over plain HTTP from another. */
export interface WebProtocol<Request extends WebRequest> {
  readonly kind: string
  /** The request before it is signed. */
  draft(request: Request): HttpRequest
  readonly reading: Omit<AnswerReading, 'envelope'>
}

/** Drafts, signs and exchanges a request, and opens the envelope of the answer. */
export const webProtocol = <Request extends WebRequest>(
  { sign, envelope }: WebOptions,
  { kind, draft, reading }: WebProtocol<Request>,
): Protocol<Request> => {
  const { exchange, renew } = signedExchange(sign)
  return {
    kind,
    renew,
    send: async (request, io) =>
      exchange(draft(request), io, (response) =>
        openAnswer(response, { ...reading, envelope: request.envelope ?? envelope }),
      ),
  }
}

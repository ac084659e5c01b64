import type { z } from 'zod'
import { readReply } from '../calling/reply.ts'
import { sourceFailure } from '../failures.ts'
import { decodeBody } from '../protocols/charset.ts'
import { readJson } from '../protocols/json.ts'
import { unreadable } from '../protocols/status.ts'
import type { HttpRequest } from '../source.ts'
import type { SignerIo } from './signer.ts'

/** Statuses with which issuers refuse credentials: RFC 6749 §5.2 knows 400 and 401. */
const refusals: ReadonlySet<number> = new Set([400, 401, 403])

/**
 * Asks an issuer of secrets for one: an exchange, and a JSON answer read with a schema.
 *
 * @throws TongbanError `TB_SOURCE_AUTH` when the credentials are refused, else as for any answer that cannot be read
 */
export async function fetchSecret<Reply extends z.ZodType>(
  io: Pick<SignerIo, 'http'>,
  request: HttpRequest,
  reply: Reply,
): Promise<z.output<Reply>> {
  const response = await io.http(request)
  if (refusals.has(response.status))
    throw sourceFailure('TB_SOURCE_AUTH', { detail: `no secret: HTTP ${response.status}` })
  const text = decodeBody(response.body, 'utf-8')
  const answer = readJson(text)
  if (answer === undefined || response.status >= 300) throw unreadable(response, text, 'JSON')
  return readReply('secret', reply, answer)
}

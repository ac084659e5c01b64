import { type ErrorCode, TongbanError } from '@tongban/schema'
import { type Inbound, messageOf, type ReceivedMessage } from '../../sources/signing/inbound/message.ts'
import type { ReceivedRequest, Verdict } from '../../sources/signing/inbound/verifier.ts'
import type { DomainDeps } from '../domain.ts'
import type { StoredNonces } from './nonces.ts'

const codes: Readonly<Record<Exclude<Verdict, 'VALID'>, ErrorCode>> = {
  INVALID: 'TB_INBOUND_SIGNATURE',
  EXPIRED: 'TB_INBOUND_EXPIRED',
  REPLAYED: 'TB_INBOUND_REPLAYED',
}

/**
 * Lets a message of a source in, if it is signed as the source file says.
 *
 * @throws TongbanError `TB_INBOUND_SIGNATURE`, `TB_INBOUND_EXPIRED`, `TB_INBOUND_REPLAYED`
 */
export async function letIn(
  { now, log }: Pick<DomainDeps, 'now' | 'log'>,
  nonces: StoredNonces,
  source: { readonly id: string; readonly inbound: Inbound },
  request: ReceivedRequest,
): Promise<ReceivedMessage> {
  const verdict = await source.inbound.verify(request, { now: now(), seen: nonces.of(source.id) })
  if (verdict === 'VALID') return messageOf(request)
  log.warn({ source: source.id, verdict }, 'a message was not let in')
  throw new TongbanError(codes[verdict], {}, { source: source.id })
}

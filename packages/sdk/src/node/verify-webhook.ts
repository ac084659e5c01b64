import { createHmac, timingSafeEqual } from 'node:crypto'
import type { TongbanError } from '../errors/error.ts'
import { localError } from '../errors/local.ts'
import { TB_WEBHOOK_INVALID } from '../generated/local-errors.ts'
import type { EventFieldsFragment } from '../generated/types.ts'

/** A delivery as it arrived. */
export interface WebhookDelivery {
  /** The secret that `webhooks.create` or `webhooks.rotateSecret` gave; several while one replaces the other. */
  readonly secret: string | readonly string[]
  /** Headers of the request, of Node (`request.headers`) or of `fetch` (`request.headers`). */
  readonly headers: HeadersLike
  /** The body exactly as it arrived. Parsed and written again it is another one. */
  readonly body: string | Uint8Array
  /** How far the sender's clock may be from ours. @default 300 */
  readonly toleranceSeconds?: number
  /** @default the present */
  readonly now?: Date
}

type HeadersLike =
  | Readonly<Record<string, string | readonly string[] | undefined>>
  | { readonly get: (name: string) => string | null }

/** An event of the feed, or one that `webhooks.sendTest` sent, which has no number. */
export type DeliveredEvent =
  | EventFieldsFragment
  | (Omit<EventFieldsFragment, 'sequence' | 'previous' | 'type'> & {
      readonly type: 'webhook.test'
      readonly sequence: null
      readonly previous: null
    })

const refused = (detail: string): TongbanError => localError(TB_WEBHOOK_INVALID, 'en', { params: { detail } })

function headerOf(headers: HeadersLike, name: string): string {
  const found = 'get' in headers && typeof headers.get === 'function' ? headers.get(name) : plainHeader(headers, name)
  if (typeof found === 'string' && found !== '') return found
  throw refused(`there is no header ${name}`)
}

const plainHeader = (headers: object, name: string): unknown =>
  Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1]

function checkTime(timestamp: string, now: Date, tolerance: number): void {
  if (!/^\d{1,12}$/.test(timestamp)) throw refused('webhook-timestamp is no number')
  // Threat: somebody sends again, days later, what was once signed.
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > tolerance) throw refused('webhook-timestamp is too far away')
}

const keyOf = (secret: string): Buffer => Buffer.from(secret.replace(/^whsec_/, ''), 'base64')

function isSigned(content: Buffer, signatures: string, secrets: readonly string[]): boolean {
  const given = signatures
    .split(' ')
    .flatMap((each) => (each.startsWith('v1,') ? [Buffer.from(each.slice(3), 'base64')] : []))
  const expected = secrets.map((secret) => createHmac('sha256', keyOf(secret)).update(content).digest())
  // Threat: a comparison that stops early tells, byte by byte, how the right signature begins.
  return given.some((one) => expected.some((other) => one.length === other.length && timingSafeEqual(one, other)))
}

/**
 * Checks that a delivery comes from the gateway and is recent (Standard Webhooks, version 1), and gives its event. Answer 2xx once you
 * have kept it. The same event may come again under the same `id`; `previous` tells whether you have missed one.
 *
 * @throws TongbanError `TB_WEBHOOK_INVALID` when it is not to be trusted: answer 400 or 401, and do nothing
 * @example
 * const event = verifyWebhook({ secret, headers: request.headers, body })
 */
export function verifyWebhook(delivery: WebhookDelivery): DeliveredEvent {
  const { secret, headers, body, toleranceSeconds = 300, now = new Date() } = delivery
  const id = headerOf(headers, 'webhook-id')
  const timestamp = headerOf(headers, 'webhook-timestamp')
  const signatures = headerOf(headers, 'webhook-signature')
  checkTime(timestamp, now, toleranceSeconds)
  const content = Buffer.concat([Buffer.from(`${id}.${timestamp}.`), Buffer.from(body)])
  const secrets = typeof secret === 'string' ? [secret] : secret
  if (!isSigned(content, signatures, secrets)) throw refused('no signature fits')
  return parseEvent(Buffer.from(body).toString('utf8'), id)
}

function parseEvent(text: string, id: string): DeliveredEvent {
  try {
    const event: unknown = JSON.parse(text)
    // signed by the gateway, which writes events and nothing else
    if (typeof event === 'object' && event !== null && 'id' in event && event.id === id) return event as DeliveredEvent
  } catch {
    // falls through: a body that cannot be read is none of ours
  }
  throw refused('the body is no event')
}

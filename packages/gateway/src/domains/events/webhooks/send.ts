import type { LookupFunction, Socket } from 'node:net'
import { Agent, buildConnector, errors } from 'undici'
import type { WebhookOutcome } from '../../generated/resolvers.ts'
import type { WebhookSettings } from '../settings.ts'
import { type AddressRule, addressRule, ForbiddenAddressError, guardedLookup } from './guard.ts'

/** How a delivery ended. */
export interface Sent {
  readonly outcome: WebhookOutcome
  readonly status: number | null
}

/** What is sent where. */
export interface Posting {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Posts deliveries to receivers. */
export interface Sender {
  /** Never rejects, but when the signal aborts. */
  send(posting: Posting, signal: AbortSignal): Promise<Sent>
  close(): Promise<void>
}

/** What a receiver says besides its status interests nobody; so much is read to keep the connection. */
const maxAnswerBytes = 16_384
const idleMs = 4_000

/** @param lookup - how names become addresses, for tests */
export function createSender(settings: WebhookSettings, lookup?: LookupFunction): Sender {
  const agent = new Agent({
    connections: 4,
    pipelining: 1,
    keepAliveTimeout: idleMs,
    headersTimeout: settings.attemptTimeoutMs,
    bodyTimeout: settings.attemptTimeoutMs,
    connect: guardedConnect(addressRule(settings), settings.attemptTimeoutMs, lookup),
  })
  return {
    send: (posting, signal) => send(agent, posting, signal, settings.attemptTimeoutMs),
    close: () => agent.destroy(),
  }
}

const withoutBrackets = (hostname: string): string => hostname.replace(/^\[(.*)\]$/, '$1')

/** Opens connections to addresses that the rule lets pass. An address written out is never looked up, so it is checked apart. */
function guardedConnect(rule: AddressRule, timeout: number, lookup?: LookupFunction): buildConnector.connector {
  const connectors = new Map(
    ['http:', 'https:'].map((protocol) => [
      protocol,
      buildConnector({ timeout, lookup: guardedLookup((address) => rule(address, protocol), lookup) }),
    ]),
  )
  return (options, callback) => {
    const connect = connectors.get(options.protocol)
    const hostname = withoutBrackets(options.hostname)
    const isAddress = /^[\d.]+$|:/.test(hostname)
    if (!connect || (isAddress && !rule(hostname, options.protocol))) return callback(new ForbiddenAddressError(), null)
    return connect({ ...options, hostname }, (error, socket) => {
      if (error) return callback(error, null)
      return mayStay(socket, rule, options.protocol) ? callback(null, socket) : refuse(socket, callback)
    })
  }
}

/** What counts is where the connection leads, whatever the look-up said. */
const mayStay = ({ remoteAddress = '' }: Pick<Socket, 'remoteAddress'>, rule: AddressRule, protocol: string): boolean =>
  rule(remoteAddress, protocol)

function refuse(socket: Socket, callback: buildConnector.Callback): void {
  socket.destroy()
  callback(new ForbiddenAddressError(), null)
}

async function send(
  agent: Agent,
  { url, headers, body }: Posting,
  stop: AbortSignal,
  timeoutMs: number,
): Promise<Sent> {
  const signal = AbortSignal.any([stop, AbortSignal.timeout(timeoutMs)])
  try {
    const { origin, pathname, search } = new URL(url)
    const answer = await agent.request({ origin, path: pathname + search, method: 'POST', headers, body, signal })
    const status = answer.statusCode
    // the status is the answer; a body that never ends must not undo it
    await answer.body.dump({ limit: maxAnswerBytes, signal }).catch(() => {})
    return { outcome: outcomeOf(status), status }
  } catch (error) {
    stop.throwIfAborted()
    return { outcome: failureOf(error), status: null }
  }
}

/** Standard Webhooks: 2xx is success, 410 ends the webhook, everything else is repeated, redirects are not followed. */
function outcomeOf(status: number): WebhookOutcome {
  if (status >= 200 && status < 300) return 'DELIVERED'
  if (status >= 300 && status < 400) return 'REDIRECTED'
  return status === 410 ? 'GONE' : 'REFUSED'
}

const timeouts = [errors.ConnectTimeoutError, errors.HeadersTimeoutError, errors.BodyTimeoutError]

function failureOf(error: unknown): WebhookOutcome {
  if (error instanceof ForbiddenAddressError) return 'FORBIDDEN_ADDRESS'
  if (error instanceof AggregateError && error.errors.some((each) => each instanceof ForbiddenAddressError))
    return 'FORBIDDEN_ADDRESS'
  const timedOut = error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError')
  return timedOut || timeouts.some((kind) => error instanceof kind) ? 'TIMEOUT' : 'UNREACHABLE'
}

import { readEvents } from '../../../work/event-log/read-events.ts'
import type { DomainDeps } from '../../domain.ts'
import { eventId, tellEvent } from '../event.ts'
import { downAfter, keepLane, type Lane, leaveLane } from './lanes.ts'
import type { DeliveryRow } from './record.ts'
import { signingSecrets } from './secrets.ts'
import type { Sender, Sent } from './send.ts'
import { dropDelivery, type Settled, settle } from './settle.ts'
import { type Message, signedHeaders } from './sign.ts'
import type { SigningKey } from './signing-keys.ts'
import { dueDeliveries, takeEvents } from './take.ts'

/** What delivering needs. */
export interface DeliverDeps extends Pick<DomainDeps, 'store' | 'seal' | 'log' | 'now'> {
  readonly sender: Sender
  readonly key: () => Promise<SigningKey>
  readonly leaseMs: number
  /** Clients to which may be delivered. */
  readonly clients: readonly string[]
  /** From 0 to 1. */
  readonly random: () => number
}

/** Two reasons to stop: soon, between two attempts; and at once. */
export interface Stopping {
  readonly soon: AbortSignal
  readonly now: AbortSignal
}

/**
 * Sends what a webhook should have, one event after the other in the order of their numbers. An event that fails steps aside for its
 * timetable and the next ones go on; when several of them fail in a row the receiver is down, and everything waits behind the oldest.
 */
export async function runLane(deps: DeliverDeps, lane: Lane, stopping: Stopping): Promise<void> {
  try {
    let goOn = true
    while (goOn && !stopping.soon.aborted) goOn = await runSome(deps, lane, stopping)
  } finally {
    await leaveLane(deps.store.db, lane)
  }
}

/** @returns whether there may be more to do */
async function runSome(deps: DeliverDeps, lane: Lane, stopping: Stopping): Promise<boolean> {
  const kept = await keepLane(deps.store.db, lane, deps.leaseMs)
  const deliveries = kept ? await nextDeliveries(deps, kept) : []
  for (const delivery of deliveries) {
    if (stopping.soon.aborted) return false
    const before = await keepLane(deps.store.db, lane, deps.leaseMs)
    if (!before) return false
    const after = await attempt(deps, before, delivery, stopping.now)
    if (after?.state !== 'ACTIVE' || after.failures >= downAfter) return false
    // a receiver that is back is owed the older ones first
    if (before.failures >= downAfter) return true
  }
  return deliveries.length > 0
}

async function nextDeliveries({ store, now }: DeliverDeps, lane: Lane): Promise<readonly DeliveryRow[]> {
  const down = lane.failures >= downAfter
  if (down && lane.due_at > now()) return []
  const due = await dueDeliveries(store.db, lane.id, down ? null : now())
  return due.length > 0 ? due : takeEvents(store, lane, now())
}

async function attempt(deps: DeliverDeps, lane: Lane, delivery: DeliveryRow, signal: AbortSignal) {
  const { store, seal, log, now, random } = deps
  const { client_id } = lane
  const { seq } = delivery
  const range = { after: seq - 1, through: seq, types: null, limit: 1 }
  const [row] = await readEvents(store.db, client_id, range)
  const id = eventId(seal, client_id, seq)
  // nothing to send any more: the receiver sees by `previous` of the next one that it has missed something
  if (!row) return forget(deps, lane, seq)
  const body = JSON.stringify(tellEvent(seal, row, delivery.previous))
  const at = now()
  const began = performance.now()
  const sent = await post(deps, lane, { id, body, at }, signal)
  const durationMs = Math.round(performance.now() - began)
  const settled = await settle(
    store,
    lane,
    { delivery, eventId: id, sent, at, durationMs },
    { now: now(), random: random() },
  )
  if (settled && settled.state !== 'ACTIVE')
    log.warn(
      { webhook: lane.id, client: client_id, state: settled.state, outcome: sent.outcome },
      'a webhook has ended',
    )
  return settled
}

async function forget({ store, log }: DeliverDeps, { id, failures, state }: Lane, seq: number): Promise<Settled> {
  log.warn({ webhook: id, sequence: seq }, 'an event was purged before it could be delivered')
  await dropDelivery(store.db, id, seq)
  return { state, failures }
}

/** Signs and sends a message to the address of a webhook. */
export async function post(
  { seal, sender, key }: Pick<DeliverDeps, 'seal' | 'sender' | 'key'>,
  webhook: Pick<Lane, 'id' | 'sealed' | 'url'>,
  message: Message,
  signal: AbortSignal,
): Promise<Sent> {
  const signers = { secrets: signingSecrets(seal, webhook, message.at), sm2: await key() }
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'tongban-webhooks',
    ...signedHeaders(message, signers),
  }
  return sender.send({ url: webhook.url, headers, body: message.body }, signal)
}

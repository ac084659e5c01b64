import type { Store } from '../../../store/store.ts'
import { createLog } from '../../../telemetry/index.ts'
import { testEventSettings, testSeal } from '../../testing.ts'
import type { EventSettings } from '../settings.ts'
import type { DeliverDeps } from '../webhooks/deliver.ts'
import { createDispatcher } from '../webhooks/dispatcher.ts'
import { createSender } from '../webhooks/send.ts'
import { signingKey } from '../webhooks/signing-keys.ts'

/** How long a receiver may hang in these tests. */
const attemptTimeoutMs = 2_000

/** Settings for receivers on loopback. */
export const worldSettings: EventSettings = {
  ...testEventSettings,
  webhooks: { ...testEventSettings.webhooks, attemptTimeoutMs },
}

/** What delivers in one gateway on a store. */
export function gatewayOn(store: Store, now: () => Date, leaseMs = 60_000) {
  const sender = createSender(worldSettings.webhooks)
  const delivering: DeliverDeps = {
    ...{ store, seal: testSeal, log: createLog({ level: 'silent' }), now, sender, leaseMs },
    key: signingKey(store, testSeal),
    clients: worldSettings.receivers,
    random: () => 0,
  }
  return { delivering, dispatcher: createDispatcher(delivering), close: () => sender.close() }
}

import { randomUUID } from 'node:crypto'
import type { Caller, ClientCaller } from '../access/caller.ts'
import { sealWith } from '../store/open-seal.ts'
import type { EventSettings } from './events/settings.ts'
import type { RequestContext } from './request.ts'

/** A seal with a fixed key. */
export const testSeal = sealWith(Buffer.alloc(32, 7))

/** A client with scopes. */
export const testCaller = (id: string, ...scopes: readonly string[]): ClientCaller => ({
  kind: 'client',
  id,
  title: `${id} 接入方`,
  scopes: new Set(scopes),
})

/** What a request context is made from; everything else is as in a plain request. */
export type TestContext = Partial<Omit<RequestContext, 'caller' | 'once'>> & { readonly caller: Caller }

/** The context of one request. */
export function testContext(given: TestContext): RequestContext {
  const made = new Map<object, { readonly value: unknown }>()
  return {
    requestId: randomUUID(),
    locale: 'zh-CN',
    operator: null,
    signal: new AbortController().signal,
    deadline: Date.now() + 60_000,
    ...given,
    once<Value>(key: object, create: () => Value): Value {
      const kept = made.get(key) ?? { value: create() }
      made.set(key, kept)
      // One key always comes with one kind of value; the map cannot say so.
      return kept.value as Value
    },
  }
}

/** A clock that stands until it is moved. */
export interface TestClock {
  readonly now: () => Date
  forward(ms: number): void
}

/** @param start - first instant of the clock */
export function testClock(start = '2026-03-02T09:30:00+08:00'): TestClock {
  let at = Date.parse(start)
  return {
    now: () => new Date(at),
    forward(ms) {
      at += ms
    },
  }
}

/** Settings of events for domains that have none of their own. */
export const testEventSettings: EventSettings = {
  retentionDays: 730,
  receivers: ['bank', 'utility'],
  webhooks: { allowedNetworks: [], allowHttp: true, attemptTimeoutMs: 15_000, maxPerClient: 10, attemptDays: 30 },
}

import { beforeAll, expect, it } from 'vitest'
import type { Store } from '../store/store.ts'
import { describeOnEachStore } from '../store/testing.ts'
import { assertionLedger } from './assertions.ts'
import { accessMigrations } from './schema.ts'

const minute = 60_000

describeOnEachStore('the ledger of assertions', (open) => {
  let store: Store
  beforeAll(async () => {
    store = await open({ migrations: accessMigrations })
  })

  it('lets exactly one of many gateways take an assertion', async () => {
    const expiresAt = new Date(Date.now() + minute)
    const ledgers = Array.from({ length: 6 }, () => assertionLedger(store, () => new Date()))
    const taken = await Promise.all(ledgers.map((ledger) => ledger.remember('same', expiresAt)))
    expect(taken.filter(Boolean)).toHaveLength(1)
    expect(await ledgers[0]?.seen('same')).toBe(true)
    expect(await ledgers[0]?.seen('other')).toBe(false)
  })

  it('forgets what has expired, so that the table does not grow for ever', async () => {
    let at = Date.parse('2026-03-02T09:30:00+08:00')
    const ledger = assertionLedger(store, () => new Date(at))
    await ledger.remember('old', new Date(at + minute))
    await ledger.remember('young', new Date(at + 3 * minute))
    at += 2 * minute
    await ledger.remember('new', new Date(at + minute))
    expect(await Promise.all(['old', 'young', 'new'].map(ledger.seen))).toEqual([false, true, true])
  })
})

import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { Store } from '../../store/store.ts'
import { describeOnEachStore } from '../../store/testing.ts'
import { testClock } from '../testing.ts'
import { inboundMigrations } from './migrations.ts'
import { storedNonces } from './nonces.ts'

describeOnEachStore('used signatures', (open) => {
  let store: Store
  let clock: ReturnType<typeof testClock>
  beforeAll(async () => {
    store = await open({ migrations: inboundMigrations })
  })
  beforeEach(async () => {
    clock = testClock()
    await store.query('truncate source_nonce')
  })

  const gateway = () => storedNonces({ store, now: clock.now })
  const soon = () => clock.now().getTime() + 90_000
  const kept = async () =>
    (await store.query('select mark from source_nonce order by mark')).rows.map(({ mark }) => mark)

  it('are new once, for each source', async () => {
    const nonces = gateway()
    expect(await nonces.of('a').first('m1', soon())).toBe(true)
    expect(await nonces.of('a').first('m1', soon())).toBe(false)
    expect(await nonces.of('a').first('m2', soon())).toBe(true)
    expect(await nonces.of('b').first('m1', soon())).toBe(true)
  })

  it('are new once among several gateways that are asked at the same moment', async () => {
    const gateways = Array.from({ length: 4 }, gateway)
    const asked = Array.from({ length: 40 }, (_, index) => gateways[index % 4]?.of('a').first('m', soon()))
    const answers = await Promise.all(asked)
    expect(answers.filter((isFirst) => isFirst)).toHaveLength(1)
  })

  it('outlive a gateway', async () => {
    await gateway().of('a').first('m', soon())
    expect(await gateway().of('a').first('m', soon())).toBe(false)
  })

  it('are forgotten when no gateway would accept them any more, and not before', async () => {
    const nonces = gateway()
    await nonces.of('a').first('old', soon())
    clock.forward(60_000)
    await nonces.of('a').first('young', soon())
    clock.forward(630_000)
    expect(await nonces.of('a').first('old', soon())).toBe(false)
    clock.forward(60_000)
    await nonces.of('a').first('new', soon())
    expect(await kept()).toEqual(['new', 'young'])
  })

  it('are known to a gateway whose clock is minutes behind', async () => {
    const ahead = gateway()
    await ahead.of('a').first('m', soon())
    const until = soon()
    const behind = storedNonces({ store, now: () => new Date(clock.now().getTime() - 300_000) })
    clock.forward(300_000)
    await ahead.of('a').first('another', soon())
    expect(await behind.of('a').first('m', until)).toBe(false)
  })
})

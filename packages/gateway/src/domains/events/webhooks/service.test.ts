import { verifyWebhook } from '@tongban/sdk/node'
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { describeOnEachStore } from '../../../store/testing.ts'
import { testSeal } from '../../testing.ts'
import { type Receiver, startReceiver } from '../testing/receiver.ts'
import { append, type EventsWorld, hour, openEvents } from '../testing/world.ts'
import { purgeAttempts } from './attempts.ts'
import { signingKey } from './signing-keys.ts'
import { webhookId } from './store.ts'

describeOnEachStore('webhooks of a client', (open) => {
  let world: EventsWorld
  let receiver: Receiver
  beforeAll(async () => {
    world = await openEvents(open)
    return () => world.close()
  })
  beforeEach(async () => {
    await world.reset()
    receiver = await startReceiver()
  })
  afterEach(() => receiver.close())

  const create = (input: object = {}) =>
    world.service.create({ url: 'https://bank.example/hook', ...input }, world.context())

  it('have a secret that is shown once and kept sealed', async () => {
    const { secret, webhook } = await create()
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    const { rows } = await world.store.query('select * from webhook')
    expect(JSON.stringify(rows)).not.toContain(secret.slice(6))
    expect(testSeal.open(webhook.sealed, `webhook:${webhook.id}`)).toContain(secret)
    expect(() => testSeal.open(webhook.sealed, 'webhook:another')).toThrow()
    expect((await create()).secret).not.toBe(secret)
  })

  it('sign with the old secret beside the new one until the overlap ends', async () => {
    const { secret, webhook } = await create({ url: receiver.url })
    const id = webhookId(webhook.id)
    const { secret: next } = await world.service.rotate(id, 24, world.context())
    const fits = async (one: string) => {
      receiver.received.length = 0
      await world.service.sendTest(id, world.context())
      const [{ headers, body } = { headers: {}, body: '' }] = receiver.received
      try {
        return verifyWebhook({ secret: one, headers, body, now: world.clock.now() }).type
      } catch {
        return false
      }
    }
    expect([await fits(secret), await fits(next)]).toEqual(['webhook.test', 'webhook.test'])
    world.clock.forward(24 * hour)
    expect([await fits(secret), await fits(next)]).toEqual([false, 'webhook.test'])
    const { secret: last } = await world.service.rotate(id, 0, world.context())
    expect([await fits(next), await fits(last)]).toEqual([false, 'webhook.test'])
  })

  it('can be tested, also when they fail, without a number of the feed', async () => {
    const { webhook } = await create({ url: receiver.url })
    receiver.habit = () => 500
    const id = webhookId(webhook.id)
    expect(await world.service.sendTest(id, world.context())).toMatchObject({
      outcome: 'REFUSED',
      status: 500,
      seq: null,
    })
    expect(receiver.received.map(({ sequence, previous }) => [sequence, previous])).toEqual([[Number.NaN, Number.NaN]])
    expect(await world.service.find(id, world.context())).toMatchObject({ failures: 0, state: 'ACTIVE' })
  })

  it.each([
    'http://bank.example/hook',
    'ftp://bank.example/hook',
    'https://user:pass@bank.example/',
    'https://bank.example/#part',
    'https://10.0.0.1/hook',
    'https://[::1]/hook',
    'https://169.254.169.254/latest',
    'https://2130706433/',
    'http://169.254.169.254/latest',
    'bank.example',
    '',
    `https://bank.example/${'x'.repeat(2_048)}`,
  ])('are refused at %s', async (url) => {
    const refused = create({ url })
    // a name of plain http is looked up when it is called, and must lead to this machine
    if (url.startsWith('http://bank')) return expect((await refused).webhook.state).toBe('ACTIVE')
    await expect(refused).rejects.toMatchObject({ code: 'TB_INVALID_INPUT', argumentPath: ['url'] })
  })

  it('are at most so many', async () => {
    for (let count = 0; count < 10; count += 1) await create()
    await expect(create()).rejects.toMatchObject({ code: 'TB_INVALID_INPUT' })
  })

  it('do not exist for others', async () => {
    const { webhook } = await create()
    const [id, other] = [webhookId(webhook.id), world.context('utility')]
    const tries = [
      () => world.service.find(id, other),
      () => world.service.update(id, { state: 'PAUSED' }, other),
      () => world.service.remove(id, other),
      () => world.service.rotate(id, 1, other),
      () => world.service.sendTest(id, other),
      () => world.replay(id, { deadLetters: true }, 'utility'),
      () => world.service.find('V2ViaG9vazo', world.context()),
    ]
    for (const each of tries) await expect(each()).rejects.toMatchObject({ code: 'TB_WEBHOOK_NOT_FOUND' })
    expect(await world.service.list(other)).toEqual([])
    expect((await world.service.list(world.context())).length).toBe(1)
  })

  it('are changed field by field, and deleted with what waits for them', async () => {
    const { webhook } = await create({ types: ['b.b', 'a.a', 'a.a'], description: '贷款系统' })
    expect(webhook).toMatchObject({ types: ['a.a', 'b.b'], description: '贷款系统' })
    const id = webhookId(webhook.id)
    const changed = await world.service.update(id, { url: receiver.url, types: null }, world.context())
    expect(changed).toMatchObject({ url: receiver.url, types: null, description: '贷款系统', state: 'ACTIVE' })
    receiver.habit = () => 500
    await append(world.store, 'bank', 'a.a')
    await world.settle()
    await world.service.remove(id, world.context())
    const { rows } = await world.store.query('select * from webhook_delivery')
    expect(rows).toEqual([])
    await expect(world.service.update(id, {}, world.context())).rejects.toMatchObject({ code: 'TB_WEBHOOK_NOT_FOUND' })
  })

  it.each<[Parameters<EventsWorld['replay']>[1], string]>([
    [{ fromSequence: '9' }, 'TB_EVENTS_AHEAD'],
    [{ fromSequence: '1', deadLetters: true }, 'TB_INVALID_INPUT'],
    [{}, 'TB_INVALID_INPUT'],
    [{ fromSequence: 'x' }, 'TB_INVALID_INPUT'],
  ])('are not replayed with %j', async (args, code) => {
    const { webhook } = await create()
    const replayed = world.replay(webhookId(webhook.id), args)
    await expect(replayed).rejects.toMatchObject({ code })
  })

  it('are replayed only from what is kept', async () => {
    const { webhook } = await create()
    await append(world.store, 'bank', 'a.a', 'a.a', 'a.a')
    await world.store.query('delete from client_event where seq = 1')
    const replayed = world.replay(webhookId(webhook.id), { fromSequence: '1' })
    await expect(replayed).rejects.toMatchObject({ code: 'TB_EVENTS_GONE' })
  })

  it('forget old attempts', async () => {
    const { webhook } = await create({ url: receiver.url })
    await world.service.sendTest(webhookId(webhook.id), world.context())
    expect(await purgeAttempts(world.store, world.clock.now())).toBe(0)
    expect(await purgeAttempts(world.store, new Date(world.clock.now().getTime() + 1))).toBe(1)
  })

  it('are signed with one SM2 key by all gateways, kept sealed', async () => {
    const [one, other] = [signingKey(world.store, testSeal), signingKey(world.store, testSeal)]
    const [mine, theirs] = await Promise.all([one(), other()])
    expect(mine).toEqual(theirs)
    const { rows } = await world.store.query('select * from webhook_signing_key')
    expect(rows.length).toBe(1)
    expect(JSON.stringify(rows)).not.toContain(mine.privateKey)
  })
})

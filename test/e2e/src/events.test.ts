import { once } from 'node:events'
import { createServer } from 'node:http'
import { samplePersons } from '@tongban/example-systems'
import type { Event, Tongban } from '@tongban/sdk'
import { type DeliveredEvent, verifyWebhook } from '@tongban/sdk/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type City, type CityClient, type CityGateway, startCity } from './city.ts'
import { handIn } from './hand-in.ts'

const patience = { timeout: 20_000, interval: 50 }

/** A receiver as a bank would write it. */
async function startBank() {
  const events: DeliveredEvent[] = []
  const secrets: string[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    try {
      events.push(verifyWebhook({ secret: secrets, headers: request.headers, body }))
      response.writeHead(204).end()
    } catch {
      response.writeHead(401).end()
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the receiver has no address')
  return { url: `http://127.0.0.1:${address.port}/tongban`, events, secrets, close: () => server.close() }
}

const everything = async (tongban: Tongban): Promise<readonly Event[]> => {
  const events: Event[] = []
  for await (const event of tongban.events.iterate()) events.push(event)
  return events
}

describe('the events of an errand', () => {
  let city: City
  let gateway: CityGateway
  let client: CityClient
  let bank: Awaited<ReturnType<typeof startBank>>

  beforeAll(async () => {
    city = await startCity()
    gateway = await city.openGateway()
    await gateway.syncItems()
    client = await gateway.connect('bank')
    bank = await startBank()
  })
  afterAll(async () => {
    bank.close()
    await city.close()
  })

  it('arrive by webhook as the feed tells them, signed, under the same numbers', async () => {
    const { tongban } = client
    const { webhook, secret } = await tongban.webhooks.create({ url: bank.url, types: null, description: '贷款系统' })
    bank.secrets.push(secret)
    expect(await tongban.webhooks.sendTest({ id: webhook.id })).toMatchObject({ outcome: 'DELIVERED', status: 204 })
    expect(bank.events.splice(0)).toMatchObject([{ type: 'webhook.test', sequence: null }])

    const submission = await handIn(tongban)
    const seen: Event[] = []
    for await (const event of tongban.events.follow({ submission, after: '0' }, { intervalMs: 50 })) {
      seen.push(event)
      if (event.type === 'case.reported') break
    }
    expect(seen.map(({ type }) => type).slice(0, 2)).toEqual(['submission.accepted', 'submission.taken'])
    expect(seen[0]).toMatchObject({ submission: submission.id, data: { receiptNumber: submission.receiptNumber } })
    const { id } = (await tongban.submissions.get({ id: submission.id })).case ?? {}
    expect(seen.at(-1)?.case).toBe(id)

    const told = await everything(tongban)
    await expect.poll(() => bank.events.length, patience).toBeGreaterThanOrEqual(told.length)
    expect(bank.events.slice(0, told.length)).toEqual(told)
    expect(told.map(({ sequence }) => Number(sequence))).toEqual(told.map((_, index) => index + 1))
    const attempts = await tongban.webhooks.attempts({ webhook: webhook.id })
    expect(attempts.items.at(-1)).toMatchObject({ sequence: null, attempt: 1, outcome: 'DELIVERED' })
  })

  it('hold nothing about the person', async () => {
    const text = JSON.stringify(bank.events)
    for (const { code, name } of samplePersons) {
      expect(text).not.toContain(code)
      expect(text).not.toContain(name)
    }
  })

  it('come again from any number on, and under the new secret', async () => {
    const { tongban } = client
    const [webhook] = (await tongban.webhooks.list()) ?? []
    if (!webhook) throw new Error('the webhook is gone')
    const { secret } = await tongban.webhooks.rotateSecret({ id: webhook.id, overlapHours: 0 })
    bank.secrets.splice(0, 1, secret)
    bank.events.length = 0
    await tongban.webhooks.replay({ webhook: webhook.id, fromSequence: '2' })
    await expect.poll(() => bank.events[0]?.sequence, patience).toBe('2')
    const removed = await tongban.webhooks.delete({ id: webhook.id })
    expect(removed.id).toBe(webhook.id)
    expect(await tongban.webhooks.list()).toEqual([])
  })

  it('are for whoever may read them only', async () => {
    const partner = await gateway.connect('partner')
    const { errors } = await partner.ask('{ events { lastSequence } }')
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'TB_FORBIDDEN' })
    const wrong = await client.ask(
      'mutation { createWebhook(input: { url: "https://10.0.0.1/" }) { issued { secret } userErrors { code path } } }',
    )
    expect(wrong.data).toEqual({
      createWebhook: { issued: null, userErrors: [{ code: 'TB_INVALID_INPUT', path: ['url'] }] },
    })
    const ahead = await client.ask('{ events(after: "999999") { lastSequence } }')
    expect(ahead.errors?.[0]).toMatchObject({
      message: expect.stringContaining('999999'),
      extensions: { code: 'TB_EVENTS_AHEAD', act: 'CLIENT', retryable: false },
    })
  })

  it('are signed with a key everybody may see', async () => {
    const { tongban } = client
    expect(await tongban.webhooks.signingKeys()).toEqual([
      { id: expect.any(String), algorithm: 'SM2', publicKey: expect.stringMatching(/^04[\da-f]{128}$/) },
    ])
  })
})

import type { LookupAddress } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Receiver, startReceiver } from '../testing/receiver.ts'
import { addressRule, networks } from './guard.ts'
import { createSender } from './send.ts'

const settings = { allowedNetworks: [], allowHttp: false, attemptTimeoutMs: 2_000, maxPerClient: 10, attemptDays: 30 }
const strictly = addressRule(settings)

const inside = [
  ['0.0.0.0', 'this host'],
  ['0.1.2.3', 'this network'],
  ['10.0.0.1', 'private'],
  ['10.255.255.255', 'private'],
  ['100.64.0.1', 'carrier-grade NAT'],
  ['100.127.255.255', 'carrier-grade NAT'],
  ['100.100.100.200', 'metadata of a cloud'],
  ['127.0.0.1', 'loopback'],
  ['127.255.255.254', 'loopback'],
  ['169.254.169.254', 'metadata'],
  ['169.254.0.1', 'link-local'],
  ['172.16.0.1', 'private'],
  ['172.31.255.255', 'private'],
  ['192.0.0.1', 'protocol assignments'],
  ['192.168.1.1', 'private'],
  ['198.18.0.1', 'benchmarking'],
  ['224.0.0.1', 'multicast'],
  ['240.0.0.1', 'reserved'],
  ['255.255.255.255', 'broadcast'],
  ['::', 'unspecified'],
  ['::1', 'loopback'],
  ['::127.0.0.1', 'IPv4-compatible'],
  ['::ffff:127.0.0.1', 'IPv4-mapped'],
  ['::ffff:7f00:1', 'IPv4-mapped'],
  ['::ffff:169.254.169.254', 'IPv4-mapped metadata'],
  ['::ffff:10.0.0.1', 'IPv4-mapped private'],
  ['64:ff9b::7f00:1', 'NAT64 of loopback'],
  ['2002:7f00:1::', '6to4 of loopback'],
  ['2001:0:1::1', 'Teredo'],
  ['fc00::1', 'unique local'],
  ['fd00:ec2::254', 'metadata of a cloud'],
  ['fe80::1', 'link-local'],
  ['fe80::1%eth0', 'link-local with a zone'],
  ['0:0:0:0:0:ffff:a9fe:a9fe', 'IPv4-mapped metadata, written at length'],
  ['fec0::1', 'site-local'],
  ['ff02::1', 'multicast'],
  ['not an address', 'nonsense'],
  ['', 'nothing'],
] as const

const outside = [
  '1.1.1.1',
  '8.8.8.8',
  '100.63.255.255',
  '100.128.0.0',
  '172.15.255.255',
  '172.32.0.1',
  '223.5.5.5',
  '2400:3200::1',
  '::ffff:8.8.8.8',
]

describe('addresses a delivery may go to', () => {
  it.each(inside)('%s (%s) is none', (address) => {
    expect(strictly(address, 'https:')).toBe(false)
  })

  it.each(outside)('%s is one, by https only', (address) => {
    expect(strictly(address, 'https:')).toBe(true)
    expect(strictly(address, 'http:')).toBe(false)
  })

  it('are also those the operator lists', () => {
    const rule = addressRule({ allowedNetworks: ['10.32.0.0/16', 'fd00:1234::/32'], allowHttp: false })
    expect(['10.32.1.1', '::ffff:10.32.1.1', 'fd00:1234::1'].map((address) => rule(address, 'https:'))).toEqual([
      true,
      true,
      true,
    ])
    expect(['10.33.0.1', 'fd00:1235::1', '127.0.0.1'].map((address) => rule(address, 'https:'))).toEqual([
      false,
      false,
      false,
    ])
    expect(rule('10.32.1.1', 'http:')).toBe(false)
  })

  it('are this machine by plain http, where that is allowed', () => {
    const rule = addressRule({ allowedNetworks: [], allowHttp: true })
    expect(['127.0.0.1', '::1', '::ffff:127.0.0.1'].map((address) => rule(address, 'http:'))).toEqual([
      true,
      true,
      true,
    ])
    expect(['10.0.0.1', '8.8.8.8', '169.254.169.254'].map((address) => rule(address, 'http:'))).toEqual([
      false,
      false,
      false,
    ])
    expect(rule('127.0.0.1', 'https:')).toBe(false)
  })

  it.each(['10.0.0.0', '10.0.0.0/33', 'x/8', '10.0.0.0/', ''])('refuses the network %j', (cidr) => {
    expect(() => networks([cidr])).toThrow()
  })
})

describe('a connection to a receiver', () => {
  let receiver: Receiver
  beforeAll(async () => {
    receiver = await startReceiver()
  })
  afterAll(() => receiver.close())

  /** A name server that gives these answers, the last one again and again. */
  const saying = (...answers: readonly (readonly string[])[]): LookupFunction => {
    let turn = 0
    return (_name, _options, answer) => {
      const addresses = answers[Math.min(turn, answers.length - 1)] ?? []
      turn += 1
      const found: LookupAddress[] = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
      answer(null, found)
    }
  }
  const send = async (url: string, lookup: LookupFunction, allowHttp: boolean) => {
    const sender = createSender({ ...settings, allowHttp }, lookup)
    const body = '{"sequence":"1","previous":"0"}'
    const sent = await sender.send({ url, headers: {}, body }, new AbortController().signal)
    await sender.close()
    return sent.outcome
  }
  const port = () => new URL(receiver.url).port

  it.each(inside.filter(([address]) => address.includes('.') || address.includes(':')))(
    'is not opened where a name leads to %s (%s)',
    async (address) => {
      expect(await send('https://bank.example/hook', saying([address]), false)).toBe('FORBIDDEN_ADDRESS')
    },
  )

  it.each([
    'https://127.0.0.1',
    'https://[::1]',
    'https://169.254.169.254',
    'https://2130706433',
    'https://0x7f.1',
    'https://[::ffff:127.0.0.1]',
  ])('is not opened to %s, which is never looked up', async (origin) => {
    expect(await send(`${origin}:${port()}/hook`, saying(['8.8.8.8']), false)).toBe('FORBIDDEN_ADDRESS')
  })

  it('is not opened when one of several addresses is inside', async () => {
    expect(await send('https://bank.example/hook', saying(['8.8.8.8', '10.0.0.1']), false)).toBe('FORBIDDEN_ADDRESS')
  })

  it('is checked anew each time, so that a name cannot lead elsewhere later', async () => {
    const sender = createSender({ ...settings, allowHttp: true }, saying(['127.0.0.1'], ['10.0.0.1']))
    const posting = { url: `http://bank.example:${port()}/hook`, headers: { connection: 'close' }, body: '{}' }
    const { signal } = new AbortController()
    expect((await sender.send(posting, signal)).outcome).toBe('DELIVERED')
    expect((await sender.send(posting, signal)).outcome).toBe('FORBIDDEN_ADDRESS')
    await sender.close()
  })

  it('reaches nobody in all this', () => expect(receiver.received.length).toBe(1))
})

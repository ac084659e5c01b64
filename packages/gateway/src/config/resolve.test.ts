import { TongbanError } from '@tongban/schema'
import { describe, expect, it } from 'vitest'
import { resolveConfig } from './resolve.ts'
import type { GatewayConfig } from './types.ts'

const source = {
  id: 'sx-approvals',
  title: '绍兴市行政审批系统',
  covers: { divisions: ['3306'] },
  protocol: { kind: 'test', send: async () => ({}) },
  ports: { cases: {} },
}
const client = { id: 'bank', title: '某银行', scopes: ['submissions:write'], jwks: { keys: [{ kty: 'EC' }] } }
const good: GatewayConfig = { division: '330600', title: '绍兴市', sources: [source] }

const mistakes: { name: string; config: object; path: string; fix: RegExp }[] = [
  { name: 'no division', config: { ...good, division: undefined }, path: 'division', fix: /give the division/ },
  { name: 'a division of the wrong length', config: { ...good, division: '3306' }, path: 'division', fix: /6 digits/ },
  {
    name: 'a network that is none',
    config: { ...good, events: { webhooks: { allowedNetworks: ['10.32.0.0/16', '10.32.0.0'] } } },
    path: 'events.webhooks.allowedNetworks[1]',
    fix: /10\.32\.0\.0\/16/,
  },
  {
    name: 'a network with too many bits',
    config: { ...good, events: { webhooks: { allowedNetworks: ['10.32.0.0/33'] } } },
    path: 'events.webhooks.allowedNetworks[0]',
    fix: /use a network/,
  },
  {
    name: 'an attempt that takes too long',
    config: { ...good, events: { webhooks: { attemptTimeoutMs: 60_001 } } },
    path: 'events.webhooks.attemptTimeoutMs',
    fix: /at most 60000/,
  },
  {
    name: 'a misspelt setting of events',
    config: { ...good, events: { retentiondays: 3 } },
    path: 'events.retentiondays',
    fix: /did you mean "retentionDays"/,
  },
  { name: 'no sources', config: { ...good, sources: undefined }, path: 'sources', fix: /list of sources/ },
  {
    name: 'a source id with capitals',
    config: { ...good, sources: [{ ...source, id: 'SX' }] },
    path: 'sources[0].id',
    fix: /lower case/,
  },
  {
    name: 'a source that goes by the name of imported files',
    config: { ...good, sources: [{ ...source, id: 'import' }] },
    path: 'sources[0].id',
    fix: /kept for what is imported from a file/,
  },
  {
    name: 'a source without ports',
    config: { ...good, sources: [{ ...source, ports: {} }] },
    path: 'sources[0].ports',
    fix: /at least one/,
  },
  {
    name: 'a source that lets messages in unchecked',
    config: { ...good, sources: [{ ...source, inbound: { cases: () => [] } }] },
    path: 'sources[0].inbound.verify',
    fix: /verifier such as tifVerifier/,
  },
  {
    name: 'a verifier that is none',
    config: { ...good, sources: [{ ...source, inbound: { verify: 'tif' } }] },
    path: 'sources[0].inbound.verify',
    fix: /verifier such as tifVerifier/,
  },
  {
    name: 'a misspelt kind of message',
    config: { ...good, sources: [{ ...source, inbound: { verify: () => 'VALID', case: () => [] } }] },
    path: 'sources[0].inbound.case',
    fix: /did you mean "cases"/,
  },
  {
    name: 'two sources with one id',
    config: { ...good, sources: [source, source] },
    path: 'sources[1].id',
    fix: /already the id of sources\[0\]/,
  },
  {
    name: 'a wrong database address',
    config: { ...good, store: { url: 'mysql://x' } },
    path: 'store.url',
    fix: /postgres:/,
  },
  { name: 'a port out of range', config: { ...good, server: { port: 70_000 } }, path: 'server.port', fix: /65535|<=/ },
  {
    name: 'an unknown scope',
    config: { ...good, clients: [{ ...client, scopes: ['everything'] }] },
    path: 'clients[0].scopes[0]',
    fix: /no scope "everything"/,
  },
  {
    name: 'a misspelt field',
    config: { ...good, catalouge: 'live' },
    path: 'catalouge',
    fix: /did you mean "catalogue"/,
  },
  {
    name: 'a misspelt field that is needed, as such',
    config: { ...good, division: undefined, divison: '330600' },
    path: 'divison',
    fix: /did you mean "division"/,
  },
  {
    name: 'a misspelt field further in',
    config: { ...good, server: { prot: 1 } },
    path: 'server.prot',
    fix: /did you mean "port"/,
  },
  {
    name: 'an invented field',
    config: { ...good, lights: { yellow: { zebra: 1 } } },
    path: 'lights.yellow.zebra',
    fix: /no such field; known: workingDaysBefore/,
  },
  {
    name: 'a misspelt coverage, which would cover everything',
    config: { ...good, sources: [{ ...source, covers: { division: ['3306'] } }] },
    path: 'sources[0].covers.division',
    fix: /did you mean "divisions"/,
  },
  {
    name: 'a misspelt limit',
    config: { ...good, sources: [{ ...source, limits: { maxRetry: 1 } }] },
    path: 'sources[0].limits.maxRetry',
    fix: /did you mean "maxRetries"/,
  },
  {
    name: 'a misspelt field of a client',
    config: { ...good, clients: [{ ...client, scope: ['x'] }] },
    path: 'clients[0].scope',
    fix: /did you mean "scopes"/,
  },
  {
    name: 'opening hours nobody can read',
    config: { ...good, calendar: { opening: 'every day' } },
    path: 'calendar.opening',
    fix: /mon-fri 08:30-12:00/,
  },
  {
    name: 'a fastest poll slower than the slowest',
    config: { ...good, polling: { fastestMs: 9_000, slowestMs: 1 } },
    path: 'polling.fastestMs',
    fix: /at most slowestMs/,
  },
  {
    name: 'a public address with a query',
    config: { ...good, server: { publicUrl: 'https://gov.example.cn/api?x=1' } },
    path: 'server.publicUrl',
    fix: /without/,
  },
  {
    name: 'a public address with a fragment',
    config: { ...good, server: { publicUrl: 'https://gov.example.cn/#' } },
    path: 'server.publicUrl',
    fix: /without/,
  },
  {
    name: 'a public address with a password',
    config: { ...good, server: { publicUrl: 'https://a:b@gov.example.cn/' } },
    path: 'server.publicUrl',
    fix: /without/,
  },
  {
    name: 'a host for figures without a port',
    config: { ...good, server: { metricsHost: '10.0.0.1' } },
    path: 'server.metricsHost',
    fix: /metricsPort/,
  },
  {
    name: 'a private key',
    config: { ...good, clients: [{ ...client, jwks: { keys: [{ kty: 'EC', d: 'x' }] } }] },
    path: 'clients[0].jwks.keys[0]',
    fix: /public key only/,
  },
]

const mistaken: [name: string, fields: object, path: string, fix: RegExp][] = [
  ['no place for any call', { limits: { maxConcurrent: 0 } }, 'limits.maxConcurrent', /whole number from 1/],
  ['half a place', { limits: { maxConcurrent: 1.5 } }, 'limits.maxConcurrent', /whole number/],
  ['half a repetition, which never comes', { limits: { maxRetries: 1.5 } }, 'limits.maxRetries', /whole number from 0/],
  ['an attempt without time', { limits: { attemptTimeoutMs: 0 } }, 'limits.attemptTimeoutMs', /more than 0/],
  ['a time longer than timers hold', { limits: { totalTimeoutMs: 3e9 } }, 'limits.totalTimeoutMs', /24 days/],
  ['a limit that is no number', { limits: { settleMs: Number.NaN } }, 'limits.settleMs', /number from 0/],
  ['a limit as text', { limits: { attemptTimeoutMs: '3000' } }, 'limits.attemptTimeoutMs', /milliseconds/],
  [
    'an attempt longer than the call',
    { limits: { attemptTimeoutMs: 9_000, totalTimeoutMs: 5_000 } },
    'limits.attemptTimeoutMs',
    /at most totalTimeoutMs/,
  ],
  [
    'an attempt of an operation longer than the call',
    { operations: { 'items.page': { attemptTimeoutMs: 9_000, totalTimeoutMs: 5_000 } } },
    'operations["items.page"].attemptTimeoutMs',
    /at most totalTimeoutMs/,
  ],
  ['an owner without a credit code', { owner: '11330600MB2855918' }, 'owner', /18 signs/],
  ['a switch as text', { limits: { hedge: 'yes' } }, 'limits.hedge', /true or false/],
  [
    'an unknown limit of an operation',
    { operations: { 'items.page': { attemptTimeout: 3 } } },
    'operations["items.page"].attemptTimeout',
    /attemptTimeoutMs/,
  ],
  ['a list of operations', { operations: [] }, 'operations', /by the names/],
  ['a list that covers nothing', { covers: { divisions: [] } }, 'covers.divisions', /leave the list out/],
  ['divisions that are none', { covers: { divisions: ['33O6'] } }, 'covers.divisions[0]', /digits/],
  [
    'a misspelt type of items',
    { covers: { itemTypes: ['ADMINISTRATIVE_LICENCE'] } },
    'covers.itemTypes[0]',
    /names of/,
  ],
  ['a code that every code begins with', { covers: { itemCodes: [''] } }, 'covers.itemCodes[0]', /leading characters/],
  ['no coverage', { covers: undefined }, 'covers', /covers everything/],
  ['a protocol that cannot send', { protocol: { kind: 'x' } }, 'protocol.send', /makes one attempt/],
  ['a port that is none', { ports: { items: 5 } }, 'ports.items', /object of functions/],
  ['a method that is none', { ports: { items: { byCodes: 'x' } } }, 'ports.items', /object of functions/],
  [
    'a port whose methods nobody would see',
    {
      ports: {
        items: new (class {
          page() {}
        })(),
      },
    },
    'ports.items',
    /class/,
  ],
]

describe('resolveConfig', () => {
  it('fills in every default', () => {
    const resolved = resolveConfig(good)
    expect(resolved).toMatchObject({
      catalogue: 'mirror',
      clients: [],
      lights: { yellow: { workingDaysBefore: 1 } },
      server: { host: '127.0.0.1', port: 4000, explorer: true },
      store: { dataDir: './data' },
    })
    expect(resolved.sources[0]).toBe(source)
  })

  it.each([
    [undefined, undefined],
    ['', undefined],
    ['postgres://gov@db/tongban', 'postgres://gov@db/tongban'],
    ['postgresql://gov@db/tongban', 'postgresql://gov@db/tongban'],
  ])('takes the database address %j as %j', (url, expected) => {
    expect(resolveConfig({ ...good, store: { url } }).store.url).toBe(expected)
  })

  it.each(mistaken)('refuses a source with %s, naming the path and the fix', (_name, fields, path, fix) => {
    const config = { ...good, sources: [source, { ...source, id: 'second', ...fields }] }
    const attempt = () => resolveConfig(config as GatewayConfig)
    expect(attempt).toThrow(
      expect.objectContaining({ params: expect.objectContaining({ path: `sources[1].${path}` }) }),
    )
    expect(attempt).toThrow(fix)
  })

  it.each(mistakes)('refuses $name, naming the path and the fix', ({ config, path, fix }) => {
    const attempt = () => resolveConfig(config as GatewayConfig)
    expect(attempt).toThrow(TongbanError)
    expect(attempt).toThrow(fix)
    expect(attempt).toThrow(
      expect.objectContaining({ code: 'TB_CONFIG_INVALID', params: expect.objectContaining({ path }) }),
    )
  })
})

import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { connectSources } from '../../sources/connect.ts'
import type { Protocol, UpstreamRequest } from '../../sources/source.ts'
import { silentLog } from '../../sources/testing/source.ts'
import { defineSource, type Ports } from '../ports.ts'
import { testCaller, testContext } from '../testing.ts'
import { fetchOfHolder, type HolderReason } from './platforms.ts'

interface HolderRequest extends UpstreamRequest {
  readonly number: string
}

/** A platform that says how often it was asked and takes its time. */
function platform() {
  const asked: string[] = []
  const protocol: Protocol<HolderRequest> = {
    kind: 'slow',
    async send({ number }) {
      asked.push(number)
      for (let turns = 0; turns < 5; turns++) await turn()
      return []
    },
  }
  const source = defineSource({
    id: 'national',
    title: '电子证照平台',
    covers: {},
    protocol,
    certificates: {
      byHolder: ({ documentNumber }, call) =>
        call({ operation: 'byHolder', safe: true, number: documentNumber, reply }),
      byIdentifiers: async () => [],
      verify: async () => [],
      file: async () => ({ mediaType: 'application/ofd', content: new Uint8Array() }),
    },
  })
  const deps = { log: silentLog, metrics: { sourceCall() {} }, now: () => new Date() }
  return { asked, directory: connectSources<Ports>([source], deps).directory }
}
const reply = z.array(z.never())

const holder = { documentType: 'RESIDENT_ID', documentNumber: '110105194912310038' } as const
const reason: HolderReason = { purpose: '抵押登记', consentId: 'consent-1', person: 'fingerprint-1' }
const one = { client: 'bank', reason }

describe('two reads of a holder at the same moment', () => {
  it.each([
    ['for one client under one consent are one call', one, 1],
    ['for two clients are two', { ...one, client: 'notary' }, 2],
    ['under two consents are two', { ...one, reason: { ...reason, consentId: 'consent-2' } }, 2],
    ['for another purpose are two', { ...one, reason: { ...reason, purpose: '贷款' } }, 2],
    [
      'about somebody who is registered under the same number are two',
      { ...one, reason: { ...reason, person: 'fingerprint-2' } },
      2,
    ],
  ])('%s', async (_name, other, calls) => {
    const { asked, directory } = platform()
    const read = ({ client, reason: why }: typeof one) =>
      fetchOfHolder(directory, holder, ['type'], why, testContext({ caller: testCaller(client, 'certificates:read') }))
    await Promise.all([read(one), read(other)])
    expect(asked).toHaveLength(calls)
  })
})

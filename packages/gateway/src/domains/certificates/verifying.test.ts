import { TongbanError } from '@tongban/schema'
import { describe, expect, it } from 'vitest'
import { connectSources } from '../../sources/connect.ts'
import { silentLog } from '../../store/testing.ts'
import { defineSource, type Ports, portReadings } from '../ports.ts'
import { testCaller, testContext } from '../testing.ts'
import { verificationLoader } from './reading.ts'

const [inCity, inProvince] = ['1', '2'].map(
  (serial) => `1.2.156.3005.2.11100000000013127D001.11370800MB28559184.00000000${serial}.001.G`,
)
const bank = () => testContext({ caller: testCaller('bank', 'certificates:read') })
const down = () => new TongbanError('TB_SOURCE_UNAVAILABLE')

/** A platform that knows these certificates, and says of the others that it does not. */
const platform = (id: string, known: readonly (string | undefined)[], isDown = () => false) =>
  defineSource({
    id,
    title: `${id} 平台`,
    covers: {},
    protocol: { kind: 'none', send: async () => null },
    certificates: {
      byHolder: async () => [],
      byIdentifiers: async () => [],
      async verify({ identifiers }) {
        if (isDown()) throw down()
        return identifiers.map((identifier) =>
          known.includes(identifier)
            ? { identifier, status: 'GENUINE', certificateStatus: 'VALID', signedBy: id }
            : { identifier, status: 'NOT_FOUND', certificateStatus: 'UNKNOWN', signedBy: null },
        )
      },
      file: async () => ({ mediaType: 'application/ofd', content: new Uint8Array() }),
    },
  })

describe('verifying where the province stands in for the city', () => {
  const state = { down: false }
  const { directory } = connectSources<Ports>(
    [platform('city', [inCity], () => state.down), platform('province', [inProvince])],
    {
      ...{ log: silentLog, metrics: { sourceCall() {} }, now: () => new Date(), readings: portReadings },
      overlaps: [{ port: 'certificates', rule: 'FALLBACK' }],
    },
  )
  const load = verificationLoader({
    directory,
    ledger: { record: async () => {}, newest: async () => [], byKey: async () => null },
  })
  const reason = { purpose: '核验', consentId: null }

  it('says of each certificate who verified it', async () => {
    state.down = false
    const context = bank()
    const answers = [inCity, inProvince].map((identifier = '') => load(identifier, reason, context))
    expect((await Promise.all(answers)).map(({ status, provenance }) => [status, provenance.sourceId])).toEqual([
      ['GENUINE', 'city'],
      ['GENUINE', 'province'],
    ])
  })

  it('never says that there is no certificate that only a platform which is down may have', async () => {
    state.down = true
    await expect(load(inCity ?? '', reason, bank())).rejects.toMatchObject({ source: 'city' })
  })
})

import { expect, it } from 'vitest'
import { type Systems, sampleOrganisations, samplePersons, startSystems } from '../index.ts'
import { platformClient } from '../testing/platform-client.ts'

const licence = '11100000MB0143028R001'
const identityCard = '11100000000013127D001'

const holds = async (systems: Systems, holderCode: string, holderTypeCode: string, certTypeCode: string) =>
  platformClient(systems)('queryCertInfoByHolderCode', { holderCode, holderTypeCode, certTypeCode, useCause: '测试' })

it('offers persons and organisations that the certificate platform knows', async () => {
  const systems = await startSystems({ paceMs: 0 })
  const residents = samplePersons.filter(({ holderType }) => holderType === '111')
  expect(samplePersons.map(({ holderType }) => holderType).slice(residents.length)).toEqual(['414', '551'])
  for (const { code } of residents)
    expect(await holds(systems, code, '111', identityCard)).toMatchObject({ head: { status: 0 } })
  for (const { code } of sampleOrganisations)
    expect(await holds(systems, code, '001', licence)).toMatchObject({ head: { status: 0 } })
  await systems.close()
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type City, startCity } from './city.ts'

describe('the commands of an operator, in front of real departments', () => {
  let city: City

  beforeAll(async () => {
    city = await startCity()
  })
  afterAll(() => city.close())

  it('check says of every source that it answers', async () => {
    const { code, stdout } = await city.command('check')
    expect(stdout.match(/ok, \d+ ms/g)).toHaveLength(4)
    expect(code).toBe(0)
  })

  it('check names the source that does not, with code and reason, and fails', async () => {
    city.systems.trading.misbehave({ operation: '*', habit: 'error' })
    const { code, stdout } = await city.command('check')
    city.systems.trading.behave()
    expect(stdout).toMatch(/sx-trading\s+FAILED\s+TB_SOURCE_UNAVAILABLE/)
    expect(code).toBe(1)
  })

  it('sync brings items and notices over, then only what changed', async () => {
    const first = await city.command('sync')
    expect(first.stdout).toMatch(/items {4}source province-items, mode FULL, added [1-9]\d\d/)
    expect(first.stdout).toMatch(/notices {2}sourceId sx-trading, notices [1-9]\d\d, refused 0/)
    expect(first.stderr).toMatch(/province-items {2}\d+ \/ \d+/)
    const second = await city.command('sync')
    expect(second.stdout).toMatch(/mode INCREMENTAL, added 0/)
  })

  it('says who holds the data folder while a gateway serves', async () => {
    const gateway = await city.startGatewayProcess()
    const { code, stderr } = await city.command('sync')
    expect(stderr).toMatch(/TB_DATA_FOLDER_IN_USE/)
    expect(code).toBe(1)
    expect(await gateway.stop()).toBe(0)
  })
})

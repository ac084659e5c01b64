import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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

  it.each(['province-items', 'sx-approvals', 'sx-certificates', 'sx-trading'])(
    'check source judges %s at its system, changes nothing there and prints a score',
    async (id) => {
      const { code, stdout } = await city.command('check', 'source', id)
      expect(stdout).toMatch(/^\w+\.\w+\n {2}kept {4}answers with rows/m)
      expect(stdout).toMatch(/score 100 \((\d+) of \1 promises kept\)/)
      expect(code).toBe(0)
    },
    60_000,
  )

  it('check source names the sources there are', async () => {
    const { code, stderr } = await city.command('check', 'source', 'sx-aprovals')
    expect(stderr).toMatch(/TB_CONFIG_INVALID.*there is no source "sx-aprovals"; there are: .*sx-approvals/)
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

  it('record keeps what a source answers to samples, and what a whole synchronisation reads can be played without the systems', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tongban-tapes-'))
    const out = join(folder, 'items.jsonl')
    const recorded = await city.command('record', 'source', 'province-items', '--out', out)
    expect(recorded.stdout).toMatch(/[1-9]\d* answers recorded/)
    expect((await city.command('sync', '--full', '--record', folder)).code).toBe(0)
    for (const system of [city.systems.items, city.systems.trading])
      system.misbehave({ operation: '*', habit: 'error' })
    const dead = await city.command('sync', '--full')
    const played = await city.command('sync', '--full', '--replay', folder)
    for (const system of [city.systems.items, city.systems.trading]) system.behave()
    await rm(folder, { recursive: true })
    expect(dead.code).toBe(1)
    expect(played.stdout).toMatch(
      /items {4}source province-items, mode FULL, added 0, changed \d+, unchanged \d+, withdrawn 0, refused 0/,
    )
    expect(played.code).toBe(0)
  }, 60_000)

  it('says who holds the data folder while a gateway serves', async () => {
    const gateway = await city.startGatewayProcess()
    const { code, stderr } = await city.command('sync')
    expect(stderr).toMatch(/TB_DATA_FOLDER_IN_USE/)
    expect(code).toBe(1)
    expect(await gateway.stop()).toBe(0)
  })
})

import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { ExchangeRequest } from './requests.ts'
import { attempting, closeAll, databaseOf, onBothDatabases, protocolOn } from './testing/front-end.ts'
import { type Way, wayTo } from './testing/way.ts'

const tables = { ROWS: { key: ['ID'] } }
const put = (rows: readonly number[]): ExchangeRequest => ({
  operation: 'rows.put',
  do: 'write',
  table: 'ROWS',
  rows: rows.map((ID) => ({ ID })),
})

onBothDatabases('rows written over a connection that is lost', (front) => {
  let way: Way
  beforeAll(async () => {
    way = await wayTo(front().url)
    // No unique key: many exchange tables have none, and nothing but the request itself keeps rows single.
    await front().table('ROWS', { ID: 'int' })
  })
  afterEach(closeAll)
  afterAll(() => way.close())

  it('are there once, wherever it was lost and however often it is repeated', async () => {
    const known = async () => (await front().run('select `ID` from `ROWS`')).map(({ ID }) => Number(ID))
    let lost = 0
    let lostAndWritten = 0
    for (let round = 0; round < 120; round += 1) {
      const ids = [round * 2, round * 2 + 1]
      const protocol = protocolOn(front(), { database: databaseOf(front().kind, way.url), tables, maxConnections: 1 })
      const ask = attempting(protocol)
      way.cutAfter(round * 14)
      try {
        await ask(put(ids))
      } catch (error) {
        expect(error).toMatchObject({ code: 'TB_SOURCE_UNAVAILABLE' })
        lost += 1
        if ((await known()).includes(ids[0] ?? 0)) lostAndWritten += 1
      }
      way.cutAfter(Number.POSITIVE_INFINITY)
      await ask(put(ids))
      await closeAll()
    }
    const found = (await known()).toSorted((one, other) => one - other)
    expect(found).toEqual(Array.from({ length: 240 }, (_none, index) => index))
    expect(lost).toBeGreaterThan(10)
    // Without such a case nothing would have been shown.
    expect(lostAndWritten).toBeGreaterThan(0)
  })
})

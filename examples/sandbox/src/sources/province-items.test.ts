import { agencyRecord, serviceItemRecord } from '@tongban/gateway'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { itemRow } from './province-items/rows.ts'
import { type City, impatientLine, startCity } from './testing/city.ts'

let city: City
beforeAll(async () => {
  city = await startCity()
})
afterEach(() => {
  city.systems.items.behave()
  city.systems.items.forgetCalls()
})
afterAll(() => city.close())

const everything = async () => {
  const items = []
  let cursor: string | null = null
  do {
    const { value } = await city.items.page({ cursor, size: 100 }, {})
    items.push(...value.items)
    cursor = value.next
  } while (cursor !== null)
  return items
}

describe('the catalogue', () => {
  it('is read page by page, and every item fits', async () => {
    const items = (await everything()).map((item) => serviceItemRecord.parse(item))
    const { value } = await city.items.page({ cursor: null, size: 1 }, {})
    expect(items).toHaveLength(value.total ?? 0)
    expect(new Set(items.map(({ code }) => code)).size).toBe(items.length)
    expect(items.every(({ rawType }) => rawType?.tableVersion === 'A.1')).toBe(true)
  })

  it('links materials to certificates and to the answers that ask for them', async () => {
    const items = (await everything()).map((item) => serviceItemRecord.parse(item))
    const withQuestions = items.filter(({ situations }) => situations?.length)
    expect(withQuestions.length).toBeGreaterThan(10)
    for (const { situations, materials } of withQuestions) {
      const options = situations?.flatMap(({ key, options }) => options.map(({ value }) => `${key} ${value}`))
      const asked = (materials ?? []).flatMap((material) =>
        material.situations.map(({ question, option }) => `${question} ${option}`),
      )
      expect(options).toEqual(expect.arrayContaining(asked))
      expect(situations?.filter(({ root }) => root)).toHaveLength(1)
    }
    expect(items.flatMap(({ materials }) => materials ?? []).some(({ satisfiedBy }) => satisfiedBy.length > 0)).toBe(
      true,
    )
  })

  it('is the same when rows come twice, numbers are spelled otherwise and a byte order mark comes first', async () => {
    const plain = await city.items.page({ cursor: null, size: 20 }, {})
    for (const habit of ['duplicate-rows', 'flip-numbers', 'bom', 'wrong-charset'] as const) {
      city.systems.items.misbehave({ operation: 'list', habit, times: 1 })
      const odd = await city.items.page({ cursor: null, size: 20 }, {})
      expect(
        odd.value.items.map(({ code }) => code),
        habit,
      ).toEqual(plain.value.items.map(({ code }) => code))
    }
  })
})

describe('items by code', () => {
  it('take one call for fifty codes', async () => {
    const codes = (await everything()).slice(0, 120).map(({ code }) => code)
    city.systems.items.forgetCalls()
    const { value } = await city.items.byCodes(codes, {})
    expect(city.systems.items.calls()).toEqual({ byCodes: 3 })
    expect(value.map(({ code }) => code).toSorted()).toEqual(codes.toSorted())
  })

  it('that do not exist are left out', async () => {
    expect((await city.items.byCodes(['nothing'], {})).value).toEqual([])
  })
})

describe('agencies', () => {
  it('are read with their opening hours', async () => {
    const codes = (await everything()).flatMap(({ agencyCode }) => agencyCode ?? [])
    const agencies = (await city.items.agencies?.(codes, {}))?.value.map((agency) => agencyRecord.parse(agency)) ?? []
    expect(agencies.map(({ code }) => code).toSorted()).toEqual([...new Set(codes)].toSorted())
    expect(agencies.every(({ openingHours }) => openingHours.length >= 5)).toBe(true)
  })
})

describe('changes', () => {
  const changesSince = async (since: string | null, cursor: string | null = null) => {
    if (!city.items.changes) throw new Error('The library tells changes.')
    return (await city.items.changes({ since, cursor, size: 100 }, {})).value
  }

  it('since the newest mark are none, then those that follow', async () => {
    const { mark } = await changesSince(null)
    expect(await changesSince(mark)).toMatchObject({ changed: [], removed: [], next: null, mark })
    const [first, second] = await everything()
    city.systems.items.revise(first?.code ?? '', { name: '改名后的事项' })
    city.systems.items.withdraw(second?.code ?? '')
    const after = await changesSince(mark)
    expect(after).toMatchObject({
      changed: [{ code: first?.code, name: '改名后的事项' }],
      removed: [second?.code],
      next: null,
    })
    expect(await changesSince(after.mark)).toMatchObject({ changed: [], removed: [] })
  })

  it('from the beginning come page by page until all are told', async () => {
    const told = new Set<string>()
    let cursor: string | null = null
    do {
      const { changed, next } = await changesSince('0', cursor)
      for (const { code } of changed) told.add(code)
      cursor = next
    } while (cursor !== null)
    expect([...told]).toEqual(expect.arrayContaining((await everything()).map(({ code }) => code)))
  })
})

describe('the library that misbehaves', () => {
  it.each([
    [{ habit: 'clock-skew' }, 'TB_SOURCE_AUTH'],
    [{ habit: 'login-page' }, 'TB_SOURCE_AUTH'],
    [{ habit: 'business-error' }, 'TB_SOURCE_UNAVAILABLE'],
    [{ habit: 'error' }, 'TB_SOURCE_UNAVAILABLE'],
    [{ habit: 'reset' }, 'TB_SOURCE_UNAVAILABLE'],
    [{ habit: 'hang' }, 'TB_SOURCE_TIMEOUT'],
    [{ habit: 'drip', bytes: 1, everyMs: 100 }, 'TB_SOURCE_TIMEOUT'],
    [{ habit: 'cut' }, 'TB_SOURCE_SHAPE'],
    [{ habit: 'empty-body' }, 'TB_SOURCE_SHAPE'],
    [{ habit: 'nothing', as: 'missing' }, 'TB_SOURCE_SHAPE'],
  ] as const)('by %j is a typed failure', async (habit, code) => {
    city.systems.items.misbehave({ operation: 'byCodes', ...habit, times: 1 })
    const { items } = impatientLine(city.systems)
    await expect(items.byCodes(['x'], {})).rejects.toMatchObject({ code, source: 'province-items' })
  })
})

describe('a row with codes that the tables do not have', () => {
  const row = {
    task_handle_item: '11330602MB0000001X300011711200001',
    task_name: '某事项',
    area_code: '330602',
    task_type: '77',
    task_state: '8',
    project_type: '3',
    promise_day: '5',
    promise_type: 'H',
    online_handle_depth: '3^77',
    handle_area: '3^2',
    materials: [{ material_guid: 'g', material_code: 'M01', material_name: '某材料', is_need: '0', source_type: '2' }],
  }

  it('is not guessed at, and the codes stay', () => {
    const item = serviceItemRecord.parse(itemRow.parse(row))
    const [material] = item.materials ?? []
    expect([item.type, item.state, item.processingType, item.fees, item.audience]).toEqual(Array(5).fill(null))
    expect([item.rawType, item.rawState, item.rawProcessingType].map((raw) => raw?.code)).toEqual(['77', '8', '3'])
    expect(item.timeLimit.promised).toMatchObject({ amount: 5, unit: null, rawUnit: { code: 'H' } })
    expect(item.channels).toMatchObject({
      onlineDepth: ['PRE_REVIEW'],
      rawOnlineDepth: [{ code: '3' }, { code: '77' }],
    })
    expect(item.handlingAreas).toEqual(['CROSS_CITY', 'CROSS_PROVINCE'])
    expect(material).toMatchObject({ necessity: null, rawNecessity: { code: '0' }, form: null, source: null })
  })

  it('is entirely online when the library says so beside the codes', () => {
    const { channels } = serviceItemRecord.parse(itemRow.parse({ ...row, ext_is_all_online: '1' }))
    expect(channels.onlineDepth).toEqual(['PRE_REVIEW', 'FULL_ONLINE'])
  })

  it('is free only when the library says so', () => {
    expect(itemRow.parse({ ...row, is_fee: '0' }).fees).toEqual([])
    expect(itemRow.parse({ ...row, is_fee: '1' }).fees).toBeNull()
  })
})

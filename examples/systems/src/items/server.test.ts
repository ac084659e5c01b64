import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Systems, startSystems } from '../index.ts'
import { at, rowsAt, textAt } from '../testing/answers.ts'
import { libraryClient } from '../testing/library-client.ts'
import { tifSignature } from './tif.ts'

let systems: Systems
let call: ReturnType<typeof libraryClient>

beforeAll(async () => {
  systems = await startSystems({ paceMs: 0 })
  call = libraryClient(systems)
})
afterAll(() => systems.close())

describe('the TIF signature', () => {
  const [timestamp, token, nonce] = ['1700000000', 'TESTTOKEN0123456789', '18bcfe56800-1a2b']

  it('agrees with the published vectors in both forms', () => {
    expect(tifSignature(timestamp, token, nonce)).toBe(
      '788348ec360c440fcb0804834c7f8ab53e85eb8593f2cbb46802b79d1f862e3c',
    )
    expect(tifSignature(timestamp, token, nonce, { uid: 'u1', uinfo: 'info', ext: 'ext' })).toBe(
      '20ce7566e1ee599148c404eafa665fb4aa5668a379c9b533d34846551b89e31c',
    )
  })

  const nowS = () => Math.floor(Date.now() / 1000)
  it.each([
    ['a skew of 91 s and more', { timestamp: nowS() - 120 }, '40102'],
    ['a clock that is ahead', { timestamp: nowS() + 300 }, '40102'],
    ['milliseconds for seconds', { timestamp: Date.now() }, '40102'],
    ['a wrong signature', { headers: { 'x-tif-signature': 'F'.repeat(64) } }, '40104'],
    ['an unknown application', { headers: { 'x-tif-paasid': 'undefined' } }, '40101'],
  ])('refuses %s with HTTP 200 and its own code', async (_name, deviation, code) => {
    expect(await call('/items', deviation)).toMatchObject({ code, data: null })
  })

  it('allows a skew inside the window', async () => {
    expect(await call('/items', { timestamp: nowS() - 60 })).toMatchObject({ code: '200' })
  })

  it('refuses a nonce that was used, but not one that was only shown with a wrong signature', async () => {
    const once = { nonce: 'one-nonce' }
    expect(await call('/items', { ...once, headers: { 'x-tif-signature': 'x' } })).toMatchObject({ code: '40104' })
    expect(await call('/items', once)).toMatchObject({ code: '200' })
    expect(await call('/items', once)).toMatchObject({ code: '40103' })
  })

  it('checks the long form when a gateway names the user', async () => {
    const stamp = String(nowS())
    const long = createHash('sha256')
      .update(`${stamp}${systems.credentials.items.token}long-nonce,u1,,${stamp}`)
      .digest('hex')
    const headers = { 'x-tif-uid': 'u1', 'x-tif-signature': long }
    expect(await call('/items', { nonce: 'long-nonce', timestamp: Number(stamp), headers })).toMatchObject({
      code: '200',
    })
  })
})

describe('the item library', () => {
  it('pages from one, with every number as a string, without gap or overlap', async () => {
    const first = await call('/items?page=1&size=100')
    const total = textAt(first, 'data', 'total')
    expect(at(first, 'data', 'total')).toBeTypeOf('string')
    const pages = Array.from({ length: Number(textAt(first, 'data', 'pages')) }, (_, index) => index + 1)
    const answers = await Promise.all(pages.map((page) => call(`/items?page=${page}&size=100`)))
    const codes = answers.flatMap((answer) => rowsAt(answer, 'data', 'rows').map((row) => row.task_handle_item))
    expect(codes).toHaveLength(Number(total))
    expect(new Set(codes).size).toBe(Number(total))
    expect(await call(`/items?page=${pages.length + 1}&size=100`)).toMatchObject({ code: '200', data: { rows: [] } })
  })

  it.each(['page=0', 'size=101', 'size=x', 'area_code=110000'])('refuses %s', async (query) => {
    expect(await call(`/items?${query}`)).toMatchObject({ code: '40001' })
  })

  it('gives a batch by 33 and by 31 characters and leaves out what it does not know', async () => {
    const row = rowsAt(await call('/items?size=1'), 'data', 'rows')[0]
    const codes = [row?.task_handle_item, row?.task_code, '33characters-of-nothing']
    const found = rowsAt(await call('/items/batch', { body: { codes } }), 'data', 'rows')
    expect(found.map((each) => each.task_code)).toContain(row?.task_code)
    expect(new Set(found.map((each) => each.task_handle_item)).size).toBe(found.length)
    expect(await call('/items/batch', { body: { codes: Array(51).fill('x') } })).toMatchObject({ code: '40002' })
    expect(await call('/items/batch', { body: {} })).toMatchObject({ code: '40001' })
  })

  it('walks all changes once, tells withdrawn items short, and shows later changes after the token', async () => {
    let since = '0'
    const rows: Record<string, unknown>[] = []
    for (let more = '1'; more === '1'; ) {
      const answer = await call(`/items/changes?since=${since}&size=100`)
      rows.push(...rowsAt(answer, 'data', 'rows'))
      since = textAt(answer, 'data', 'next')
      more = textAt(answer, 'data', 'has_more')
    }
    expect(since).toMatch(/^\d{19}$/)
    expect(new Set(rows.map((row) => row.task_handle_item)).size).toBe(rows.length)
    expect(rows.filter((row) => row.cd_operation === 'D').length).toBeGreaterThanOrEqual(3)
    const [kept, gone] = rows.filter((row) => row.cd_operation !== 'D').map((row) => String(row.task_handle_item))
    systems.items.revise(kept ?? '', { name: '改名后的事项' })
    systems.items.withdraw(gone ?? '')
    expect(await call(`/items/changes?since=${since}`)).toMatchObject({
      data: {
        has_more: '0',
        rows: [
          { task_handle_item: kept, task_name: '改名后的事项', cd_operation: 'U' },
          { task_handle_item: gone, task_state: '3', cd_operation: 'D' },
        ],
      },
    })
    expect(rowsAt(await call('/items/batch', { body: { codes: [gone] } }), 'data', 'rows')[0]?.task_state).toBe('3')
    expect(await call('/items/changes?since=abc')).toMatchObject({ code: '40003' })
  })

  it('asks the questions of the second-hand home mortgage and selects materials by the answers', async () => {
    const all = rowsAt(await call('/items?size=100&area_code=330602&task_type=07'), 'data', 'rows')
    const item = all.find((row) => row.task_name === '二手房抵押登记')
    const [ownership, loan] = rowsAt(item, 'situations')
    expect([ownership?.question_code, loan?.question_code]).toEqual(['ownership', 'loan'])
    expect(rowsAt(ownership, 'options').map((option) => option.option_code)).toEqual(['SOLE', 'JOINT'])
    expect(rowsAt(loan, 'options').map((option) => option.option_code)).toEqual(['COMMERCIAL', 'PROVIDENT_FUND'])
    expect(item?.ext_result_cert_type).toBe('11100000MB03271699022')
    const materials = new Map(rowsAt(item, 'materials').map((row) => [row.material_guid, row]))
    const chosen = textAt(ownership, 'options', 1, 'material_guids').split('^')
    expect(chosen.length).toBeGreaterThan(1)
    expect(chosen.map((guid) => materials.get(guid)?.is_condition)).toEqual(chosen.map(() => '1'))
  })

  it('states time limits in different units', async () => {
    const pages = await Promise.all([1, 2, 3, 4, 5, 6].map((page) => call(`/items?size=100&page=${page}`)))
    const rows = pages.flatMap((page) => rowsAt(page, 'data', 'rows'))
    expect(new Set(rows.map((row) => row.promise_type))).toEqual(new Set(['1', '2', '4']))
    expect(new Set(rows.map((row) => row.anticipate_type))).toEqual(new Set(['', 'G', 'Z']))
  })

  it('answers a body that is no JSON with its own code', async () => {
    const response = await fetch(`${systems.items.url}/openapi/zwfw/v2/items/batch`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '[,',
    })
    expect([response.status, await response.json()]).toMatchObject([200, { code: '40001' }])
  })

  it('gives agencies in one batch', async () => {
    const rows = rowsAt(await call('/items?size=50'), 'data', 'rows')
    const codes = [...new Set(rows.map((row) => String(row.dept_code)))]
    const answer = await call('/depts/batch', { body: { dept_codes: [...codes, 'nobody'] } })
    expect(rowsAt(answer, 'data', 'rows').map((row) => row.dept_code)).toEqual(codes)
  })
})

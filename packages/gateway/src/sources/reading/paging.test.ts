import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkWholeList, type PageContent, type Paging, turnPage } from './paging.ts'

/** Reads a whole list; `ask` answers a page by number. */
const readAll = (paging: Paging, ask: (page: number, offset: number) => PageContent) => {
  const pages: number[] = []
  const keys: string[] = []
  let cursor: string | null = null
  do {
    const turn = turnPage(cursor, paging)
    pages.push(turn.page)
    const content = ask(turn.page, turn.offset)
    keys.push(...content.keys)
    cursor = turn.next(content)
  } while (cursor !== null && pages.length < 5_000)
  return { pages, keys }
}
const rows = Array.from({ length: 25 }, (_, n) => `k${n}`)
const slice = (offset: number, size = 10) => rows.slice(offset, offset + size)
const shape = (detail: string) => expect.objectContaining({ code: 'TB_SOURCE_SHAPE', params: { detail } })

describe('a list in pages', () => {
  it.each([
    [0, [0, 1, 2]],
    [1, [1, 2, 3]],
  ] as const)('numbered from %i is read to its stated end', (first, pages) => {
    const read = readAll({ first, size: 10 }, (_page, offset) => ({ keys: slice(offset), total: 25 }))
    expect(read).toEqual({ pages, keys: rows })
  })

  it('without a total ends with an empty page', () => {
    const read = readAll({ first: 1, size: 10 }, (_page, offset) => ({ keys: slice(offset), total: null }))
    expect(read).toEqual({ pages: [1, 2, 3, 4], keys: rows })
  })

  it('may have partial pages in its middle', () => {
    const parts = [slice(0, 10), slice(10, 3), slice(13, 10), slice(23, 10)]
    const read = readAll({ first: 0, size: 10 }, (page) => ({ keys: parts[page] ?? [], total: 25 }))
    expect(read.keys).toEqual(rows)
  })

  it('whose total is that of the page is read to its end', () => {
    const read = readAll({ first: 0, size: 10 }, (_page, offset) => ({
      keys: slice(offset),
      total: slice(offset).length,
    }))
    expect(read.keys).toEqual(rows)
  })

  it('that is empty has one page', () => {
    expect(readAll({ first: 1, size: 10 }, () => ({ keys: [], total: 0 }))).toEqual({ pages: [1], keys: [] })
  })

  it('that gives the same page again is a failure and not endless', () => {
    const sameAgain = () => readAll({ first: 1, size: 10 }, () => ({ keys: slice(0), total: 25 }))
    expect(sameAgain).toThrow(shape('paging: page 2 repeats page 1'))
  })

  it('that treats page 0 like page 1 is noticed, too', () => {
    const wrongBase = () =>
      readAll({ first: 0, size: 10 }, (page) => ({ keys: slice(Math.max(0, page - 1) * 10), total: 25 }))
    expect(wrongBase).toThrow(shape('paging: page 1 repeats page 0'))
  })

  const many = Array.from({ length: 1_000 }, (_, n) => `${n}`)
  it('that is cut at 1,000 rows of 1,500 is a failure', () => {
    const cut = () =>
      readAll({ first: 1, size: 100 }, (_page, offset) => ({ keys: many.slice(offset, offset + 100), total: 1_500 }))
    expect(cut).toThrow(shape('paging: the rows end after 1000 of 1500'))
  })

  it('that is cut without stating a total is a failure where the source is known to cut', () => {
    const cut = (cutsAt?: number) => () =>
      readAll({ first: 1, size: 100, ...(cutsAt && { cutsAt }) }, (_page, offset) => ({
        keys: many.slice(offset, offset + 100),
        total: null,
      }))
    expect(cut(1_000)).toThrow(shape('paging: the rows end at 1000, where this source cuts lists'))
    expect(cut()).not.toThrow()
  })

  it.each([[''], ['x'], ['1-2'], ['1-2-zz'], ['-1-2-'], ['9'.repeat(20)]])('has no cursor %j', (cursor) => {
    expect(() => turnPage(cursor, { first: 1, size: 10 })).toThrow(
      expect.objectContaining({ code: 'TB_INVALID_CURSOR' }),
    )
  })

  it('is read whole, whatever sizes its pages have', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 20 }), (sizes) => {
        let serial = 0
        const parts = sizes.map((size) => Array.from({ length: size }, () => `r${serial++}`))
        const total = serial
        const read = readAll({ first: 1, size: 10 }, (page) => ({ keys: parts[page - 1] ?? [], total }))
        expect(read.keys).toEqual(parts.flat())
      }),
    )
  })
})

describe('a list in one piece', () => {
  it.each([
    [1_000, 1_500, undefined],
    [1_000, null, 1_000],
  ])('of %j rows where %j are stated and lists are cut at %j is a failure', (count, total, cutsAt) => {
    expect(() => checkWholeList(count, total, cutsAt)).toThrow(expect.objectContaining({ code: 'TB_SOURCE_SHAPE' }))
  })

  it.each([
    [1_000, null, undefined],
    [1_000, 1_000, 1_000],
    [3, 2, 1_000],
  ])('of %j rows where %j are stated and lists are cut at %j is whole', (count, total, cutsAt) => {
    expect(() => checkWholeList(count, total, cutsAt)).not.toThrow()
  })
})

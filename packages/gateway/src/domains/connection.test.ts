import { describe, expect, it } from 'vitest'
import { connection, readPage } from './connection.ts'

const isText = (value: unknown): value is string => typeof value === 'string'
const cursorFor = (filter: unknown) => readPage({ first: 1 }, filter, isText).cursor('here')
const readWith = (after: string, filter: unknown) => readPage({ first: 1, after }, filter, isText).after

describe('a cursor', () => {
  it.each([
    [{ text: '道路' }, { text: '道路', kinds: null }],
    [{ text: '道路' }, { kinds: undefined, text: '道路' }],
    [{ text: '道路' }, { kinds: [], text: '道路' }],
    [
      { text: '道路', project: 'P1' },
      { project: 'P1', text: '道路' },
    ],
    [{}, null],
  ])('works for a filter that says the same in another way: %j and %j', (one, other) => {
    expect(readWith(cursorFor(one), other)).toBe('here')
  })

  it.each([
    [{ text: '道路' }, { text: '桥梁' }],
    [{ text: '道路' }, {}],
    [{ kinds: ['RESULT'] }, { kinds: ['RESULT', 'TENDER'] }],
  ])('is refused for another filter: %j and %j', (one, other) => {
    expect(() => readWith(cursorFor(one), other)).toThrow(expect.objectContaining({ code: 'TB_INVALID_CURSOR' }))
  })

  it.each(['', 'x', 'bm90IGpzb24', '____'])('is refused when it is none: %j', (after) => {
    expect(() => readWith(after, {})).toThrow(expect.objectContaining({ code: 'TB_INVALID_CURSOR' }))
  })
})

describe('a page', () => {
  it.each([0, -1, 51])('of %i is refused, naming the bounds', (first) => {
    expect(() => readPage({ first }, {}, isText)).toThrow(/1–50/)
  })

  it('tells whether more follow by the one row too many', () => {
    const page = readPage({ first: 2 }, {}, isText)
    expect(connection(page, ['a', 'b', 'c'], (row) => row)).toMatchObject({
      edges: [{ node: 'a' }, { node: 'b' }],
      pageInfo: { hasNextPage: true, hasPreviousPage: false },
    })
    expect(connection(page, ['a'], (row) => row).pageInfo.hasNextPage).toBe(false)
    expect(connection(page, [], (row) => row).pageInfo).toMatchObject({ startCursor: null, endCursor: null })
  })
})

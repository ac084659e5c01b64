import { decodeCode } from '@tongban/schema'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { describeSource } from '../../../contract/index.ts'
import type { OutgoingRating } from '../../../domains/ratings/port.ts'
import { portOfSource } from '../../testing/connected.ts'
import { body } from '../../testing/upstream.ts'
import { ratingParameters, ratingRow } from './rating-form.ts'
import { zhejiangRatings } from './ratings.ts'
import { startPlatform } from './testing.ts'

const platform = await startPlatform('')
afterAll(() => platform.close())

const rating: OutgoingRating = {
  caseNumber: '330201000000000000001',
  itemCode: '330201-0001',
  itemName: '住房公积金提取',
  divisionCode: '330201000000',
  agencyCode: '11330200000000000X',
  processingType: 'COMMITMENT',
  level: 'VERY_SATISFIED',
  options: ['301', '302'],
  comment: '很快,谢谢',
  channel: 'HALL_TABLET',
  ratedAt: '2026-01-06T10:00:00+08:00',
  turn: 1,
  rater: { kind: 'PERSON', name: '艾力·䶮', documentNumber: '33020019000101000X' },
}
const source = zhejiangRatings({
  url: platform.url,
  success: ['0'],
  paths: { query: '/ratings' },
  areaName: '宁波市',
  department: { code: '001', name: '示例局' },
})
const ratings = portOfSource(source, 'ratings')
const other = {
  ...rating,
  caseNumber: '330201000000000000002',
  level: 'DISSATISFIED',
  channel: 'SYSTEM_DEFAULT',
} as const
await ratings.rate(rating, {})
await ratings.rate(other, {})

describeSource(source, {
  ratings: { rate: rating, byCases: [rating.caseNumber, other.caseNumber] },
  personal: [rating.rater.name, rating.rater.documentNumber, '很快,谢谢'],
})

const context = { progress: 'DONE', dataSource: '133' } as const
const levels = [
  ['VERY_SATISFIED', '5', '1'],
  ['SATISFIED', '4', '2'],
  ['BASICALLY_SATISFIED', '3', '3'],
  ['DISSATISFIED', '2', '4'],
  ['VERY_DISSATISFIED', '1', '5'],
] as const

describe('a level', () => {
  it.each(levels)('%s is %s here and %s in GB/T 39046-2020', (level, here, national) => {
    expect(ratingParameters({ ...rating, level }, context)).toMatchObject({ satisfaction: here })
    expect(decodeCode('ratingLevel', { system: 'gb-t-39046-2020', tableVersion: 'A.8', code: national }).name).toBe(
      level,
    )
  })

  it('comes back as it was sent, with channel and turn', () => {
    const anyLevel = fc.constantFrom(...levels.map(([level]) => level))
    const channels = ['WEB', 'MOBILE', 'QR_CODE', 'HALL_TABLET', 'HALL_TERMINAL', 'SMS', 'SYSTEM_DEFAULT'] as const
    fc.assert(
      fc.property(
        anyLevel,
        fc.constantFrom(...channels),
        fc.constantFrom(1 as const, 2 as const),
        (level, channel, turn) => {
          const sent = ratingParameters({ ...rating, level, channel, turn }, context)
          const { caseNumber, ratedAt } = rating
          expect(ratingRow.parse(sent)).toEqual({ caseNumber, level, channel, turn, ratedAt })
        },
      ),
    )
  })
})

it.each([
  ['COMMITMENT', '1'],
  ['INSTANT', '2'],
  ['JOINT', undefined],
  [null, undefined],
] as const)('the processing type %s is promiseTime %s', (processingType, promiseTime) => {
  expect(ratingParameters({ ...rating, processingType }, context).promiseTime).toBe(promiseTime)
})

it.each([
  ['WAITING', '1'],
  ['IN_PROGRESS', '2'],
  ['DONE', '3'],
] as const)('the progress %s is proStatus %s', (progress, proStatus) => {
  expect(ratingParameters(rating, { ...context, progress })).toMatchObject({ proStatus })
})

it('arrives with codes, names and the source of data', () => {
  expect(platform.forms[0]).toMatchObject({
    path: '/offlinereport.do',
    parameters: {
      areaCode: '330201',
      areaName: '宁波市',
      userProp: '1',
      userName: '艾力·䶮',
      certkeyGOV: '33020019000101000X',
      evalDetail: '301,302',
      writingEvaluation: '很快,谢谢',
      assessTime: '2026-01-06 10:00:00',
      assessNumber: '1',
      pf: '4',
      promiseTime: '1',
      dataSource: '133',
    },
  })
})

it('of which a second follows shows the second, and one by default is flagged', async () => {
  await ratings.rate({ ...rating, turn: 2, level: 'SATISFIED' }, {})
  const { value } = await ratings.byCases([rating.caseNumber, other.caseNumber], {})
  expect(value).toMatchObject([
    { turn: 2, level: 'SATISFIED' },
    { turn: 1, channel: 'SYSTEM_DEFAULT' },
  ])
})

it('a third rating is refused before anything is sent', async () => {
  const before = platform.requests()
  // A caller in JavaScript, or a number that was counted on.
  const third = { ...rating, turn: 3 as 1 }
  await expect(ratings.rate(third, {})).rejects.toMatchObject({ code: 'TB_INVALID_INPUT', params: { field: 'turn' } })
  expect(platform.requests()).toBe(before)
})

it('a row counted as a third rating, or in a digit without a name, is left out', async () => {
  const rows = [
    { projectNo: 'a', satisfaction: '5', assessNumber: 3 },
    { projectNo: 'b', satisfaction: '6', assessNumber: 1 },
    { projectNo: 'c', satisfaction: 5, assessNumber: '1' },
  ]
  platform.misbehave('/ratings', body(JSON.stringify({ result: '0', data: rows })))
  expect((await ratings.byCases(['a', 'b', 'c'], {})).value.map(({ caseNumber }) => caseNumber)).toEqual(['c'])
})

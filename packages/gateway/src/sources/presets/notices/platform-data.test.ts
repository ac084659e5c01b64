import { readFileSync } from 'node:fs'
import { describeWith, neededData, needsSharedData, readJsonLines } from '@tongban/test-support'
import { expect, it } from 'vitest'
import { type NoticeInput, noticeRecord } from '../../../domains/notices/port.ts'
import { linkedNotices, readPages } from '../ggzy/pages.ts'
import { readListRow, readNationalRecord } from '../ggzy/records.ts'
import { type PriceColumn, priceColumn } from '../prices/column.ts'
import { readPrice } from '../prices/read-price.ts'
import { type PriceClass, priceClasses } from '../prices/reading.ts'
import { readPortalRow } from '../yichang/portal.ts'
import { readCandidateRecord, readResultRecord } from '../yichang/records.ts'
import type { NoticeReading } from './reading.ts'

const origin = 'https://ggzy.example.cn'
const folder = 'trading'

/** Each file with its reader and the fewest of its rows that must become notices. */
const files: readonly (readonly [file: string, read: (row: unknown) => NoticeReading, atLeast: number])[] = [
  ['yichang-candidate-notices.jsonl', readCandidateRecord, 1573],
  ['yichang-result-notices-2025.jsonl', readResultRecord, 934],
  ['yichang-result-notices-2026.jsonl', readResultRecord, 394],
  ['yichang-candidate-portal-records.jsonl', (row) => readPortalRow(row, origin), 69],
  ['yichang-result-portal-records.jsonl', (row) => readPortalRow(row, origin), 167],
  ['ggzy-national-notices.jsonl', readNationalRecord, 80],
]

const rows = (file: string): unknown[] => readJsonLines(neededData(`${folder}/${file}`))
const noticesOf = (readings: readonly NoticeReading[]): NoticeInput[] =>
  readings.flatMap((reading) => ('notice' in reading ? [reading.notice] : []))

/** How often each text occurs, the most frequent first. */
const tally = (texts: readonly string[]): [text: string, count: number][] => {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)
}

const shapeOf = (text: string): string => text.replaceAll(/\d+/g, '9')

describeWith(
  needsSharedData(...files.map(([file]) => `${folder}/${file}`)),
  'notices as platforms publish them',
  () => {
    it.each(files)('%s: every row becomes a notice or is refused with a reason', (file, read, atLeast) => {
      const readings = rows(file).map(read)
      const notices = noticesOf(readings)
      const reasons = readings.flatMap((reading) =>
        'skipped' in reading ? [`${reading.skipped.path}: ${reading.skipped.reason}`] : [],
      )
      const unread = tally(notices.flatMap((notice) => (notice.unread ?? []).map(shapeOf)))
      console.log(file, { rows: readings.length, notices: notices.length, refused: tally(reasons), unread })
      expect(notices.length + reasons.length).toBe(readings.length)
      expect(notices.length).toBeGreaterThanOrEqual(Math.min(atLeast, readings.length))
      expect(reasons.every((reason) => reason.length > 3)).toBe(true)
      expect(notices.every((notice) => noticeRecord.safeParse(notice).success)).toBe(true)
    })

    it('candidates and results of a project meet', () => {
      const keys = (file: string, read: (row: unknown) => NoticeReading) =>
        noticesOf(rows(file).map(read)).flatMap(({ project }) => project?.code ?? [])
      const candidates = new Set(keys('yichang-candidate-notices.jsonl', readCandidateRecord))
      const results = new Set(
        ['2025', '2026'].flatMap((year) => keys(`yichang-result-notices-${year}.jsonl`, readResultRecord)),
      )
      const both = [...candidates].filter((key) => results.has(key))
      console.log('projects', { candidates: candidates.size, results: results.size, both: both.length })
      expect(both.length).toBeGreaterThanOrEqual(1057)
    })

    it('a page and the record taken out of it tell the same lots and parties', () => {
      const records = new Map(
        ['2025', '2026'].flatMap((year) =>
          noticesOf(rows(`yichang-result-notices-${year}.jsonl`).map(readResultRecord)).map(
            (notice) => [notice.key, notice] as const,
          ),
        ),
      )
      const pages = noticesOf(rows('yichang-result-portal-records.jsonl').map((row) => readPortalRow(row, origin)))
      const pairs = pages.flatMap((page) => (records.has(page.key) ? [[page, records.get(page.key)] as const] : []))
      expect(pairs.length).toBeGreaterThan(100)
      for (const [page, record] of pairs) expect([page.lots, page.parties]).toEqual([record?.lots, record?.parties])
    })

    it('prices of candidates that are told are those of the results', () => {
      const results = new Map(
        ['2025', '2026'].flatMap((year) =>
          noticesOf(rows(`yichang-result-notices-${year}.jsonl`).map(readResultRecord)).map(
            (notice) => [notice.lots?.[0]?.name, notice.lots?.[0]?.awards?.[0]] as const,
          ),
        ),
      )
      const told = noticesOf(rows('yichang-candidate-notices.jsonl').map(readCandidateRecord)).flatMap((notice) => {
        const won = results.get(notice.title.replace('中标候选人公示', ''))
        const offer = notice.lots?.[0]?.awards?.find(({ bidders }) => bidders[0].name === won?.bidders[0].name)
        return offer?.price.kind === 'money' && won?.price.kind === 'money'
          ? [Number(offer.price.value) === Number(won.price.value)]
          : []
      })
      console.log('prices of winners', { compared: told.length, equal: told.filter(Boolean).length })
      expect(told.length).toBeGreaterThan(700)
      // One record passed over a price in words without leaving a trace; pages are read cell by cell and have no such gaps.
      expect(told.filter((isEqual) => !isEqual).length).toBeLessThanOrEqual(told.length / 500)
    })

    it('nobody of the staff is told', () => {
      const told = JSON.stringify(files.slice(0, 5).map(([file, read]) => noticesOf(rows(file).map(read))))
      const staff = rows('yichang-result-notices-2025.jsonl').flatMap((row) =>
        Object.values((row as { personnel: Record<string, string> }).personnel),
      )
      const certificates = staff.flatMap((text) => text.match(/[A-Z\d（）()\u4e00-\u9fa5]*\d{5,}\**/g) ?? [])
      expect(certificates.length).toBeGreaterThan(1_000)
      const some = certificates.filter((number, index) => number.length > 10 && index % 40 === 0)
      expect(some.filter((number) => told.includes(number))).toEqual([])
      expect(told).not.toMatch(/招标人代表|代理机构工作人员|安全生产考核合格证/)
    })

    it('the city itself is told as the city, with the code it was written with', () => {
      const notices = noticesOf(rows('yichang-candidate-portal-records.jsonl').map((row) => readPortalRow(row, origin)))
      const city = notices.filter(({ rawDivision }) => rawDivision?.code === '420501')
      expect(city.length).toBeGreaterThan(10)
      expect(city.every(({ divisionCode }) => divisionCode === '420500000000')).toBe(true)
    })

    it('every price text has a class', () => {
      const found = priceTexts().map(([text, column]) => ({ text, found: readPrice(text, column).class }))
      const table = tally(found.map((one) => one.found)).map(([name, count]) => {
        const shapes = tally(found.filter((one) => one.found === name).map((one) => shapeOf(one.text)))
        return {
          class: name,
          gives: priceClasses[name as PriceClass],
          texts: count,
          shapes: shapes.length,
          examples: shapes
            .slice(0, 3)
            .map(([shape]) => shape.slice(0, 40))
            .join(' | '),
        }
      })
      console.table(table)
      expect(table.reduce((sum, row) => sum + row.texts, 0)).toBe(found.length)
      expect(found.length).toBeGreaterThan(6_000)
      expect(table.every((row) => row.gives !== undefined)).toBe(true)
      const unreadable = table.find((row) => row.class === 'UNREADABLE')?.texts ?? 0
      expect(unreadable / found.length).toBeLessThan(0.005)
    })
  },
)

/** Every price text of the files with what its column says about units. */
function priceTexts(): (readonly [text: string, column: PriceColumn])[] {
  const candidates = rows('yichang-candidate-notices.jsonl') as { candidates: { price: string }[] }[]
  const results = ['2025', '2026'].flatMap((year) => rows(`yichang-result-notices-${year}.jsonl`)) as {
    fields: Record<string, string>
  }[]
  const national = rows('ggzy-national-notices.jsonl') as { budgetText: string }[]
  return [
    ...candidates.flatMap((row) => row.candidates.map(({ price }) => [price, 'YUAN_OR_PERCENT'] as const)),
    ...results.flatMap(({ fields }) =>
      Object.entries(fields).flatMap(([label, text]) =>
        label.startsWith('中标价') ? [[text, priceColumn(label)] as const] : [],
      ),
    ),
    ...national.map(({ budgetText }) => [budgetText, 'NO_UNIT'] as const),
  ]
}

const pages = ['ggzy-national-list-response.json', 'ggzy-national-detail-a.html', 'ggzy-national-detail-b.html']

describeWith(
  needsSharedData(...pages.map((file) => `${folder}/${file}`)),
  'the list and the pages of the national platform',
  () => {
    const file = (name: string) => readFileSync(neededData(`${folder}/${name}`), 'utf8')

    it('rows of the list become notices', () => {
      const answer = JSON.parse(file('ggzy-national-list-response.json')) as { data: { records: unknown[] } }
      const notices = noticesOf(answer.data.records.map((row) => readListRow(row, origin, null)))
      expect(notices).toHaveLength(answer.data.records.length)
    })

    it('the outer page links the notices of a project, oldest first', () => {
      const outer = file('ggzy-national-detail-a.html')
      expect(linkedNotices(outer).map(({ type, day }) => `${type} ${day}`)).toEqual([
        '0201 2026-01-05',
        '0202 2026-01-15',
        '0201 2026-01-16',
        '0203 2026-03-17',
      ])
      expect(readPages(outer, file('ggzy-national-detail-b.html'))).toMatchObject({
        projectCode: '330521253680050000027-ZJXCXZF-2025-JC57',
        firstKey: '0939b97b719c91e78b4857eed00f847e',
        fields: { 合同金额: '0元 人民币', 合同期限: '年' },
      })
    })
  },
)

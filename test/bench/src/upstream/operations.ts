import { z } from 'zod'
import { agencyAt, agencyCount } from '../city/agencies.ts'
import { personAt } from '../city/applicants.ts'
import type { CaseRow } from '../city/cases.ts'
import { certificatesOf } from '../city/certificates.ts'
import { itemAt, itemCount } from '../city/items.ts'
import type { Registry } from './registry.ts'

/** What a request asks for; lists of keys are apart by commas. */
export interface Question {
  readonly query: URLSearchParams
  readonly body: string
}

/** Answers with the rows of one operation as JSON texts, made once wherever possible: the upstream should cost nothing. */
export type Operation = (question: Question) => readonly string[]

const submission = z.object({ reference: z.string(), itemCode: z.string() })

const keys = ({ query }: Question, name: string): readonly string[] => query.get(name)?.split(',') ?? []

function written<Row>(rows: Iterable<Row>, keyOf: (row: Row) => string): ReadonlyMap<string, string> {
  return new Map(Array.from(rows, (row) => [keyOf(row), JSON.stringify(row)]))
}

const picked = (rows: ReadonlyMap<string, string>, wanted: readonly string[]): readonly string[] =>
  wanted.flatMap((key) => rows.get(key) ?? [])

/** Every operation of the upstream by method and path. All are batches. */
export function operationsOn(registry: Registry, people: number): ReadonlyMap<string, Operation> {
  const items = written(
    Array.from({ length: itemCount }, (_, n) => itemAt(n)),
    ({ code }) => code,
  )
  const agencies = written(
    Array.from({ length: agencyCount }, (_, n) => agencyAt(n)),
    ({ code }) => code,
  )
  const certificates = new Map(
    Array.from({ length: people }, (_, n) => [personAt(n).documentNumber, JSON.stringify(certificatesOf(n))]),
  )
  const withReports = (row: CaseRow) => ({ ...row, reports: registry.reports(row) })
  const cases = (question: Question, name: string) => keys(question, name).flatMap((key) => registry.byName(key) ?? [])
  return new Map<string, Operation>([
    ['GET /items', (question) => picked(items, keys(question, 'codes'))],
    ['GET /agencies', (question) => picked(agencies, keys(question, 'codes'))],
    ['GET /certificates', ({ query }) => [certificates.get(registry.holder(query.get('holder') ?? '')) ?? '[]']],
    ['GET /cases', (question) => cases(question, 'ids').map((row) => JSON.stringify(row))],
    ['GET /timelines', (question) => cases(question, 'numbers').map((row) => JSON.stringify(registry.reports(row)))],
    ['GET /full-cases', (question) => cases(question, 'numbers').map((row) => JSON.stringify(withReports(row)))],
    [
      'GET /full-cases/by-reference',
      ({ query }) => {
        const row = registry.byReference(query.get('reference') ?? '')
        return row ? [JSON.stringify(withReports(row))] : []
      },
    ],
    [
      'POST /cases',
      ({ body }) => {
        const { reference, itemCode } = submission.parse(JSON.parse(body))
        return [JSON.stringify(withReports(registry.take(reference, itemCode)))]
      },
    ],
  ])
}

import { z } from 'zod'
import { type ConnectDeps, connectSources } from '../connect.ts'
import { bufferedCopies } from '../copies/buffer.ts'
import { memoryTable } from '../copies/testing.ts'
import { type RestRequest, rest } from '../protocols/rest/rest.ts'
import { type QualityListener, unheard } from '../quality/listener.ts'
import type { AllReadings, ReadingsOf } from '../readings.ts'
import type { Call, Source } from '../source.ts'
import { silentLog } from '../testing/source.ts'
import type { Answer } from '../testing/upstream.ts'

/** A row of the ports under test. */
export interface TestRow {
  readonly code: string
  readonly alias?: string | null
  readonly name?: string | null
  readonly phone?: string | null
  readonly since?: string | null
}

interface Books {
  byCodes(codes: readonly string[], call: Call<RestRequest>): Promise<readonly TestRow[]>
  list(input: { readonly page: number }, call: Call<RestRequest>): Promise<readonly TestRow[]>
  lend(code: string, call: Call<RestRequest>): Promise<readonly TestRow[]>
}
interface People {
  byNumbers(numbers: readonly string[], call: Call<RestRequest>): Promise<readonly TestRow[]>
  decide(numbers: readonly string[], call: Call<RestRequest>): Promise<readonly TestRow[]>
  /** Has a row for every number; one without a name says that it is not known. */
  verify(numbers: readonly string[], call: Call<RestRequest>): Promise<readonly TestRow[]>
  /** Null: there is none. */
  find(number: string, call: Call<RestRequest>): Promise<TestRow | null>
}

/** Ports of three kinds: what everybody may see, what is about persons, what somebody decides by. */
export interface TestPorts {
  books: Books
  people: People
}

const bookReadings: ReadingsOf<Books> = {
  byCodes: {
    kind: 'BATCH',
    about: 'EVERYBODY',
    keysOf: (codes) => codes,
    only: (_codes, keys) => keys,
    keyOf: ({ code }) => code,
    namesOf: ({ alias }) => (alias ? [alias] : []),
    isRow: (row) =>
      z.object({ code: z.string(), name: z.string(), phone: z.string().nullish() }).safeParse(row).success,
  },
  list: { kind: 'WHOLE', about: 'EVERYBODY' },
}
const byNumber = {
  kind: 'BATCH',
  keysOf: (numbers: readonly string[]) => numbers,
  only: (_numbers: readonly string[], keys: readonly string[]) => keys,
  keyOf: ({ code }: TestRow) => code,
} as const
const peopleReadings: ReadingsOf<People> = {
  byNumbers: { ...byNumber, about: 'PERSON' },
  decide: { ...byNumber, about: 'PERSON', decides: true },
  verify: { ...byNumber, about: 'PERSON', decides: true, isUnknown: ({ name }) => name == null },
  find: { kind: 'WHOLE', about: 'PERSON', decides: true },
}

/** Readings of the ports under test. The directory does not know rows by type; their own readings do. */
export const testReadings = { books: bookReadings, people: peopleReadings } as unknown as AllReadings

const reply = z.array(z.looseObject({ code: z.string() }))
const byKeys = (operation: string) => async (keys: readonly string[], call: Call<RestRequest>) =>
  (await call({ operation, safe: true, path: `/?keys=${keys.map(encodeURIComponent).join(',')}`, reply })) as TestRow[]

/** A source of both ports at an address. */
export const testSource = (id: string, url: string, more: Partial<Source> = {}): Source => ({
  id,
  title: `${id} 库`,
  covers: {},
  protocol: rest({ base: url, envelope: { success: { path: 'code', in: [0, 5] }, payload: 'data' } }),
  limits: { maxRetries: 0, hedge: false, attemptTimeoutMs: 60_000, totalTimeoutMs: 60_000 },
  ports: {
    books: {
      byCodes: byKeys('books.byCodes'),
      list: async ({ page }: { page: number }, call: Call<RestRequest>) => byKeys('books.list')([`${page}`], call),
      lend: async (code: string, call: Call<RestRequest>) => byKeys('books.lend')([code], call),
    } satisfies Books,
    people: {
      byNumbers: byKeys('people.byNumbers'),
      decide: byKeys('people.decide'),
      verify: byKeys('people.verify'),
      find: async (number, call) => (await byKeys('people.find')([number], call))[0] ?? null,
    } satisfies People,
  },
  ...more,
})

/** Answers with those of these rows that are asked for, by code or alias. */
export const holding =
  (...rows: readonly TestRow[]): Answer =>
  (request, response) => {
    const keys = new URL(request.url ?? '', 'http://test').searchParams.get('keys')?.split(',') ?? []
    const data = rows.filter(({ code, alias }) => keys.includes(code) || (alias && keys.includes(alias)))
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ code: 0, data }))
  }

/** Sources connected with copies in memory, a clock that is moved, and what quality was told. */
export function connected(sources: readonly Source[], more: Partial<ConnectDeps> = {}) {
  let at = Date.parse('2026-03-02T01:00:00Z')
  const now = () => new Date(at)
  const stale: string[] = []
  const conflicts: string[] = []
  const quality: QualityListener = {
    ...unheard,
    servedStale: (source, operation, ageMs) => void stale.push(`${source} ${operation} ${ageMs}`),
    conflicted: (pair, port, path) => void conflicts.push(`${pair.join(' ')} ${port} ${path}`),
  }
  const copies = bufferedCopies(memoryTable(), { log: silentLog })
  const made = connectSources<TestPorts>(sources, {
    ...{ log: silentLog, metrics: { sourceCall() {} }, now, quality, copies, readings: testReadings },
    ...more,
  })
  const forward = (ms: number) => {
    at += ms
  }
  return { ...made, copies, stale, conflicts, now, forward }
}

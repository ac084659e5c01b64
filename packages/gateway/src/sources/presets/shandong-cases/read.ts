import { z } from 'zod'
import type { SourceCaseInput } from '../../../domains/cases/port.ts'
import { sourceFailure } from '../../failures.ts'
import type { ExchangeRequest } from '../../protocols/exchange-table/requests.ts'
import { field } from '../../reading/fields.ts'
import { readRows } from '../../reading/rows.ts'
import type { Call } from '../../source.ts'
import type { ShandongCasesOptions } from './options.ts'
import { caseOf, type VersionOfFinish } from './reports.ts'
import { type BaseRow, baseRow, finishRow, processRow, specialRow } from './rows.ts'
import { columnsRead, spelling, tablesOf } from './tables.ts'

const anyRows = field.list(z.unknown())
const owner = ({ ORGBUSNO, PROJID }: Pick<BaseRow, 'ORGBUSNO' | 'PROJID'>): string => JSON.stringify([ORGBUSNO, PROJID])

function versionReader({ version, finishVersion }: ShandongCasesOptions): VersionOfFinish {
  if (finishVersion === undefined) return () => ({ version, stored: version })
  return (row) => {
    const stored = field.text.safeParse(row[finishVersion.column.toUpperCase()]).data ?? ''
    return { version: finishVersion.in[stored] ?? null, stored: stored || 'unknown' }
  }
}

/** Of several rows about one number the one of the highest version; null when two systems claim the number in the same version. */
function current(rows: readonly BaseRow[]): BaseRow | null {
  const highest = Math.max(...rows.map(({ DATAVER }) => DATAVER))
  const [one, ...others] = rows.filter(({ DATAVER }) => DATAVER === highest)
  return one && others.every((other) => owner(other) === owner(one)) ? one : null
}

/** Reads cases by their numbers: four reads however many cases. Those whose base row cannot be read are told as such. */
export function caseReader(options: ShandongCasesOptions) {
  const [names, spelled, versionOf] = [tablesOf(options), spelling(options), versionReader(options)]
  const extra = options.finishVersion ? [options.finishVersion.column] : []
  return async (numbers: readonly string[], operation: string, call: Call<ExchangeRequest>) => {
    const read = async <Row extends z.ZodType>(table: keyof typeof columnsRead, row: Row) => {
      const wanted = [...columnsRead[table], ...(table === 'finish' ? extra : [])]
      const columns = wanted.map(spelled)
      const where = { [spelled('PROJID')]: numbers }
      const raws = await call({ operation, safe: true, table: names[table], where, columns, reply: anyRows })
      return readRows(row, raws, spelled('PROJID'))
    }
    const [base, process, special, finish] = await Promise.all([
      read('base', baseRow),
      read('process', processRow),
      read('special', specialRow),
      read('finish', finishRow),
    ])
    const byCase = {
      process: Map.groupBy(process.rows, owner),
      special: Map.groupBy(special.rows, owner),
      finish: Map.groupBy(finish.rows, owner),
    }
    const cases = new Map<string, SourceCaseInput>()
    const unclear = new Set(base.skipped.map(({ key }) => key))
    for (const [number, rows] of Map.groupBy(base.rows, ({ PROJID }) => PROJID)) {
      const one = current(rows)
      if (one === null) {
        unclear.add(number)
        continue
      }
      const mine = <Row>(found: ReadonlyMap<string, readonly Row[]>) => found.get(owner(one)) ?? []
      const [steps, nodes, ends] = [mine(byCase.process), mine(byCase.special), mine(byCase.finish)]
      cases.set(number, caseOf({ base: one, process: steps, special: nodes, finish: ends }, versionOf))
    }
    return { cases, unclear }
  }
}

/** @throws TongbanError `TB_SOURCE_SHAPE` when there is a case that cannot be told, which is not the same as none */
export async function findCase(
  read: ReturnType<typeof caseReader>,
  reference: string,
  operation: string,
  call: Call<ExchangeRequest>,
): Promise<SourceCaseInput | null> {
  const { cases, unclear } = await read([reference], operation, call)
  const found = cases.get(reference)
  if (found) return found
  if (unclear.size > 0)
    throw sourceFailure('TB_SOURCE_SHAPE', { detail: 'the base row cannot be read, or two systems claim its number' })
  return null
}

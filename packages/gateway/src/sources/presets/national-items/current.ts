import type { z } from 'zod'
import type { BasicRow, pushed } from './rows.ts'

type Pushed = z.output<typeof pushed>

/** Identifiers are numbers of up to 19 digits: longer ones are greater. */
const isLater = (one: Pushed, other: Pushed): boolean => {
  const [at, otherAt] = [Date.parse(one.cd_time), Date.parse(other.cd_time)]
  if (at !== otherAt) return at > otherAt
  return one.id.length === other.id.length ? one.id > other.id : one.id.length > other.id.length
}

/** The last word about each row: of several pushes the latest, and nothing where that says deleted. */
export function lastWord<Row extends Pushed>(rows: readonly Row[]): Row[] {
  const last = new Map<string, Row>()
  for (const row of rows) {
    const known = last.get(row.row_guid)
    if (known === undefined || isLater(row, known)) last.set(row.row_guid, row)
  }
  return [...last.values()].filter(({ cd_operation }) => cd_operation?.toUpperCase() !== 'D')
}

const versionOf = ({ task_version }: BasicRow): number => Number(task_version ?? 1) || 1

/** Of the versions of an item the highest that is in force on a day; before its first day the one that comes first. */
export function inForce(versions: readonly BasicRow[], today: string): BasicRow | undefined {
  const sorted = versions.toSorted((one, other) => versionOf(other) - versionOf(one) || (isLater(one, other) ? -1 : 1))
  return sorted.find(({ plan_effective_date: from }) => from === null || from <= today) ?? sorted.at(-1)
}

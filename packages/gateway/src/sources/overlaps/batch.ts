import type { TongbanError } from '@tongban/schema'
import type { ProvenanceRecord, Sourced } from '../source.ts'
import { askBy, type Question } from './ask.ts'
import { type FieldOrders, type MergedRow, mergeRows, type ToldRow } from './merge-rows.ts'
import type { ReadingParts } from './reader.ts'
import type { OverlapRule } from './rule.ts'
import { standIns } from './stand-ins.ts'
import { type Told, unanswered } from './told.ts'

/**
 * Rows by key from sources that cover the same. What a source that failed may have had is looked for in its last good copies;
 * keys that stay open after that have failed: nobody knows whether they exist.
 *
 * @throws TongbanError what the first source failed with, when all keys failed, or some and the caller does not look at single ones
 */
export async function readBatch(
  question: Question,
  { rule, fields = {} }: Pick<OverlapRule, 'rule' | 'fields'>,
  parts: ReadingParts,
): Promise<Sourced<readonly unknown[]>> {
  const fresh = await askBy(rule, question)
  const told = [...fresh, ...(await standIns(question, fresh))]
  const failed = failuresByKey(question, told)
  const failure = told.find((one) => one.failure)?.failure
  if (failure && failed.size === question.keys.length) throw failure
  if (failed.size > 0 && !question.context.partial) throw [...failed.values()][0]
  const known = knowing(question, told, failed)
  const found = rule === 'MERGE' ? merged(question, known, fields, parts) : firstOf(question, known)
  const rows = withUnanswered(found, told)
  return answerOf(question, told, rows, failed)
}

/** Keys without a row that a source which failed was asked for, with why. */
function failuresByKey({ reading, keys }: Question, told: readonly Told[]): ReadonlyMap<string, TongbanError> {
  const failures = told.filter(({ failure }) => failure)
  if (failures.length === 0) return new Map()
  return new Map(
    unanswered(reading, keys, told).flatMap((key) => {
      const failure = failures.find((one) => one.keys.includes(key))?.failure
      return failure ? [[key, failure] as const] : []
    }),
  )
}

/** Without the rows that only say that a key is not known, where another source knows it or could not be asked. */
function knowing({ reading, keys }: Question, told: readonly Told[], failed: ReadonlyMap<string, TongbanError>) {
  const unknown = new Set(unanswered(reading, keys, told).filter((key) => !failed.has(key)))
  const isSaid = ({ row }: ToldRow) => !reading.isUnknown?.(row) || unknown.has(reading.keyOf(row))
  return told.map((one) => ({ ...one, rows: one.rows.filter(isSaid) }))
}

type Group = [ToldRow, ...ToldRow[]]

/** Rows of each source by their key, in the order in which the keys were first told. */
function byKey({ reading }: Question, told: readonly Told[]): ReadonlyMap<string, readonly Group[]> {
  const all = new Map<string, Group[]>()
  for (const { rows } of told) {
    const own = new Map<string, Group>()
    for (const row of rows) {
      const key = reading.keyOf(row.row)
      const group = own.get(key)
      if (group) group.push(row)
      else own.set(key, [row])
    }
    for (const [key, group] of own) all.set(key, [...(all.get(key) ?? []), group])
  }
  return all
}

/** Of every key the rows of the first source that has any. */
const firstOf = (question: Question, told: readonly Told[]): readonly ToldRow[] =>
  [...byKey(question, told).values()].flatMap(([first]) => first ?? [])

/** Says which other sources were asked in vain. */
function withUnanswered(rows: readonly ToldRow[], told: readonly Told[]): readonly ToldRow[] {
  const silent = told.flatMap(({ reader, failure }) => (failure ? [reader.source.id] : []))
  if (silent.length === 0) return rows
  return rows.map(({ row, provenance }) => {
    const unanswered = silent.filter((id) => id !== provenance.sourceId)
    return { row, provenance: unanswered.length === 0 ? provenance : { ...provenance, unanswered } }
  })
}

const merged = (question: Question, told: readonly Told[], orders: FieldOrders, parts: ReadingParts) =>
  [...byKey(question, told).values()].flatMap((groups): readonly ToldRow[] => {
    const row = mergeable(groups, orders)
    if (row === undefined) return groups[0] ?? []
    tellConflicts(question, row, parts)
    return [row]
  })

/** Where a source tells several rows under one key, nobody knows which of them belong together. */
function mergeable(groups: readonly Group[], orders: FieldOrders): MergedRow | undefined {
  const [first, ...others] = groups.map(([row]) => row)
  return first && groups.every(({ length }) => length === 1) ? mergeRows([first, ...others], orders) : undefined
}

function tellConflicts(
  { readers: [{ method }], reading }: Question,
  { row, conflicts }: MergedRow,
  { conflicted }: ReadingParts,
) {
  const [port = method] = method.split('.')
  for (const { sources, path } of conflicts) conflicted({ sources, port, path, key: reading.keyOf(row) })
}

function answerOf(
  { reading, context }: Question,
  told: readonly Told[],
  rows: readonly ToldRow[],
  failed: ReadonlyMap<string, TongbanError>,
): Sourced<readonly unknown[]> {
  const provenance = told.find((one) => one.provenance)?.provenance ?? oldest(rows)
  const others = rows.filter((row) => row.provenance !== provenance)
  return {
    value: rows.map(({ row }) => row),
    provenance,
    ...(others.length === 0
      ? {}
      : { rows: new Map(others.map((one) => [reading.keyOf(one.row), one.provenance] as const)) }),
    ...(failed.size > 0 && context.partial ? { failed } : {}),
  }
}

/** Where only copies answer, the whole is as old as the oldest of them. */
function oldest(rows: readonly ToldRow[]): ProvenanceRecord {
  const [first, ...others] = rows.map(({ provenance }) => provenance)
  // Without an answer and without rows every key has failed, and that was thrown.
  if (!first) throw new RangeError('an answer comes from somewhere')
  return others.reduce((one, other) => (other.fetchedAt < one.fetchedAt ? other : one), first)
}

import type { Tree, TreeRecord } from '../tree.ts'
import type { Mood } from './behaviour.ts'
import type { HabitOf } from './habits.ts'

type ListTree = readonly Tree[]

const isList = (tree: Tree | undefined): tree is ListTree => Array.isArray(tree)
const isTreeRecord = (tree: Tree | undefined): tree is TreeRecord =>
  typeof tree === 'object' && tree !== null && !Array.isArray(tree)

const mapRecord = (record: TreeRecord, change: (value: Tree) => Tree): TreeRecord =>
  Object.fromEntries(
    Object.entries(record).flatMap(([key, value]) => (value === undefined ? [] : [[key, change(value)]])),
  )

const duplicateRows = (tree: Tree): Tree => {
  if (isList(tree)) return tree.every(isTreeRecord) ? tree.flatMap((row) => [row, row]) : tree
  return isTreeRecord(tree) ? mapRecord(tree, duplicateRows) : tree
}

const flipNumbers = (tree: Tree): Tree => {
  if (typeof tree === 'number') return String(tree)
  if (typeof tree === 'string' && /^(0|[1-9]\d{0,14})(\.\d+)?$/.test(tree)) return Number(tree)
  if (isList(tree)) return tree.map(flipNumbers)
  return isTreeRecord(tree) ? mapRecord(tree, flipNumbers) : tree
}

const nothings: Record<NonNullable<HabitOf<'nothing'>['as']>, Tree | undefined> = {
  null: null,
  '""': '',
  '"null"': 'null',
  '[]': [],
  missing: undefined,
}

/** Spoils the answer while it is still a tree: rows, payload, number spellings. */
export const distort = (tree: TreeRecord, payload: string, mood: Mood): TreeRecord => {
  const nothing = mood.find('nothing')
  const emptied = nothing ? { ...tree, [payload]: nothings[nothing.as ?? 'null'] } : tree
  const doubled = mood.find('duplicate-rows') ? mapRecord(emptied, duplicateRows) : emptied
  return mood.find('flip-numbers') ? mapRecord(doubled, flipNumbers) : doubled
}

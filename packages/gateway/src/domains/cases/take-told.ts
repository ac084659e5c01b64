import { isTongbanError } from '@tongban/schema'
import type { DomainDeps } from '../domain.ts'
import { applyAnswer } from './apply-answer.ts'
import { parseCase } from './parse-case.ts'
import { nextPollOf } from './poll-store.ts'
import { schedulePoll } from './polling.ts'
import type { SourceCase } from './port.ts'
import type { CaseEntity } from './record.ts'
import type { ToldOutcome } from './service.ts'
import { readCases, readNumbered } from './store.ts'

/** Takes reports that an owner sent of itself. One that cannot be read does not cost the others theirs. */
export async function takeTold(
  deps: DomainDeps,
  sourceId: string,
  reports: readonly unknown[],
): Promise<readonly ToldOutcome[]> {
  const read = reports.map((report) => readReport(deps, sourceId, report))
  const find = await mirrored(deps, sourceId, read)
  const outcomes: ToldOutcome[] = []
  for (const told of read) outcomes.push(told ? await take(deps, find(told), told, sourceId) : 'UNREADABLE')
  if (outcomes.includes('CHANGED')) await pollSooner(deps, sourceId)
  return outcomes
}

/** The database has no place for these signs, and no owner means them. */
const unstorable = /\\u(?:0000|d[89a-f][\da-f]{2})/

function readReport({ log }: DomainDeps, sourceId: string, report: unknown): SourceCase | undefined {
  try {
    const told = parseCase(report, sourceId)
    if (!unstorable.test(JSON.stringify(told))) return told
    log.warn({ source: sourceId }, 'a report of an owner holds signs that are none')
  } catch (error) {
    if (!isTongbanError(error)) throw error
    log.warn({ source: sourceId, code: error.code, detail: error.params.detail }, 'a report of an owner cannot be read')
  }
  return undefined
}

type Find = (told: SourceCase) => CaseEntity | undefined

/** Looks all cases up in two reads. A reference counts only at the source that has the case: others must not speak for it. */
async function mirrored(
  { store: { db } }: DomainDeps,
  sourceId: string,
  read: readonly (SourceCase | undefined)[],
): Promise<Find> {
  const told = read.filter((each) => each !== undefined)
  const numbers = told.map(({ number }) => number)
  const references = told.flatMap(({ reference }) => reference ?? [])
  const byNumber = new Map((await readNumbered(db, sourceId, numbers)).map((each) => [each.number, each]))
  const ours = (await readCases(db, 'submission_id', references)).filter((each) => each.sourceId === sourceId)
  const byReference = new Map(ours.map((each) => [each.submissionId, each]))
  return ({ number, reference }) => byNumber.get(number) ?? byReference.get(reference ?? '')
}

async function take(
  deps: DomainDeps,
  known: CaseEntity | undefined,
  value: SourceCase,
  sourceId: string,
): Promise<ToldOutcome> {
  if (!known) return 'NOT_OURS'
  const fetchedAt = deps.now().toISOString()
  const provenance = { sourceId, fetchedAt, asOf: null, freshness: 'FRESH' } as const
  return (await applyAnswer(deps, known, { value, provenance })) ? 'CHANGED' : 'UNCHANGED'
}

/** A case with news is asked about sooner than planned, one that was given up for silent is asked about again. */
async function pollSooner(deps: DomainDeps, sourceId: string): Promise<void> {
  const next = await nextPollOf(deps.store.db, sourceId)
  if (next) await schedulePoll(deps, sourceId, next)
}

import type { Clock } from '../shared/clock.ts'
import { type Tree, text } from '../shared/tree.ts'
import type { Archive } from './archive.ts'
import type { CaseRecord } from './case.ts'
import { OfficeRefusal } from './envelope.ts'
import type { OfficeItems } from './office-item.ts'
import { caseRow, nodeRow } from './rows.ts'
import { readForm, readMaterials, readSubmission } from './submission.ts'
import { elements } from './xml.ts'

export interface OfficeContext {
  readonly archive: Archive
  readonly clock: Clock
  readonly items: OfficeItems
}

/** One operation: the request's `body` in, the answer's `body` out. @throws OfficeRefusal */
export type OfficeOperation = (context: OfficeContext, body: unknown) => Tree

const MAX_BATCH = 50

const required = (body: unknown, name: string): string => {
  const value = text(body, name)
  if (!value) throw new OfficeRefusal('3001', name)
  return value
}

const caseOf = ({ archive }: OfficeContext, body: unknown): CaseRecord => {
  const found = archive.byNumber(required(body, 'projid'))
  if (!found) throw new OfficeRefusal('3004')
  return found
}

const receipt = ({ number, password, receivedAt }: CaseRecord) => ({
  projid: number,
  projpwd: password,
  receivetime: receivedAt,
})

const submit: OfficeOperation = ({ archive, items }, body) => {
  const submission = readSubmission(body)
  if ('missing' in submission) throw new OfficeRefusal('3001', submission.missing)
  const existing = archive.byReference(submission.reference)
  if (existing) throw new OfficeRefusal('3003', '', receipt(existing))
  const item = items.offered(submission.handleCode, submission.itemName)
  if (!item) throw new OfficeRefusal('3002')
  return receipt(archive.open(item, submission))
}

const findByReference: OfficeOperation = ({ archive }, body) => {
  const found = archive.byReference(required(body, 'ywlsh'))
  if (!found) throw new OfficeRefusal('3004')
  return { case: caseRow(found) }
}

const findByNumbers: OfficeOperation = ({ archive }, body) => {
  const numbers = elements(elements(body, 'projids')[0], 'projid').map(String)
  if (numbers.length === 0) throw new OfficeRefusal('3001', 'projids')
  if (numbers.length > MAX_BATCH) throw new OfficeRefusal('3006')
  return { cases: { case: [...new Set(numbers)].flatMap((number) => archive.byNumber(number) ?? []).map(caseRow) } }
}

const history: OfficeOperation = (context, body) => {
  const found = caseOf(context, body)
  return { projid: found.number, history: { node: found.nodes.map(nodeRow) } }
}

const supplement: OfficeOperation = (context, body) => {
  const found = caseOf(context, body)
  if (found.phase !== 'waiting') throw new OfficeRefusal('3005')
  const newer = readMaterials(body)
  found.submission = {
    ...found.submission,
    form: new Map([...found.submission.form, ...readForm(body)]),
    materials: [...newer, ...found.submission.materials],
  }
  found.supplemented = true
  context.archive.record(found, { phase: 'received', state: '02', node: 'BZSL' })
  return { projid: found.number, state: found.state }
}

const stillOpen: ReadonlySet<CaseRecord['phase']> = new Set([
  'received',
  'waiting',
  'accepted',
  'reviewing',
  'suspended',
])

const withdraw: OfficeOperation = (context, body) => {
  const found = caseOf(context, body)
  if (!stillOpen.has(found.phase)) throw new OfficeRefusal('3005')
  const explain = `申请人撤回:${text(body, 'reason')}`
  context.archive.record(found, { phase: 'ended', state: '13', node: 'TJ', result: '7', done: '5', explain })
  return { projid: found.number, state: found.state }
}

export const officeOperations = {
  submit,
  findByReference,
  findByNumbers,
  history,
  supplement,
  withdraw,
} as const satisfies Record<string, OfficeOperation>

export type OfficeOperationName = keyof typeof officeOperations

export const isOfficeOperation = (name: string): name is OfficeOperationName => Object.hasOwn(officeOperations, name)

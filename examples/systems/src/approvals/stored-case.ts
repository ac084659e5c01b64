import { z } from 'zod'
import { keyOf } from '../shared/stored.ts'
import { type CaseRecord, phases } from './case.ts'
import { doneResults, nodeNames, nodeResults, specialTypes, stateNames } from './codes.ts'
import type { OfficeItems } from './office-item.ts'
import type { Submission } from './submission.ts'

/** Form values may have any name, `__proto__` too: pairs, not a record. */
const pairs = z.array(z.tuple([z.string(), z.string()]))

const storedSubmission = z.object({
  reference: z.string().min(1),
  handleCode: z.string().min(1),
  itemName: z.string(),
  version: z.string(),
  applicant: z.object({ name: z.string(), idType: z.string(), idCode: z.string() }),
  answers: pairs,
  form: pairs,
  materials: z.array(z.object({ code: z.string(), certificateIdentifier: z.string() })).readonly(),
})

const storedNode = z.object({
  serial: z.int(),
  dataver: z.int(),
  code: keyOf(nodeNames),
  result: z.literal(nodeResults),
  state: keyOf(stateNames),
  at: z.string(),
  endedAt: z.string(),
  special: z.literal(specialTypes),
  explain: z.string(),
})

const storedSupplement = z.object({
  askedAt: z.string(),
  dueOn: z.string(),
  parts: z.array(z.object({ material: z.string(), field: z.string(), reason: z.string() })).readonly(),
})

const storedResult = z.object({
  type: z.string(),
  name: z.string(),
  number: z.string(),
  date: z.string(),
  certificateType: z.string(),
  certificateIdentifier: z.string(),
})

/** A case as it is kept: the item by the code it was submitted with. */
export const storedCase = z.object({
  number: z.string().min(1),
  password: z.string(),
  submission: storedSubmission,
  phase: z.literal(phases),
  state: keyOf(stateNames),
  dataver: z.int(),
  nodes: z.array(storedNode),
  receivedAt: z.string(),
  acceptedAt: z.string(),
  promisedOn: z.string(),
  finishedAt: z.string(),
  noderesult: z.literal(nodeResults),
  doneresult: z.literal(doneResults),
  explain: z.string(),
  supplemented: z.boolean(),
  supplement: storedSupplement.optional(),
  suspension: z.object({ beganAt: z.string(), endedAt: z.string(), reason: z.string() }).optional(),
  result: storedResult.optional(),
})
export type StoredCase = z.output<typeof storedCase>

const packSubmission = ({ answers, form, ...rest }: Submission): StoredCase['submission'] => ({
  ...rest,
  answers: [...answers],
  form: [...form],
})

export const packCase = ({ item: _known, submission, ...rest }: CaseRecord): StoredCase => ({
  ...rest,
  submission: packSubmission(submission),
})

/** The case as it was; its item is looked up again. */
export const unpackCase = ({ submission, ...rest }: StoredCase, items: OfficeItems): CaseRecord => ({
  supplement: undefined,
  suspension: undefined,
  result: undefined,
  ...rest,
  item: items.ofCase(submission.handleCode, submission.itemName),
  submission: { ...submission, answers: new Map(submission.answers), form: new Map(submission.form) },
})

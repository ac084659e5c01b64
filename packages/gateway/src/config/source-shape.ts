import { codeFields, parseCreditCode } from '@tongban/schema'
import { z } from 'zod'
import { strict } from '../sources/options/strict.ts'
import type { Inbound } from '../sources/signing/inbound/message.ts'
import type { Coverage, LastGoodPolicy, OperationLimits, Source, SourceLimits } from '../sources/source.ts'
import { divisionDigits, id, title } from './names.ts'

const isFunction = (value: unknown): boolean => typeof value === 'function'

/** The schema of a type's fields: a field that is added to the type and not here does not compile. */
type FieldsOf<Type> = { readonly [Name in keyof Required<Type>]: z.ZodType }

/** Nothing in a list would be nothing covered, which nobody means. */
const some = <Element extends z.ZodType>(element: Element) =>
  z.array(element, 'give a list').min(1, 'name at least one, or leave the list out to cover all').optional()
const codes = some(z.string('use text').min(1, 'give the leading characters of codes'))
const itemTypes: ReadonlySet<unknown> = new Set(codeFields.itemType.flatMap((table) => Object.values(table.codes)))
const covers = strict(
  {
    divisions: some(divisionDigits),
    itemTypes: some(
      z
        .string('use text')
        .refine((name) => itemTypes.has(name), 'use names of ItemType such as ADMINISTRATIVE_LICENSE'),
    ),
    itemCodes: codes,
    certificateTypes: codes,
  } satisfies FieldsOf<Coverage>,
  'say what it covers; { } covers everything',
)

const amount = z.number('use a number from 0').nonnegative('use a number from 0')
/** A timer that is set for longer ends at once. */
const longestMs = 2 ** 31 - 1
const time = z.number('use milliseconds').positive('use more than 0 milliseconds').max(longestMs, 'use 24 days at most')
const count = z.int('use a whole number from 0').nonnegative('use a whole number from 0')
const atLeastOne = z.int('use a whole number from 1').positive('use a whole number from 1')
const flag = z.boolean('use true or false')

/** An attempt that may take longer than the whole call is a slip: its limit would never count. */
const isWithin = ({ attemptTimeoutMs, totalTimeoutMs }: { attemptTimeoutMs?: unknown; totalTimeoutMs?: unknown }) =>
  Number(attemptTimeoutMs ?? 0) <= Number(totalTimeoutMs ?? Number.POSITIVE_INFINITY)
const fitsIn = { path: ['attemptTimeoutMs'], error: 'use at most totalTimeoutMs, which includes repetitions' }

const limitShape: FieldsOf<SourceLimits> = {
  attemptTimeoutMs: time,
  totalTimeoutMs: time,
  maxConcurrent: atLeastOne,
  maxQueued: count,
  maxResponseBytes: atLeastOne,
  maxRetries: count,
  recoverAfterMs: amount,
  settleMs: amount,
  hedge: flag,
  refusalsBreak: flag,
}
const limits = strict(limitShape, 'give { attemptTimeoutMs: … }').partial().refine(isWithin, fitsIn)
const { attemptTimeoutMs, totalTimeoutMs, maxRetries, recoverAfterMs, hedge, refusalsBreak } = limitShape
const operationShape: FieldsOf<OperationLimits> = {
  attemptTimeoutMs,
  totalTimeoutMs,
  maxRetries,
  recoverAfterMs,
  hedge,
  refusalsBreak,
}
const operations = z.record(
  z.string(),
  strict(operationShape, 'give { attemptTimeoutMs: … }').partial().refine(isWithin, fitsIn),
  {
    error: "give limits by the names of operations, for example { 'items.page': { … } }",
  },
)

const methodName = z.string().regex(/^[a-z]\w*\.[a-z]\w*$/i, "name port and method, for example 'items.byCodes'")
const lastGood = z.record(
  methodName,
  strict({
    keepMs: amount,
    to: z.enum(['ANYONE', 'SAME_CALLER'], "use 'ANYONE' or 'SAME_CALLER'"),
    fields: z.record(z.string(), amount).optional(),
  } satisfies FieldsOf<LastGoodPolicy>),
)

const inbound = strict(
  {
    verify: z.custom(isFunction, 'use a verifier such as tifVerifier({ … }) or sm2Verifier({ … })'),
    cases: z.custom(isFunction, 'give a function of the message that answers a list of cases').optional(),
  } satisfies FieldsOf<Inbound>,
  'give { verify: …, cases: … }',
)

/** Methods of a class are not among the fields of its instances, so that such a port would silently offer nothing. */
const port = z.custom<object>(
  (value) => isPlainObject(value) && Object.values(value).every((part) => part === undefined || isFunction(part)),
  'give an object of functions, { async byCodes(codes, call) { … } }, not an instance of a class',
)
const isPlainObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value))

/** Only the shape is checked here; ports are code, and the contract kit tests code. */
export const sourceShape = strict({
  id,
  title,
  owner: z
    .string('use text')
    .refine(
      (code) => parseCreditCode(code).status !== 'invalid',
      'use the 18 signs of the unified social credit code, or leave it out',
    )
    .optional(),
  covers,
  limits: limits.optional(),
  operations: operations.optional(),
  precedence: z.number().optional(),
  lastGood: lastGood.optional(),
  protocol: z.looseObject(
    {
      kind: z.string('name the protocol'),
      send: z.custom(isFunction, 'give a function that makes one attempt'),
      close: z.custom(isFunction, 'give a function').optional(),
    },
    'use a protocol such as rest({ … }) or soap({ … })',
  ),
  inbound: inbound.optional(),
  ports: z
    .record(z.string(), port)
    .refine(
      (ports) => Object.keys(ports).length > 0,
      'offer at least one of items, cases, certificates, notices, identities, ratings',
    ),
} satisfies FieldsOf<Source>)

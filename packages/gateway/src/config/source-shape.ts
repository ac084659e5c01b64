import { isDivisionDigits } from '@tongban/schema'
import { z } from 'zod'
import type { Inbound } from '../sources/signing/inbound/message.ts'
import type { Coverage, LastGoodPolicy, OperationLimits, Source, SourceLimits } from '../sources/source.ts'
import { id, title } from './names.ts'
import { strict } from './strict.ts'

/** The schema of a type's fields: a field that is added to the type and not here does not compile. */
type FieldsOf<Type> = { readonly [Name in keyof Required<Type>]: z.ZodType }

const codes = z.array(z.string()).optional()
const covers = strict({
  divisions: z.array(z.string().refine(isDivisionDigits, 'use 2, 4, 6, 9 or 12 digits of division codes')).optional(),
  itemTypes: codes,
  itemCodes: codes,
  certificateTypes: codes,
} satisfies FieldsOf<Coverage>)

const amount = z.number().nonnegative('use a number from 0')
const limitShape: FieldsOf<SourceLimits> = {
  attemptTimeoutMs: amount,
  totalTimeoutMs: amount,
  maxConcurrent: amount,
  maxQueued: amount,
  maxResponseBytes: amount,
  maxRetries: amount,
  recoverAfterMs: amount,
  settleMs: amount,
  hedge: z.boolean(),
  refusalsBreak: z.boolean(),
}
const limits = strict(limitShape).partial()
const { attemptTimeoutMs, totalTimeoutMs, maxRetries, recoverAfterMs, hedge, refusalsBreak } = limitShape
const operationShape: FieldsOf<OperationLimits> = {
  attemptTimeoutMs,
  totalTimeoutMs,
  maxRetries,
  recoverAfterMs,
  hedge,
  refusalsBreak,
}
const operations = z.record(z.string(), strict(operationShape).partial())

const methodName = z.string().regex(/^[a-z]\w*\.[a-z]\w*$/i, "name port and method, for example 'items.byCodes'")
const lastGood = z.record(
  methodName,
  strict({
    keepMs: amount,
    to: z.enum(['ANYONE', 'SAME_CALLER'], "use 'ANYONE' or 'SAME_CALLER'"),
    fields: z.record(z.string(), amount).optional(),
  } satisfies FieldsOf<LastGoodPolicy>),
)

const isFunction = (value: unknown): boolean => typeof value === 'function'
const inbound = strict(
  {
    verify: z.custom(isFunction, 'use a verifier such as tifVerifier({ … }) or sm2Verifier({ … })'),
    cases: z.custom(isFunction, 'give a function of the message that answers a list of cases').optional(),
  } satisfies FieldsOf<Inbound>,
  'give { verify: …, cases: … }',
)

/** Only the shape is checked here; ports are code, and the contract kit tests code. */
export const sourceShape = strict({
  id,
  title,
  owner: z.string().optional(),
  covers,
  limits: limits.optional(),
  operations: operations.optional(),
  precedence: z.number().optional(),
  lastGood: lastGood.optional(),
  protocol: z.looseObject(
    { kind: z.string(), send: z.function(), close: z.function().optional() },
    'use a protocol such as rest({ … }) or soap({ … })',
  ),
  inbound: inbound.optional(),
  ports: z
    .record(z.string(), z.unknown())
    .refine(
      (ports) => Object.keys(ports).length > 0,
      'offer at least one of items, cases, certificates, notices, identities, ratings',
    ),
} satisfies FieldsOf<Source>)

import { type ErrorCode, TongbanError } from '@tongban/schema'
import { sourceFailure } from '../failures.ts'
import { at } from './path.ts'

/** Values of the status field that have a meaning of their own. Numbers and strings are the same here. */
type Values = readonly (string | number)[]

/** How a source says that a call went well, and how it says why not. The HTTP status never decides. */
export interface Envelope {
  /** Where the status is, and which values mean success. A missing field is not success. */
  readonly success: {
    readonly path: string
    readonly in: Values
    /**
     * For systems whose good answers carry no status, only their errors do: a place that only good answers have. Something must
     * be there for an answer to be good; `null`, an empty text or a missing field is not success.
     */
    readonly orPresent?: string
  }
  /** Where the payload is; the whole answer when absent. */
  readonly payload?: string
  /** Where the message is. */
  readonly message?: string
  /** Values that mean "there is none": the payload is then `null`. */
  readonly none?: Values
  /** Values that mean that signature, token or clock were not accepted. */
  readonly auth?: Values
  /** Values that mean that the system is unwell for the moment; safe calls are repeated. */
  readonly unwell?: Values
  /** Values that an error of ours says better than "refused". */
  readonly codes?: Readonly<Record<string, ErrorCode>>
}

const has = (values: Values | undefined, status: string): boolean =>
  values?.some((value) => String(value) === status) ?? false

/** Long digit runs in a message, also in groups and of full width, may be numbers of documents or telephones. */
const withoutNumbers = (message: string): string =>
  message
    .slice(0, 1_000)
    .replace(/[\d０-９](?:[ -]?[\d０-９]){6,}[XxＸｘ]?/g, '***')
    .slice(0, 200)

/** What a source says about its refusal. Some have no status but this text. */
const refusalOf = (status: string, message: unknown): string =>
  [...new Set([status, typeof message === 'string' ? message.trim() : ''])].map(withoutNumbers).join(' ').trim()

/** Whether an answer carries the field that decides about success. */
export const hasStatus = (envelope: Envelope, answer: unknown): boolean => {
  const status = at(answer, envelope.success.path)
  return ['string', 'number', 'boolean'].includes(typeof status)
}

/** Whether an answer without a status is good by having what only good answers have. */
const isGoodWithoutStatus = ({ success }: Envelope, answer: unknown): boolean => {
  const found = success.orPresent === undefined ? undefined : at(answer, success.orPresent)
  return found !== undefined && found !== null && found !== ''
}

/** Whether an answer can be judged at all. */
export const isJudgeable = (envelope: Envelope, answer: unknown): boolean =>
  hasStatus(envelope, answer) || isGoodWithoutStatus(envelope, answer)

/**
 * Applies the success rule and takes the payload out.
 *
 * @throws TongbanError `TB_SOURCE_SHAPE` without a status, else `TB_SOURCE_AUTH`, `TB_SOURCE_UNAVAILABLE`, `TB_SOURCE_REFUSED`
 */
export function openEnvelope(envelope: Envelope, answer: unknown): unknown {
  if (!hasStatus(envelope, answer)) {
    if (isGoodWithoutStatus(envelope, answer)) return at(answer, envelope.payload ?? '')
    throw sourceFailure('TB_SOURCE_SHAPE', { detail: `${envelope.success.path}: no status` })
  }
  const status = String(at(answer, envelope.success.path)).trim()
  if (has(envelope.success.in, status)) return at(answer, envelope.payload ?? '')
  if (has(envelope.none, status)) return null
  const message = envelope.message === undefined ? undefined : at(answer, envelope.message)
  const detail = refusalOf(status, message)
  if (has(envelope.auth, status)) throw sourceFailure('TB_SOURCE_AUTH', { detail })
  if (has(envelope.unwell, status)) throw sourceFailure('TB_SOURCE_UNAVAILABLE', { detail })
  throw new TongbanError(envelope.codes?.[status] ?? 'TB_SOURCE_REFUSED', { detail })
}

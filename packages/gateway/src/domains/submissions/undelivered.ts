import { errorMessage, type Locale, TongbanError } from '@tongban/schema'
import type { SubmissionEntity, Trouble } from './record.ts'

const retryAfterMs = 30_000

/** Why there is no case yet: the owner does not answer. Says, too, that nothing is lost. */
class OwnerUnreachableError extends TongbanError {
  constructor(source: string, sourceId: string) {
    super('TB_SOURCE_UNAVAILABLE', { source }, { source: sourceId, retryAfterMs })
  }

  override messageIn(locale: Locale): string {
    const { source = '' } = this.params
    return locale === 'en'
      ? `${source} does not answer for the moment; the submission is stored and will not be lost.`
      : `${source}暂时没有回应,收件已保存,不会丢失。`
  }
}

/** Throws when a submission has no case because its owner could not be reached. */
export function explainMissingCase({ state, trouble }: SubmissionEntity, titleOf: (sourceId: string) => string): void {
  const waiting = state === 'SUBMITTED' || state === 'DELIVERING'
  if (waiting && trouble && trouble.sourceId !== null)
    throw new OwnerUnreachableError(titleOf(trouble.sourceId), trouble.sourceId)
}

/** Why a submission was refused, or is not delivered yet, for the clerk. */
export function reasonFor({ state, refusal, trouble }: SubmissionEntity, locale: Locale): string | null {
  if (refusal !== null) return refusal
  if (trouble === null) return null
  const cause = causeOf(trouble, locale)
  if (state === 'EXPIRED') return cause
  return locale === 'en'
    ? `The submission is stored and will not be lost; delivery will be tried again. ${cause}`
    : `收件已保存,不会丢失,稍后自动重送。${cause}`
}

const causeOf = ({ code, params }: Trouble, locale: Locale): string => errorMessage(code, params, locale)

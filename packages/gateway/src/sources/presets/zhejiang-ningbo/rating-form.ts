import { encodeName, TongbanError } from '@tongban/schema'
import { z } from 'zod'
import type { OutgoingRating, SourceRating } from '../../../domains/ratings/port.ts'
import type { FormValue } from '../../protocols/form/form.ts'
import { knownCodes } from '../../reading/code-table.ts'
import { field } from '../../reading/fields.ts'
import { localTime } from './submission.ts'

const table = { system: 'zhejiang-rating', tableVersion: '1' } as const

/** `satisfaction`: 5 is best here, 1 in GB/T 39046-2020 A.8. */
export const satisfactions = knownCodes('ratingLevel', table)
/** `pf`; 7 (系统默认) was given by nobody. */
export const ratingPlaces = knownCodes('ratingChannel', table)

/** `proStatus`: how far the case is that is rated. */
const progressCodes = { WAITING: '1', IN_PROGRESS: '2', DONE: '3' } as const
/** How far a case is: 待办理, 办理中, 已完结. */
export type RatedProgress = keyof typeof progressCodes

/** What the interface wants besides the rating itself. */
export interface RatingContext {
  readonly areaName?: string
  readonly department?: { readonly code: string; readonly name: string }
  readonly progress: RatedProgress
  /** `dataSource`: 133 is Zhejiang. */
  readonly dataSource: string
}

const codeOf = (code: string | undefined, name: string): string => {
  if (code !== undefined) return code
  throw new TongbanError('TB_INVALID_INPUT', { field: name, detail: 'the rating interface has no code for it' })
}

/** There is a first rating and a second (追评), and no third; whoever counts on must not reach the province. */
const turnOf = (turn: number): number => {
  if (turn === 1 || turn === 2) return turn
  throw new TongbanError('TB_INVALID_INPUT', {
    field: 'turn',
    detail: '1 is the first rating, 2 the second; no others',
  })
}

/** `promiseTime`: 1 is 承诺件 here, 即办件 in GB/T 39046-2020 A.6. */
const processing = ({ processingType }: OutgoingRating) =>
  processingType === null ? undefined : encodeName('processingType', processingType, table)?.code

/** The parameters of one rating. What is not known is left out. */
export const ratingParameters = (rating: OutgoingRating, context: RatingContext): Record<string, FormValue> => ({
  areaCode: rating.divisionCode.slice(0, 6),
  areaName: context.areaName,
  deptCode: rating.agencyCode,
  taskCode: rating.itemCode,
  taskName: rating.itemName,
  projectNo: rating.caseNumber,
  proStatus: progressCodes[context.progress],
  proDepartCode: context.department?.code,
  proDepart: context.department?.name,
  pf: codeOf(encodeName('ratingChannel', rating.channel, table)?.code, 'channel'),
  certkeyGOV: rating.rater.documentNumber,
  userName: rating.rater.name,
  userProp: rating.rater.kind === 'PERSON' ? '1' : '2',
  satisfaction: codeOf(encodeName('ratingLevel', rating.level, table)?.code, 'level'),
  evalDetail: rating.options.length > 0 ? rating.options.join(',') : undefined,
  writingEvaluation: rating.comment ?? undefined,
  assessTime: localTime(rating.ratedAt),
  assessNumber: turnOf(rating.turn),
  promiseTime: processing(rating),
  dataSource: context.dataSource,
})

/** A rating as a platform lists it, in the parameters it was sent with. */
export const ratingRow = z
  .object({
    projectNo: field.required,
    satisfaction: satisfactions.field,
    pf: field.text,
    assessNumber: field.whole.refine((turn) => turn === 1 || turn === 2, { error: 'expected 1 or 2' }),
    assessTime: field.instant,
  })
  .transform(
    ({ projectNo, satisfaction, pf, assessNumber, assessTime }): SourceRating => ({
      caseNumber: projectNo,
      level: satisfaction.name,
      channel: ratingPlaces.name(pf),
      turn: assessNumber ?? 1,
      ratedAt: assessTime,
    }),
  )

import { z } from 'zod'
import { defineSource } from '../../../domains/ports.ts'
import type { OutgoingRating, SourceRating } from '../../../domains/ratings/port.ts'
import { inBatches } from '../../batches.ts'
import { distinctBy, field } from '../../reading/fields.ts'
import { readRows } from '../../reading/rows.ts'
import type { Coverage, SourceLimits } from '../../source.ts'
import { formsOf, type NingboForms } from './forms.ts'
import { type RatedProgress, ratingParameters, ratingRow } from './rating-form.ts'

/** The rating system (好差评) of Zhejiang, as published for Ningbo. */
export interface ZhejiangRatingsOptions extends NingboForms {
  /** @default 'zhejiang-ratings' */
  readonly id?: string
  readonly covers?: Coverage
  /** Paths below `url`. `query` is the platform's own: the adapter publishes none. */
  readonly paths: {
    /** @default '/offlinereport.do' */
    readonly report?: string
    readonly query: string
  }
  /** Name of the division that ratings are about. */
  readonly areaName?: string
  /** `proDepartCode` and `proDepart`: the department that took the case, as the province numbers it. */
  readonly department?: { readonly code: string; readonly name: string }
  /** How far a rated case is. @default 'DONE': visits are rated when they are over */
  readonly progressOf?: (rating: OutgoingRating) => RatedProgress
  /** @default '133' */
  readonly dataSource?: string
  readonly limits?: Partial<SourceLimits>
}

/** Of two ratings of one case the second is the one that is shown. */
const shown = (ratings: readonly SourceRating[]): readonly SourceRating[] =>
  distinctBy(
    ratings.toSorted((a, b) => a.turn - b.turn),
    ({ caseNumber }) => caseNumber,
  )

const list = field.list(z.unknown())

/**
 * Ratings for the province, through the interface published for Ningbo. Its digits run the other way than those of GB/T
 * 39046-2020: 5 is best, and 1 is 承诺件; names go in and come out. A rating that the system gave by default (`pf` 7) keeps the
 * channel `SYSTEM_DEFAULT`, which statistics leave out. A third rating is refused before anything is sent.
 *
 * Not known, because the adapter publishes them nowhere: values of `result`, a query, the codes of options (`evalDetail`), the
 * meaning of `appStatus`, which is not sent. `certkeyGOV` is the number alone.
 *
 * @example
 * zhejiangRatings({ url, success: ['0'], paths: { query: '/ratings' } })
 */
export const zhejiangRatings = (options: ZhejiangRatingsOptions) => {
  const { id = 'zhejiang-ratings', covers = {}, paths, progressOf, dataSource = '133', limits } = options
  const { areaName, department } = options
  const known = { ...(areaName ? { areaName } : {}), ...(department ? { department } : {}), dataSource }
  return defineSource({
    id,
    title: '浙江省政务服务好差评',
    covers,
    ...(limits ? { limits } : {}),
    protocol: formsOf(options),
    ratings: {
      async rate(rating, call) {
        const parameters = ratingParameters(rating, { ...known, progress: progressOf?.(rating) ?? 'DONE' })
        const path = paths.report ?? '/offlinereport.do'
        await call({ operation: 'ratings.rate', path, parameters, reply: z.unknown() })
      },
      byCases: async (numbers, call) =>
        shown(
          await inBatches(numbers, { size: 50 }, async (some) => {
            const parameters = { projectNo: some.join(',') }
            const request = { operation: 'ratings.byCases', safe: true, path: paths.query, parameters }
            return readRows(ratingRow, await call({ ...request, reply: list }), 'projectNo').rows
          }),
        ),
    },
  })
}

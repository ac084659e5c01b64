import { field, type NoticeInput } from '@tongban/gateway'

type Period = NonNullable<NoticeInput['periods']>[number]
type Instant = string | null

/** Times of a notice, as its kind has them. */
export const periodFields = {
  DOC_GET_START_TIME: field.instant,
  DOC_GET_END_TIME: field.instant,
  BID_DOC_REFER_END_TIME: field.instant,
  BID_OPEN_TIME: field.instant,
  PUBLICITY_START_TIME: field.instant,
  PUBLICITY_END_TIME: field.instant,
} as const
type Times = Readonly<Record<keyof typeof periodFields, Instant>>

const period = (kind: Period['kind'], from: Instant, to: Instant, lastDayForObjection: Instant = null): Period[] =>
  from === null && to === null ? [] : [{ kind, from, to, lastDayForObjection }]

/**
 * Each period on its own. When bids may first be handed in is not told. Objections to candidates are taken while they are made
 * public (招标投标法实施条例 Art. 54).
 */
export const periodsOf = (times: Times): Period[] => [
  ...period('DOCUMENT_SALE', times.DOC_GET_START_TIME, times.DOC_GET_END_TIME),
  ...period('BIDDING', null, times.BID_DOC_REFER_END_TIME),
  ...period('OPENING', times.BID_OPEN_TIME, times.BID_OPEN_TIME),
  ...period(
    'PUBLICITY',
    times.PUBLICITY_START_TIME,
    times.PUBLICITY_END_TIME,
    times.PUBLICITY_END_TIME?.slice(0, 10) ?? null,
  ),
]

import { deadline } from '../calendar/deadline.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import type { Deadline } from '../calendar/walk.ts'
import type { RatingChannelName, RatingLevelName } from '../codes/tables/ratings.ts'

/**
 * One rating (好差评) of a case. The rules of ratings stand here for the room that will take them; no room of the gateway does so far.
 */
export interface Rating {
  readonly level: RatingLevelName
  readonly channel: RatingChannelName
  /** 1 the first, 2 the one second rating (追评) that is allowed. */
  readonly number: number
}

/** The ratings of a case after one was offered. */
export interface AppliedRating {
  readonly outcome: 'TAKEN' | 'REPEATED' | 'REFUSED'
  /** The rating to show: the second where there is one. */
  readonly shown: Rating | undefined
  /** All that were taken; the first stays beside the second. */
  readonly ratings: readonly Rating[]
}

/** Adds a rating. The second replaces the shown one and keeps the first; a third is refused. */
export function applyRating(ratings: readonly Rating[], rating: Rating): AppliedRating {
  const taken = ratings.find(({ number }) => number === rating.number)
  const refused = rating.number !== 1 && rating.number !== 2
  const grown = taken || refused ? ratings : [...ratings, rating]
  const outcome = refused ? 'REFUSED' : taken ? 'REPEATED' : 'TAKEN'
  return { outcome, shown: shownRating(grown), ratings: grown }
}

const shownRating = (ratings: readonly Rating[]): Rating | undefined =>
  ratings.find(({ number }) => number === 2) ?? ratings[0]

/** Whether a level is a bad rating (差评), which starts a call back within a day and a rectification. */
export const isBadRating = (level: RatingLevelName): boolean =>
  level === 'DISSATISFIED' || level === 'VERY_DISSATISFIED'

/** Whether a rating counts in figures shown to users. One the system gave by default does not: nobody gave it. */
export const countsInStatistics = ({ channel }: Rating): boolean => channel !== 'SYSTEM_DEFAULT'

/** The day a default rating falls due where a place uses one: 7 natural days, not prolonged by holidays (Guangdong 2019). */
export const defaultRatingDue = (finishedOn: PlainDate): Deadline =>
  deadline({ from: finishedOn, limit: { amount: 7, unit: 'CALENDAR_DAY' } })

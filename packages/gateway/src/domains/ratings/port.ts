import type { ProcessingTypeName, RatingChannelName, RatingLevelName } from '@tongban/schema'
import type { ReadingsOf } from '../../sources/readings.ts'

/** A rating of a visit (好差评). Holds personal data: never log it. */
export interface OutgoingRating {
  readonly caseNumber: string
  readonly itemCode: string
  readonly itemName: string
  readonly divisionCode: string
  readonly agencyCode: string
  readonly processingType: ProcessingTypeName | null
  readonly level: RatingLevelName
  /** Codes of the options ticked, in the table of the system. */
  readonly options: readonly string[]
  readonly comment: string | null
  readonly channel: RatingChannelName
  readonly ratedAt: string
  /** 1 the first, 2 the second (追评); there is no third. */
  readonly turn: 1 | 2
  readonly rater: { readonly kind: 'PERSON' | 'ORGANISATION'; readonly name: string; readonly documentNumber: string }
}

/** A rating as the system has it. */
export interface SourceRating {
  readonly caseNumber: string
  readonly level: RatingLevelName
  readonly channel: RatingChannelName | null
  readonly turn: number
  readonly ratedAt: string | null
}

/** What a rating system offers (好差评系统). */
export interface RatingsPort<Call> {
  rate(rating: OutgoingRating, call: Call): Promise<void>
  byCases(caseNumbers: readonly string[], call: Call): Promise<readonly SourceRating[]>
}

/** @see ReadingsOf */
export const ratingReadings: ReadingsOf<RatingsPort<never>> = {
  byCases: {
    kind: 'BATCH',
    about: 'PERSON',
    keysOf: (numbers) => numbers,
    only: (_numbers, keys) => keys,
    keyOf: ({ caseNumber }) => caseNumber,
  },
}

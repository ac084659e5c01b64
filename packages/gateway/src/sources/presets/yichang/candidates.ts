import { awardOf, type Candidate } from '../notices/awards.ts'
import { isOrganisation, splitBidders } from '../notices/bidders.ts'
import type { Unread } from '../notices/reading.ts'
import { isPriceHeader } from '../prices/column.ts'

const notGiven = '未提供'

/** The header of the platform's table, below which yuan and percent stand side by side. */
export const candidateHeader = '投标报价(元/%)'

const isNamed = ({ bidder }: Candidate): boolean => splitBidders(bidder).every(isOrganisation)
const isPriced = ({ price }: Candidate): boolean => price.trim() !== notGiven

/** The same worded price twice: a cell that told a price in words was passed over when the table was read. */
const repeatsWording = (candidates: readonly Candidate[]): boolean => {
  const worded = candidates.map(({ price }) => price.trim()).filter((price) => /\d{4}.*元/.test(price))
  return new Set(worded).size < worded.length
}

/**
 * Why the prices of a taken-apart record may stand beside the wrong bidder. Such records were read out of the table by looking for
 * words: a bidder without 公司 in its name is missing, a price with words in it is passed over, and all later prices move up. In
 * the notices that have a result, none of the prices moved by a header is the winner's.
 */
export function whyDoubtful(candidates: readonly Candidate[]): string | null {
  if (candidates.some(({ price }) => isPriceHeader(price))) return 'a column header stands among the prices'
  if (!candidates.every(isNamed)) return 'a text that names no bidder stands among the bidders'
  if (candidates.some(isPriced) && !candidates.every(isPriced)) return 'fewer prices than bidders'
  return repeatsWording(candidates) ? 'the same wording stands beside two bidders' : null
}

/** Those who are candidates: names without a price beside priced ones come from the tables of earlier works and prizes. */
function realCandidates(candidates: readonly Candidate[]): readonly Candidate[] {
  const named = candidates.filter(isNamed)
  return named.some(isPriced) ? named.filter(isPriced) : named
}

/** Awards of the candidates; where prices may belong to another bidder none is told. */
export function candidateAwards(candidates: readonly Candidate[], unread: Unread) {
  const doubt = whyDoubtful(candidates)
  if (doubt !== null) unread('candidates.price', doubt)
  const real = realCandidates(candidates)
  if (real.length < candidates.length) unread('candidates.bidder', `${candidates.length - real.length} left out`)
  return real.flatMap((candidate, index) => {
    const price = doubt === null ? candidate.price : ''
    return awardOf({ ...candidate, price }, 'BIDDER', (path, why) => {
      if (doubt === null) unread(`lots.0.awards.${index}.${path}`, why)
    })
  })
}

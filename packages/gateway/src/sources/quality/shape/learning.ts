/** How sure one must be that the shape of replies has changed. */
export const learning = {
  /** Replies (in which the object around a field was there) after which its shape counts as known. */
  settleAfter: 50,
  /** Replies in a row without a field that was always there: then it is gone. */
  goneAfter: 20,
  /** Replies looked at after something new is seen, before it is judged. */
  trial: 25,
  /** Least evidence, as a logarithm: e⁻¹⁵ is one in three million. */
  evidence: 15,
  maxPaths: 300,
} as const

const logShare = (some: number, all: number): number => (some === 0 ? 0 : some * Math.log(some / all))

/**
 * How strongly it speaks for a change that something never seen in `before` replies is now seen in `seen` of `of`: the logarithm of
 * the likelihood ratio between “it began” and “it was always this rare”.
 */
export function evidenceOfChange(before: number, seen: number, of: number): number {
  const began = logShare(seen, of) + logShare(of - seen, of)
  const rare = logShare(seen, before + of) + logShare(before + of - seen, before + of)
  return began - rare
}

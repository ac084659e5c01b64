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

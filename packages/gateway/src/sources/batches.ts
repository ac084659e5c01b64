/** How keys are spread over calls. */
export interface Batching {
  /** Most keys one call may carry. */
  readonly size: number
  /** Most calls at the same time. @default 4 */
  readonly concurrency?: number
}

const chunksOf = <Key>(keys: readonly Key[], size: number): Key[][] =>
  Array.from({ length: Math.ceil(keys.length / size) }, (_, index) => keys.slice(index * size, (index + 1) * size))

/**
 * Asks for many keys with as few calls as the source's limit allows, in the order of the keys. Keys named twice are asked for once.
 * For a source without batches use `size: 1`.
 *
 * @example
 * inBatches(codes, { size: 50 }, (some) => call({ operation: 'items.byCodes', body: { codes: some }, … }))
 */
export async function inBatches<Key, Row>(
  keys: readonly Key[],
  { size, concurrency = 4 }: Batching,
  ask: (some: readonly Key[]) => Promise<readonly Row[]>,
): Promise<Row[]> {
  const waiting = chunksOf([...new Set(keys)], size).entries()
  const answers: (readonly Row[])[] = []
  const work = async () => {
    for (const [index, some] of waiting) answers[index] = await ask(some)
  }
  await Promise.all(Array.from({ length: concurrency }, work))
  return answers.flat()
}

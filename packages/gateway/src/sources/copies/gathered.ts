import type { CopyTable } from './buffer.ts'
import type { Copy, CopyKey } from './store.ts'

type Found = readonly (Copy | null)[]

interface Ask {
  readonly keys: readonly CopyKey[]
  resolve(found: Found): void
  reject(error: unknown): void
}

/** Keys looked for in one statement, unless one who asks has more. */
const mostKeys = 500

/**
 * Reads in one statement what is looked for at the same moment, and what comes meanwhile in the next: when a source falls
 * silent, all who waited for it look for their copies at once, and have little time left.
 */
export function gathered(read: CopyTable['read']): CopyTable['read'] {
  const waiting: Ask[] = []
  let isRunning = false
  const run = async (): Promise<void> => {
    while (waiting.length > 0) await answer(read, takeSome(waiting))
    isRunning = false
  }
  return (keys) =>
    new Promise((resolve, reject) => {
      waiting.push({ keys, resolve, reject })
      if (!isRunning) setImmediate(() => void run())
      isRunning = true
    })
}

/** From the front: at least one, and more while they fit. */
function takeSome(waiting: Ask[]): readonly Ask[] {
  let keys = 0
  const end = waiting.findIndex((ask, index) => {
    keys += ask.keys.length
    return index > 0 && keys > mostKeys
  })
  return waiting.splice(0, end < 0 ? waiting.length : end)
}

async function answer(read: CopyTable['read'], asks: readonly Ask[]): Promise<void> {
  try {
    const found = (await read(asks.flatMap(({ keys }) => keys))).values()
    for (const { keys, resolve } of asks) resolve(keys.map(() => found.next().value ?? null))
  } catch (error) {
    for (const { reject } of asks) reject(error)
  }
}

import { Pool } from 'undici'

/** How one read ended for its caller. `LATE`: nothing within the deadline; `FAILED`: an error instead of the item. */
export type Outcome = 'FRESH' | 'STALE' | 'SNAPSHOT' | 'FAILED' | 'LATE'

/** One read as its caller saw it. */
export interface Read {
  readonly outcome: Outcome
  /** From when it was due to the answer. */
  readonly ms: number
}

/** Reads items through one gateway, each within a deadline. */
export interface Reader extends AsyncDisposable {
  /** @param dueAt when it ought to have been sent, by the monotonic clock */
  read(code: string, dueAt: number): Promise<Read>
  /** Reads several at once. @throws Error when one is not there */
  readAll(codes: readonly string[]): Promise<void>
}

const connections = 512
const oneItem = 'query OneItem($code: ItemCode!) { item(code: $code) { code name provenance { freshness } } }'
const manyItems = 'query ManyItems($codes: [ItemCode!]!) { itemsByCode(codes: $codes) { code name } }'

/** Opens connections to a gateway. */
export function openReader(endpoint: string, deadlineMs: number): Reader {
  const { origin, pathname } = new URL(endpoint)
  const pool = new Pool(origin, { connections, pipelining: 1 })
  const ask = async (query: string, variables: object, signal: AbortSignal): Promise<unknown> => {
    const body = JSON.stringify({ query, variables })
    const headers = { 'content-type': 'application/json', accept: 'application/json' }
    const answer = await pool.request({ path: pathname, method: 'POST', headers, body, signal })
    return answer.body.json()
  }
  return {
    async read(code, dueAt) {
      const signal = AbortSignal.timeout(deadlineMs)
      const answer = await ask(oneItem, { code }, signal).catch(() => null)
      const ms = performance.now() - dueAt
      return { ms, outcome: ms > deadlineMs ? 'LATE' : freshnessIn(answer, code) }
    },
    async readAll(codes) {
      const answer = await ask(manyItems, { codes }, AbortSignal.timeout(15_000))
      const found = at(at(answer, 'data'), 'itemsByCode')
      if (!Array.isArray(found) || found.some((item) => item === null))
        throw new Error(`the gateway did not read ${codes[0]} and others: ${JSON.stringify(answer).slice(0, 500)}`)
    },
    [Symbol.asyncDispose]: () => pool.destroy(),
  }
}

const at = (value: unknown, name: string): unknown =>
  // Whatever has a property by this name is an object; others have been sorted out.
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined

/** @throws Error when the answer is about something else: figures of wrong answers would be worth nothing */
function freshnessIn(answer: unknown, code: string): Outcome {
  const item = at(at(answer, 'data'), 'item')
  if (item === undefined || item === null) return 'FAILED'
  if (at(item, 'code') !== code) throw new Error(`${String(at(item, 'code'))} is not the answer to ${code}`)
  const freshness = at(at(item, 'provenance'), 'freshness')
  if (freshness === 'FRESH' || freshness === 'STALE' || freshness === 'SNAPSHOT') return freshness
  throw new Error(`${code} is neither fresh nor stale`)
}

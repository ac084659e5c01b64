import { type Answers, type Ask, type Bounds, cancelled } from './ask.ts'

/** How a shared call is made. */
export interface Loading<Key, Value> {
  /** Equal texts are one key. */
  readonly identity: (key: Key) => string
  /**
   * Makes one call for keys that differ. The signal is aborted when every caller has given up; the deadline is the latest of
   * theirs. Nothing here tells who asks: what not everybody may see is checked for each caller afterwards.
   */
  load(keys: readonly Key[], bounds: Bounds): Promise<Answers<Value>>
  /** Whether one key may be why a call failed; if so, each caller's keys are asked for again alone. @default always */
  readonly mayBeOneKey?: (error: unknown) => boolean
}

/**
 * Makes one call for several callers. When it fails, the keys of each caller are asked for once more by themselves, so that
 * a key on which the other side stumbles costs strangers time, not their answers. Never throws.
 */
export async function fly<Key, Value>(asks: readonly Ask<Key, Value>[], loading: Loading<Key, Value>): Promise<void> {
  const open = asks.filter((ask) => ask.isOpen())
  if (open.length === 0) return
  try {
    const found = await loadFor(open, loading)
    for (const ask of open) ask.settle(ask.keys.map(found))
  } catch (error) {
    const { mayBeOneKey = () => true } = loading
    if (open.length > 1 && mayBeOneKey(error)) await Promise.all(open.map((ask) => fly([ask], loading)))
    else for (const ask of open) ask.fail(error)
  }
}

async function loadFor<Key, Value>(
  asks: readonly Ask<Key, Value>[],
  { identity, load }: Loading<Key, Value>,
): Promise<(key: Key) => Value | Error> {
  const keys = new Map<string, Key>()
  for (const ask of asks) for (const key of ask.keys) keys.set(identity(key), key)
  const values = await load([...keys.values()], boundsOf(asks))
  if (values.length !== keys.size) throw new RangeError('a load answers every key, in their order')
  const names = keys.keys()
  const found = new Map(values.map((value) => [names.next().value, { value }]))
  return (key) => {
    const answer = found.get(identity(key))
    if (!answer) throw new RangeError('the identity of a key does not change')
    return answer.value
  }
}

/** One caller's own bounds, or what several callers have in common. */
function boundsOf(asks: readonly Ask<unknown, unknown>[]): Bounds {
  const [only, ...others] = asks
  if (only && others.length === 0) return only.bounds
  const shared = new AbortController()
  for (const ask of asks)
    ask.onGivenUp(() => {
      if (!asks.some((other) => other.isOpen())) shared.abort(cancelled())
    })
  return { signal: shared.signal, deadline: Math.max(...asks.map(({ bounds }) => bounds.deadline ?? Infinity)) }
}

import { TongbanError } from '@tongban/schema'
import type { z } from 'zod'
import { type Asked, type AttemptParts, attempt } from './attempt.ts'
import { type Ending, failed, type Success } from './ending.ts'
import type { Flying } from './flights.ts'
import type { Operation } from './operations.ts'
import type { Places } from './places.ts'
import { type Moment, race } from './race.ts'
import { repeated } from './repeat.ts'

/** What one source is asked with. */
export interface AskingParts extends AttemptParts {
  readonly places: Places
}

/**
 * Asks until there is an answer or it is of no use any more. Order, from the outside: repeat → hedge → wait for a place →
 * breaker → attempt. The breaker stands inside the queue, so that a queue in front of a source that has just died empties at once.
 *
 * @throws TongbanError the last failure
 */
export async function askFor<Reply extends z.ZodType>(
  parts: AskingParts,
  asked: Asked<Reply>,
  { signal, leftMs }: Flying,
): Promise<Success<z.output<Reply>>> {
  type End = Ending<z.output<Reply>>
  const { operation } = asked
  const run = (ending: AbortSignal, begun: () => void): Promise<End> =>
    parts.places.take(ending, () =>
      operation.breaker.run(() => {
        begun()
        return accounted(operation, () => attempt(parts, asked, ending))
      }),
    )
  const isSafe = asked.request.safe ?? false
  const once = (): Promise<End> => {
    const moments = isSafe ? momentsOf(operation, parts.places) : []
    if (moments.length === 0) return run(signal, () => {})
    const onLost = () => new TongbanError('TB_CANCELLED')
    return race<End>({ run, moments, isAnswer: (end) => !failed(end) || !end.mayPass, onLost }, signal)
  }
  const ending = await repeated(operation, { isSafe, signal, leftMs }, once)
  if (failed(ending)) throw ending.failure
  return ending
}

/** Success tells how long attempts take, and every answer earns extra attempts. */
async function accounted<Reply>(
  { latencies, repeats, hedges }: Operation,
  work: () => Promise<Ending<Reply>>,
): Promise<Ending<Reply>> {
  const startedAt = performance.now()
  const ending = await work()
  if (!failed(ending)) latencies.succeeded(performance.now() - startedAt)
  if (!failed(ending) || !ending.isUnwell) for (const budget of [repeats, hedges]) budget.earn()
  return ending
}

/** Sooner a second attempt gains nothing that anybody would notice. */
const soonestMs = 10

/**
 * When a second attempt may be sent ahead: once the first takes longer than is usual, and again, as dear as a repetition, once
 * half of its time is gone, because most attempts that take so long are lost.
 */
function momentsOf({ limits, latencies, breaker, hedges, repeats }: Operation, places: Places): readonly Moment[] {
  const usual = limits.hedge ? latencies.p95() : null
  if (usual === null) return []
  const mayCost = ({ spend }: { spend(): boolean }) => breaker.isClosed() && places.isFree() && spend()
  return [
    { afterMs: Math.max(soonestMs, usual), isAllowed: () => mayCost(hedges) },
    { afterMs: Math.max(soonestMs, usual, limits.attemptTimeoutMs / 2), isAllowed: () => mayCost(repeats) },
  ].filter(({ afterMs }) => afterMs < limits.attemptTimeoutMs)
}

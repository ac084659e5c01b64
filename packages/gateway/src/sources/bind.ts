import type { Caller } from './calling/call.ts'
import { attributed } from './failures.ts'
import { legible } from './legible.ts'
import { isRecord } from './protocols/path.ts'
import type { BoundPort, CallContext, PortMethods, SkippedRow, Source, Sourced } from './source.ts'

type Method = (input: unknown, call: unknown) => Promise<unknown>
type Bound = (input: unknown, context: CallContext) => Promise<Sourced<unknown>>

const isMethod = (value: unknown): value is Method => typeof value === 'function'

const skippedIn = (value: unknown): readonly SkippedRow[] =>
  isRecord(value) && Array.isArray(value.skipped) ? value.skipped : []

/** Gives one method of a port its call, and its answer a provenance. */
function bindMethod(source: Source, caller: Caller, port: PortMethods, name: string, method: Method): Bound {
  return async (input, context) => {
    try {
      const value = legible(await method.call(port, input, caller.callFor(context)))
      caller.tellSkipped(name, skippedIn(value))
      const fetchedAt = caller.now().toISOString()
      return { value, provenance: { sourceId: source.id, fetchedAt, asOf: null, freshness: 'FRESH' } }
    } catch (error) {
      const failure = attributed(error, source)
      // Failures of calls are attributed and counted already; what comes from the source file's own mapping is not.
      if (failure !== error) caller.countFailure(name, failure)
      throw failure
    }
  }
}

/** A port whose methods take the caller's context instead of a call. */
export function bindPort<Port>(source: Source, caller: Caller, name: string, port: PortMethods): BoundPort<Port> {
  const bound = Object.entries(port).flatMap(([key, method]) =>
    isMethod(method) ? [[key, bindMethod(source, caller, port, `${name}.${key}`, method)]] : [],
  )
  // A source keeps its ports by name only; that the name stands for this type is what `defineSource` has checked.
  return Object.fromEntries(bound) as BoundPort<Port>
}

import { type Ports, portReadings } from '../../domains/ports.ts'
import { connectSources } from '../connect.ts'
import type { Source } from '../source.ts'
import { silentLog } from './source.ts'

/** A port of a source as the gateway calls it, with nothing repeated. */
export const portOfSource = <Name extends keyof Ports & string>(source: Source, name: Name) => {
  const limits = { ...source.limits, maxRetries: 0, hedge: false }
  const options = { log: silentLog, metrics: { sourceCall() {} }, now: () => new Date(), readings: portReadings }
  const found = connectSources<Ports>([{ ...source, limits }], options).directory.portOf(name, source.id)
  if (!found) throw new RangeError(`the source offers no ${name}`)
  return found.port
}

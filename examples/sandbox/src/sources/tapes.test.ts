import { describeSource, recordSamples, type Tape } from '@tongban/gateway/testing'
import { expect, it } from 'vitest'
import { startCity } from './testing/city.ts'
import { sampledSources } from './testing/samples.ts'

const city = await startCity()
const recorded = []
for (const [source, { cases, ...samples }] of await sampledSources(city)) {
  // What writes is not recorded.
  const { submit: _writes, ...reads } = cases ?? {}
  const read = cases ? { ...samples, cases: reads } : samples
  const tape: Tape[number][] = []
  const failed = await recordSamples(source, read, { write: (entry) => void tape.push(entry) })
  recorded.push({ source, read, tape, failed })
}
await city.close()

// The systems are gone: what follows is answered by tapes alone, on which everything personal is somebody else's.
for (const { source, read, tape, failed } of recorded) {
  it(`everything that was asked of ${source.id} is on its tape`, () => {
    expect(failed).toBe(0)
    expect(tape.length).toBeGreaterThan(0)
  })
  describeSource(source, { ...read, tape })
}

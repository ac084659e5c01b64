import { TongbanError } from '@tongban/schema'
import type { Authority } from '../../sources/directory.ts'
import type { Source, Sourced } from '../../sources/source.ts'
import type { OutgoingSubmission, SourceCaseInput, SubmitOutcome } from '../cases/port.ts'
import type { CityDirectory, Ports } from '../ports.ts'

/** How the owner's system behaves at the next call to `submit`. */
export type Mood =
  | 'well'
  /** It takes the case, and the connection breaks before the answer. */
  | 'commits and drops'
  /** The caller gives up, and half a minute later the owner takes the case all the same. */
  | 'commits late'
  /** The connection breaks before anything happens. */
  | 'drops'
  | 'refuses'
  /** It keeps the submission and says nothing about it yet. */
  | 'waits'
  /** It answers with somebody else's case. */
  | 'confuses'

/** How long after the caller gave up a late owner still works. */
const lateMs = 30_000

/** An approval system that takes whatever arrives: sent twice, a submission becomes two cases. */
export function testOwner(now: () => Date) {
  const cases: SourceCaseInput[] = []
  const moods: Mood[] = []
  const calls: string[] = []
  const received: OutgoingSubmission[] = []
  const state = { down: false, searching: true }
  const omitted = new Set<string>()
  const late: { readonly reference: string; readonly at: number }[] = []
  const sourced = <Value>(value: Value): Sourced<Value> => ({
    value,
    provenance: { sourceId: 'owner', fetchedAt: now().toISOString(), asOf: null, freshness: 'FRESH' },
  })
  const broken = (): TongbanError =>
    new TongbanError('TB_SOURCE_UNAVAILABLE', { source: '审批系统' }, { source: 'owner' })
  const take = (reference: string): SourceCaseInput => {
    const taken = {
      number: `P${cases.length + 1}`,
      reference,
      reports: [{ at: now().toISOString(), state: 'RECEIVED' as const }],
    }
    cases.push(taken)
    return taken
  }
  /** Takes what is due by now. */
  const catchUp = (): void => {
    const due = late.filter(({ at }) => at <= now().getTime())
    late.splice(0, late.length, ...late.filter(({ at }) => at > now().getTime()))
    for (const { reference } of due) take(reference)
  }
  const port: Authority<Ports['cases']>['port'] = {
    submit: async (submission) => {
      calls.push('submit')
      if (state.down) throw broken()
      received.push(submission)
      const mood = moods.shift() ?? 'well'
      if (mood === 'drops') throw broken()
      if (mood === 'commits late') {
        late.push({ reference: submission.reference, at: now().getTime() + lateMs })
        throw broken()
      }
      if (mood === 'refuses') return sourced<SubmitOutcome>({ outcome: 'refused', reason: '不属于本辖区' })
      if (mood === 'waits') return sourced<SubmitOutcome>({ outcome: 'waiting' })
      const taken = take(mood === 'confuses' ? 'somebody else' : submission.reference)
      if (mood === 'commits and drops') throw broken()
      return sourced<SubmitOutcome>({ outcome: 'taken', case: taken })
    },
    findByReference: async (reference) => {
      calls.push('find')
      if (state.down || !state.searching) throw broken()
      return sourced(cases.find((each) => each.reference === reference) ?? null)
    },
    byNumbers: async (numbers) => {
      calls.push(`status ${numbers.length}`)
      if (state.down) throw broken()
      return sourced(cases.filter(({ number }) => numbers.includes(number) && !omitted.has(number)))
    },
  }
  /** Replaces what the owner says about a case. */
  const tell = (number: string, change: Partial<SourceCaseInput>): void => {
    const index = cases.findIndex((each) => each.number === number)
    const known = cases[index]
    if (known) cases[index] = { ...known, ...change }
  }
  return { port, cases, moods, calls, received, late, omitted, state, tell, catchUp }
}

const source: Source = {
  id: 'owner',
  title: '审批系统',
  covers: {},
  protocol: { kind: 'test', send: async () => null },
  ports: { cases: {} },
}

/** A directory with one owner of all cases, or none. */
export function testDirectory(port: Authority<Ports['cases']>['port'], connected: { owner: boolean }): CityDirectory {
  const authority = <Name extends keyof Ports & string>(name: Name) =>
    name === 'cases' && connected.owner ? ({ source, port } as unknown as Authority<Ports[Name]>) : undefined
  return {
    sources: [source],
    byId: (id) => (id === source.id ? source : undefined),
    authority,
    require: (name, { division }) => {
      const found = authority(name)
      if (found) return found
      throw new TongbanError('TB_NO_AUTHORITY', { what: division ?? name })
    },
    offering: () => [],
    authorities: (name) => [authority(name)].flatMap((found) => found ?? []),
    portOf: (name) => authority(name),
  }
}

import type { SourceInput } from '../gateway/source.ts'

/** One way of reading from a source: with none, one or all of what is meant to help. */
export interface Row {
  readonly name: string
  readonly title: string
  readonly catalogue: 'live' | 'mirror'
  readonly source: Pick<SourceInput, 'limits' | 'lastGood'>
}

const never: SourceInput['lastGood'] = {
  'items.byCodes': { keepMs: 0, to: 'ANYONE' },
  'items.page': { keepMs: 0, to: 'ANYONE' },
}
const bare = { maxRetries: 0, hedge: false }

/** The breaker is part of all of them: it is not there to be turned off. */
export const rows: readonly Row[] = [
  { name: 'bare', title: 'live, bare', catalogue: 'live', source: { limits: bare, lastGood: never } },
  { name: 'retry', title: 'live, + retry', catalogue: 'live', source: { limits: { hedge: false }, lastGood: never } },
  { name: 'hedge', title: 'live, + hedge', catalogue: 'live', source: { limits: { maxRetries: 0 }, lastGood: never } },
  { name: 'copy', title: 'live, + last good copy', catalogue: 'live', source: { limits: bare, lastGood: {} } },
  { name: 'all', title: 'live, all (defaults)', catalogue: 'live', source: { limits: {}, lastGood: {} } },
  { name: 'mirror', title: 'mirrored', catalogue: 'mirror', source: { limits: {}, lastGood: {} } },
]

import type { ClientCaller } from '../../access/caller.ts'
import type { Migrations, Store } from '../../store/store.ts'
import { type OpenTestStore, silentLog } from '../../store/testing.ts'
import { createSteppedQueue } from '../../work/testing.ts'
import { casesDomain } from '../cases/domain.ts'
import type { CasesPeers } from '../cases/resolvers.ts'
import type { DomainDeps } from '../domain.ts'
import type { ItemEntity } from '../items/record.ts'
import { testCaller, testClock, testContext, testEventSettings, testSeal } from '../testing.ts'
import { submissionsDomain } from './domain.ts'
import { errand } from './test-errand.ts'
import { testDirectory, testOwner } from './test-owner.ts'
import { testPeers } from './test-peers.ts'

/** What a test adds to the world. */
interface WorldOptions {
  readonly onStatement?: (sql: string) => void
  /** Of the neighbours that are there in earnest. */
  readonly migrations?: Migrations
}

/** Both domains on one store, an owner that misbehaves on demand, and a clock and queue that move when told. */
export async function openWorld(open: OpenTestStore, { migrations = {}, ...options }: WorldOptions = {}) {
  const clock = testClock()
  const store: Store = await open({
    migrations: { ...casesDomain.migrations, ...submissionsDomain.migrations, ...migrations },
    ...options,
  })
  const queue = createSteppedQueue(store, silentLog, clock.now)
  const owner = testOwner(clock.now)
  const connected = { owner: true }
  const errors: [fields: object, message: string][] = []
  const shown: { item: ItemEntity | null } = { item: errand }
  const deps: DomainDeps = {
    store,
    queue,
    health: () => {
      throw new Error('nobody here asks for it')
    },
    directory: testDirectory(owner.port, connected),
    seal: testSeal,
    log: { ...silentLog, error: (fields, message) => errors.push([fields, message]) },
    now: clock.now,
    settings: {
      division: '330600000000',
      publicUrl: () => 'http://127.0.0.1',
      catalogue: 'mirror',
      syncEveryMinutes: 0,
      polling: { fastestMs: 5_000, slowestMs: 60_000 },
      opening: 'mon-fri 08:30-12:00 14:00-17:30',
      yellowWorkingDaysBefore: 1,
      events: testEventSettings,
    },
  }
  const { peers, looked } = testPeers(() => shown.item)
  const reads: string[] = []
  const certificates: CasesPeers['certificates'] = {
    byIdentifier: async (identifier, { purpose }) => {
      reads.push(`${identifier} ${purpose}`)
      return null
    },
  }
  const cases = casesDomain.build(deps, { certificates })
  const submissions = submissionsDomain.build(deps, { ...peers, cases: cases.service })
  for (const job of [...(cases.jobs ?? []), ...(submissions.jobs ?? [])]) queue.register(job)
  await queue.start()
  const bank = testCaller('bank', 'submissions:read', 'submissions:write')
  const context = (caller: ClientCaller = bank) =>
    testContext({ caller, operator: { branch: '越城支行', id: 'T0421' } })
  /** Lets time pass, also for what the database dates by its own clock. */
  const pass = async (ms: number) => {
    clock.forward(ms)
    owner.catchUp()
    const earlier = (column: string) => `${column} = ${column} - $1::float8 * interval '1 millisecond'`
    await store.query(`update submission set ${earlier('lease_until')}, ${earlier('sent_until')}`, [ms])
  }
  /** Empties everything, which is much quicker than another store. */
  const reset = async () => {
    await store.query('truncate case_report, case_mirror, submission_custody, submission_request, submission')
    await store.query('truncate client_event, client_event_counter, pgboss.job')
    for (const list of [owner.cases, owner.moods, owner.calls, owner.received, owner.late, reads, errors])
      list.length = 0
    Object.assign(owner.state, { down: false, searching: true })
    owner.omitted.clear()
    connected.owner = true
    shown.item = errand
  }
  return {
    clock,
    store,
    queue,
    owner,
    connected,
    shown,
    cases,
    submissions,
    deps,
    context,
    looked,
    peers,
    reads,
    errors,
    pass,
    reset,
  }
}

export type World = Awaited<ReturnType<typeof openWorld>>

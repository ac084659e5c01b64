import { TongbanError } from '@tongban/schema'
import type { ClientCaller } from '../../access/caller.ts'
import type { Authority } from '../../sources/directory.ts'
import type { Source, Sourced } from '../../sources/source.ts'
import type { Store } from '../../store/store.ts'
import { type OpenTestStore, silentLog } from '../../store/testing.ts'
import { createSteppedQueue } from '../../work/testing.ts'
import type { ApplicantIdentity } from '../applicants/service.ts'
import { casesDomain } from '../cases/domain.ts'
import type { OutgoingSubmission, SourceCaseInput, SubmitOutcome } from '../cases/port.ts'
import type { CasesPeers } from '../cases/resolvers.ts'
import type { CertificateEntity } from '../certificates/record.ts'
import { identityCard } from '../certificates/testing.ts'
import type { DomainDeps } from '../domain.ts'
import type { SubmitCaseInput } from '../generated/resolvers.ts'
import { type ItemEntity, materialRecord, serviceItemRecord } from '../items/record.ts'
import type { CityDirectory, Ports } from '../ports.ts'
import { testCaller, testClock, testContext, testSeal } from '../testing.ts'
import type { CheckPeers } from './check-materials.ts'
import { submissionsDomain } from './domain.ts'

export const licenceType = '111500000000131031001'
export const identityType = '11100000000013127D001'
export const cardIdentifier = identityCard.identifier
export const licence = `1.2.156.3005.2.${licenceType}.11330600002577041X.000001.001.4`

/** What is asked of two owners of one home: the same type of certificate for two persons. */
export const twoOwners = Object.entries({ own: '申请人身份证明', other: '共有人身份证明' }).map(([key, name]) =>
  materialRecord.parse({
    key,
    name,
    necessity: 'REQUIRED',
    form: 'FETCHED_OR_UPLOADED',
    source: 'GOVERNMENT',
    satisfiedBy: [{ certificateType: identityType }],
  }),
)

/** A fictitious errand with a question tree and every kind of material. */
export const errand: ItemEntity = {
  ...serviceItemRecord.parse({
    code: '11330602MB1A00001X3330117002001',
    name: '二手房抵押登记',
    type: 'ADMINISTRATIVE_CONFIRMATION',
    state: 'IN_USE',
    divisionCode: '330602000000',
    version: '3',
    audience: ['PERSON'],
    commitmentAllowed: true,
    timeLimit: { promised: { amount: 5, unit: 'WORKING_DAY' }, statutory: { amount: 20, unit: 'WORKING_DAY' } },
    situations: [
      {
        key: 'ownership',
        question: '房屋如何共有',
        options: [
          { value: 'SOLE', label: '单独所有' },
          { value: 'JOINT', label: '共同所有', next: 'spouse' },
        ],
      },
      { key: 'spouse', question: '配偶是否到场', root: false, options: [{ value: 'YES', label: '到场' }] },
    ],
    materials: [
      { key: 'form', name: '申请表', necessity: 'REQUIRED', form: 'ELECTRONIC_FILE', source: 'APPLICANT' },
      {
        key: 'deed',
        name: '不动产权证书',
        necessity: 'REQUIRED',
        form: 'ELECTRONIC_COPY',
        source: 'GOVERNMENT',
        satisfiedBy: [{ certificateType: licenceType }],
      },
      { key: 'identity', name: '身份信息', necessity: 'REQUIRED', form: 'FETCHED', source: 'GOVERNMENT' },
      { key: 'tax', name: '契税完税凭证', necessity: 'REQUIRED', form: 'FETCHED_OR_UPLOADED', source: 'GOVERNMENT' },
      { key: 'survey', name: '评估报告', necessity: 'DEFERRABLE', form: 'SCAN', source: 'INTERMEDIARY' },
      { key: 'photo', name: '照片', necessity: 'OPTIONAL', form: 'ELECTRONIC_FILE', source: 'APPLICANT' },
      {
        key: 'consent',
        name: '共有人同意书',
        necessity: 'REQUIRED',
        form: 'SCAN',
        source: 'APPLICANT',
        situations: [{ question: 'ownership', option: 'JOINT' }],
      },
    ],
  }),
  provenance: { sourceId: 'items', fetchedAt: '2026-03-01T00:00:00.000Z', asOf: null, freshness: 'SNAPSHOT' },
}

export const document = { name: '文件.pdf', mediaType: 'application/pdf', sha256: 'a'.repeat(64), bytes: 7 }

/** Everything right. */
export const goodInput: SubmitCaseInput = {
  item: errand.code,
  applicant: { person: 'handle-1' },
  answers: { ownership: 'SOLE' },
  form: { phone: '13800000000' },
  consent: 'consent-1',
  materials: [
    { key: 'form', document },
    { key: 'deed', certificate: licence },
    { key: 'survey', deferred: true },
  ],
}

const person: ApplicantIdentity = {
  handle: 'handle-1',
  kind: 'PERSON',
  documentType: 'RESIDENT_ID',
  documentNumber: '330602199001010000',
  name: '测试甲',
  level: 'IN_PERSON',
  fingerprint: 'f1',
  expiresAt: new Date('2099-01-01T00:00:00Z'),
}

/** Two handles of one person, and one of somebody else. */
export const handles = { valid: 'handle-1', again: 'handle-2', other: 'handle-3' } as const

/** Neighbours that know one item, two persons and one consent. `looked` counts the uses of the consent. */
export function testPeers(item: () => ItemEntity | null, held: readonly CertificateEntity[] = []) {
  const looked = { uses: 0 }
  const grant = { consentId: 'consent-1', purpose: '抵押登记', types: [licenceType, identityType] }
  const check: CheckPeers['consents']['check'] = async ({ consentId, types }) => {
    if (consentId !== 'consent-1') throw new TongbanError('TB_CONSENT_NOT_GRANTED', { state: 'PENDING' })
    if (types?.some((type) => !grant.types.includes(type))) throw new TongbanError('TB_CONSENT_MISMATCH')
    return grant
  }
  const peers: CheckPeers = {
    items: {
      byCode: async (code) => (item()?.code === code ? item() : null),
      atVersion: async () => item(),
    },
    applicants: {
      identify: async (handle) => {
        if (handle === handles.valid || handle === handles.again) return { ...person, handle }
        if (handle === handles.other) return { ...person, handle, fingerprint: 'f2' }
        throw new TongbanError('TB_APPLICANT_UNKNOWN')
      },
    },
    consents: { check },
    certificates: {
      underConsent: async (reading, context) => {
        const { types } = await check(reading, context)
        looked.uses += 1
        return held.filter(({ typeCode }) => (reading.types ?? types).includes(typeCode))
      },
    },
  }
  return { peers, looked }
}

/** How the owner's system behaves at the next call to `submit`. */
export type Mood =
  | 'well'
  /** It takes the case, and the connection breaks before the answer. */
  | 'commits and drops'
  /** The connection breaks before anything happens. */
  | 'drops'
  | 'refuses'
  /** It answers with somebody else's case. */
  | 'confuses'

/** An approval system that takes whatever arrives: sent twice, a submission becomes two cases. */
export function testOwner(now: () => Date) {
  const cases: SourceCaseInput[] = []
  const moods: Mood[] = []
  const calls: string[] = []
  const received: OutgoingSubmission[] = []
  const state = { down: false }
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
  const port: Authority<Ports['cases']>['port'] = {
    submit: async (submission) => {
      calls.push('submit')
      if (state.down) throw broken()
      received.push(submission)
      const mood = moods.shift() ?? 'well'
      if (mood === 'drops') throw broken()
      if (mood === 'refuses') return sourced<SubmitOutcome>({ outcome: 'refused', reason: '不属于本辖区' })
      const taken = take(mood === 'confuses' ? 'somebody else' : submission.reference)
      if (mood === 'commits and drops') throw broken()
      return sourced<SubmitOutcome>({ outcome: 'taken', case: taken })
    },
    findByReference: async (reference) => {
      calls.push('find')
      if (state.down) throw broken()
      return sourced(cases.find((each) => each.reference === reference) ?? null)
    },
    byNumbers: async (numbers) => {
      calls.push(`status ${numbers.length}`)
      if (state.down) throw broken()
      return sourced(cases.filter(({ number }) => numbers.includes(number)))
    },
  }
  /** Replaces what the owner says about a case. */
  const tell = (number: string, change: Partial<SourceCaseInput>): void => {
    const index = cases.findIndex((each) => each.number === number)
    const known = cases[index]
    if (known) cases[index] = { ...known, ...change }
  }
  return { port, cases, moods, calls, received, state, tell }
}

const source: Source = {
  id: 'owner',
  title: '审批系统',
  covers: {},
  protocol: { kind: 'test', send: async () => null },
  ports: { cases: {} },
}

/** A directory with one owner of all cases, or none. */
function testDirectory(port: Authority<Ports['cases']>['port'], connected: { owner: boolean }): CityDirectory {
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
    portOf: (name) => authority(name),
  }
}

/** Both domains on one store, an owner that misbehaves on demand, and a clock and queue that move when told. */
export async function openWorld(open: OpenTestStore, options: { onStatement?: (sql: string) => void } = {}) {
  const clock = testClock()
  const store: Store = await open({
    migrations: { ...casesDomain.migrations, ...submissionsDomain.migrations },
    ...options,
  })
  const queue = createSteppedQueue(store, silentLog, clock.now)
  const owner = testOwner(clock.now)
  const connected = { owner: true }
  const shown: { item: ItemEntity | null } = { item: errand }
  const deps: DomainDeps = {
    store,
    queue,
    health: () => {
      throw new Error('nobody here asks for it')
    },
    directory: testDirectory(owner.port, connected),
    seal: testSeal,
    log: silentLog,
    now: clock.now,
    settings: {
      division: '330600000000',
      publicUrl: () => 'http://127.0.0.1',
      catalogue: 'mirror',
      syncEveryMinutes: 0,
      polling: { fastestMs: 5_000, slowestMs: 60_000 },
      opening: 'mon-fri 08:30-12:00 14:00-17:30',
      yellowWorkingDaysBefore: 1,
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
  /** Empties everything, which is much quicker than another store. */
  const reset = async () => {
    await store.query('truncate case_report, case_mirror, submission_custody, submission_request, submission')
    await store.query('truncate client_event, client_event_counter, pgboss.job')
    for (const list of [owner.cases, owner.moods, owner.calls, owner.received, reads]) list.length = 0
    owner.state.down = false
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
    reset,
  }
}

export type World = Awaited<ReturnType<typeof openWorld>>

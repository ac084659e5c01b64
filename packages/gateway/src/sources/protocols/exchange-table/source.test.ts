import { afterEach, beforeEach, expect, it } from 'vitest'
import type { OutgoingSubmission } from '../../../domains/cases/port.ts'
import type { Ports } from '../../../domains/ports.ts'
import { type ConnectedSources, connectSources } from '../../connect.ts'
import type { SourceLimits } from '../../source.ts'
import { silentLog } from '../../testing/source.ts'
import { casesSource } from './testing/cases-source.ts'
import { databaseOf, type FrontEnd, onBothDatabases } from './testing/front-end.ts'

const submission: OutgoingSubmission = {
  reference: 'TB-1',
  itemCode: '000117112000',
  itemName: '测试事项',
  itemVersion: null,
  divisionCode: '370300',
  agencyCode: null,
  mode: 'COUNTER',
  submittedAt: '2026-11-22T09:00:00+08:00',
  applicant: { kind: 'ORGANISATION', documentType: 'USCC', documentNumber: '-', name: '测试·有限公司' },
  answers: {},
  form: {},
  materials: [],
  collectedBy: { client: 'tests', branch: null, operator: null },
}

const remake = async (front: FrontEnd) => {
  for (const table of ['TB_SUBMIT', 'EA_JC_STEP_BASICINFO']) await front.run(`drop table if exists \`${table}\``)
  await front.table('TB_SUBMIT', {
    YWLSH: 'varchar(50)',
    TASKCODE: 'varchar(50)',
    APPLYNAME: 'varchar(50)',
    SIGN: 'char(1)',
    ERRORMSG: 'varchar(100)',
    MAKETIME: 'time',
    CD_OPERATION: 'char(1)',
  })
  await front.table('EA_JC_STEP_BASICINFO', {
    PROJID: 'varchar(50)',
    YWLSH: 'varchar(50)',
    DATAVER: 'int',
    ACCEPTTIME: 'varchar(30)',
  })
}

onBothDatabases('a source on exchange tables', (front) => {
  let sources: ConnectedSources<Ports>
  const connect = (limits: Partial<SourceLimits> = {}) => {
    const source = casesSource(databaseOf(front().kind, front().url), limits)
    sources = connectSources<Ports>([source], { log: silentLog, metrics: { sourceCall() {} }, now: () => new Date() })
    const found = sources.directory.portOf('cases', 'front-end')
    if (found === undefined) throw new Error('The source offers cases.')
    return found.port
  }
  beforeEach(() => remake(front()))
  afterEach(() => sources.close())

  it('hands in once, waits for the other side, and hears what it says', async () => {
    const port = connect()
    const submit = async () => (await port.submit(submission, {})).value
    expect([await submit(), await submit()]).toEqual([{ outcome: 'waiting' }, { outcome: 'waiting' }])
    expect(await front().run('select * from `TB_SUBMIT`')).toMatchObject([
      { YWLSH: 'TB-1', APPLYNAME: '测试·有限公司', SIGN: '0', CD_OPERATION: 'I' },
    ])
    await front().run("update `TB_SUBMIT` set `SIGN` = '2', `ERRORMSG` = '事项不存在'")
    expect(await submit()).toEqual({ outcome: 'refused', reason: '事项不存在' })
    await front().run("update `TB_SUBMIT` set `SIGN` = '1'")
    await front().run("insert into `EA_JC_STEP_BASICINFO` values ('P1', 'TB-1', 1, '31-DEC-21')")
    expect(await submit()).toMatchObject({ outcome: 'taken', case: { number: 'P1' } })
  })

  it('fetches the highest version of each case', async () => {
    await front().run(
      "insert into `EA_JC_STEP_BASICINFO` values ('P1', 'TB-1', 2, '20211231235959'), ('P1', 'TB-1', 1, '2021-12-31'), ('P2', null, null, '2021-12-31 08:00:00')",
    )
    const { value, provenance } = await connect().byNumbers(['P1', 'P2', 'P3'], {})
    expect(value).toMatchObject([
      { number: 'P1', dataVersion: 2, reports: [{ at: '2021-12-31T23:59:59+08:00' }] },
      { number: 'P2', dataVersion: 1 },
    ])
    expect(provenance).toMatchObject({ sourceId: 'front-end', freshness: 'FRESH' })
  })

  it('keeps the limits of the source', async () => {
    await front().run(`insert into \`EA_JC_STEP_BASICINFO\` values ('P1', '${'x'.repeat(50)}', 1, '2021-12-31')`)
    const outcome = connect({ maxResponseBytes: 60, attemptTimeoutMs: 20_000 }).byNumbers(['P1'], {})
    await expect(outcome).rejects.toMatchObject({ code: 'TB_SOURCE_TOO_LARGE', source: 'front-end' })
  })
})

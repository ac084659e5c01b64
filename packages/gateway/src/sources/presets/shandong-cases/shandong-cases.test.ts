import { needs } from '@tongban/test-support'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { describeSource } from '../../../contract/index.ts'
import { type Ports, portReadings } from '../../../domains/ports.ts'
import { type ConnectedSources, connectSources } from '../../connect.ts'
import {
  createFrontEnd,
  databaseOf,
  type FrontEnd,
  onBothDatabases,
} from '../../protocols/exchange-table/testing/front-end.ts'
import { silentLog } from '../../testing/source.ts'
import * as codes from './codes.ts'
import type { ShandongCasesOptions } from './options.ts'
import { shandongCases } from './shandong-cases.ts'
import { makeTables, put, submission } from './testing.ts'

const covers = { divisions: ['3708'] }
const reference = submission.reference
const at = (day: string, time = '09:00:00') => `2026-03-${day} ${time}`
const instant = (day: string, time = '09:00:00') => `2026-03-${day}T${time}+08:00`
const id = { ORGBUSNO: 'O-1', PROJID: 'P-1' }
const step = (SN: number, day: string, NODERESULT: string | null, more: object = {}) => ({
  ...id,
  SN,
  NODENAME: `环节${SN}`,
  NODESTARTTIME: at(day),
  NODEENDTIME: at(day),
  NODERESULT,
  PROCUNITNAME: '测试局',
  ...more,
})

onBothDatabases('cases on the Shandong tables', (front) => {
  let sources: ConnectedSources<Ports> | undefined
  afterEach(() => sources?.close())
  const connect = (options: Partial<ShandongCasesOptions> = {}) => {
    const source = shandongCases({ database: databaseOf(front().kind, front().url), covers, version: '1', ...options })
    const deps = { log: silentLog, metrics: { sourceCall() {} }, now: () => new Date(), readings: portReadings }
    sources = connectSources<Ports>([source], deps)
    return sources.directory.require('cases', { division: '370800' }).port
  }
  const told = async (number = 'P-1', options: Partial<ShandongCasesOptions> = {}) =>
    (await connect(options).byNumbers([number], {})).value[0]
  const base = (more: object = {}) =>
    put(front(), 'EA_JC_STEP_BASICINFO', { ...id, PROJPWD: '234765', OCCURTIME: at('02'), ...more })
  const process = (row: ReturnType<typeof step> & { readonly DATAVER?: number }) => put(front(), 'EA_JC_STEP_PROC', row)
  const special = (row: object) => put(front(), 'EA_JC_STEP_SPECIALNODE', { ...step(1, '02', null), ...row })
  const done = (row: object) => put(front(), 'EA_JC_STEP_DONE', { ...id, OCCURTIME: at('20'), ...row })

  describe('handing in', () => {
    beforeEach(() => makeTables(front(), '1'))

    it('writes one row, however often, under our reference', async () => {
      const port = connect()
      for (const _time of [1, 2]) expect((await port.submit(submission, {})).value).toEqual({ outcome: 'waiting' })
      const rows = await front().run('select * from `PRE_APASINFO`')
      expect(rows).toHaveLength(1)
      expect(rows[0]).toMatchObject({
        ...{
          PROJID: reference,
          ITEMNO: submission.itemCode,
          ITEMVERSION: '3',
          APPLYNAME: '测试·甲',
          APPLYFROM: '窗口',
        },
        ...{ ACCEPTLIST: 'm1:申请表 一式 两份,m2:身份证明', REGION_ID: '370800000000', SIGNSTATE: '0', DATASTATE: '1' },
        ...{ DATAVER: 1, PROJPWD: expect.stringMatching(/^\d{6}$/) },
      })
    })

    it.each([
      ['0', null, { outcome: 'waiting' }],
      ['1', null, { outcome: 'waiting' }],
      ['2', null, { outcome: 'refused', reason: '前置库退回:事项不存在' }],
      ['3', '材料清单不能为空', { outcome: 'refused', reason: '材料清单不能为空' }],
      ['3', null, { outcome: 'refused', reason: '前置库退回,未说明原因' }],
      ['9', null, { outcome: 'waiting' }],
    ])('hears flag %s with reason %s', async (flag, reason, outcome) => {
      const values = { NOT_SENT: [null, '0'], UNFINISHED: [] }
      const port = connect({ answers: { flag: { column: 'SIGNSTATE', values }, reason: 'ERRORMSG' } })
      await port.submit(submission, {})
      await front().run(
        `update \`PRE_APASINFO\` set \`SIGNSTATE\` = '${flag}', \`ERRORMSG\` = ${reason ? `'${reason}'` : 'null'}`,
      )
      expect((await port.submit(submission, {})).value).toEqual(outcome)
    })

    it('is taken when the case is there, and found by our reference', async () => {
      const port = connect()
      await port.submit(submission, {})
      expect((await port.findByReference(reference, {})).value).toBeNull()
      await base({ PROJID: reference })
      expect((await port.submit(submission, {})).value).toMatchObject({
        outcome: 'taken',
        case: { number: reference, reference },
      })
      expect((await port.findByReference(reference, {})).value).toMatchObject({
        number: reference,
        reports: [{ state: 'RECEIVED' }],
      })
    })

    it('writes the columns of version 2, and those of the place', async () => {
      await makeTables(front(), '2', 'lower')
      const port = connect({ version: '2', columns: 'lower', systemMark: 'TONGBAN', more: () => ({ INFOTYPE: '2' }) })
      expect((await port.submit({ ...submission, mode: 'ONLINE' }, {})).value).toEqual({ outcome: 'waiting' })
      expect(await front().run('select * from `PRE_APASINFO`')).toMatchObject([
        { item_code: submission.itemCode, infotype: '2', sysmark: 'TONGBAN', cd_operation: 'I', applyfrom: '2' },
      ])
      await front().run(
        "insert into `EA_JC_STEP_BASICINFO` (`orgbusno`, `projid`, `occurtime`) values ('O', 'TB-20260302-1', '2026-03-02 09:00:00')",
      )
      expect((await port.submit(submission, {})).value).toMatchObject({ outcome: 'taken' })
    })
  })

  describe('reading', () => {
    beforeEach(() => makeTables(front(), '1'))

    it('tells a case from process, special nodes and finish, in order', async () => {
      await base()
      await process(step(2, '05', '1'))
      await process(step(1, '03', '4'))
      await special({
        SN: 1,
        NODERESULT: '1',
        NODESTARTTIME: at('02', '10:00:00'),
        NODEENDTIME: at('02', '15:00:00'),
        NODEPROCADV: '请补正',
        LISTS: '申请表',
      })
      await special({ SN: 2, NODERESULT: '5', NODESTARTTIME: at('06'), NODEENDTIME: at('12'), NODENAME: '检测' })
      await done({ DONERESULT: '0' })
      const found = await told()
      expect(found?.reports.map(({ at: when, state }) => [when, state])).toEqual([
        [instant('02'), 'RECEIVED'],
        [instant('02', '10:00:00'), 'SUPPLEMENT'],
        [instant('02', '15:00:00'), 'RECEIVED'],
        [instant('03'), 'ACCEPTED'],
        [instant('05'), 'IN_REVIEW'],
        [instant('06'), 'SUSPENDED'],
        [instant('12'), 'IN_REVIEW'],
        [instant('20'), 'CLOSED'],
      ])
      expect(found).toMatchObject({
        acceptedOn: '2026-03-03',
        suspensions: [{ from: '2026-03-06', to: '2026-03-12', reason: '检测' }],
        supplements: [{ askedAt: instant('02', '10:00:00'), parts: [{ reason: '请补正;申请表' }] }],
        result: { granted: true, decidedAt: instant('20') },
      })
    })

    it('takes an end that is the start for none, until somebody goes on', async () => {
      await base()
      await special({ NODERESULT: '2', NODESTARTTIME: at('06'), NODEENDTIME: at('06') })
      expect(await told()).toMatchObject({ suspensions: [{ from: '2026-03-06', to: null }] })
      await sources?.close()
      await process(step(1, '10', '1'))
      expect(await told()).toMatchObject({ suspensions: [{ from: '2026-03-06', to: '2026-03-10' }] })
    })

    it('lets a higher version replace what was reported, and leaves the tables as they are', async () => {
      await base()
      await process(step(1, '03', '3'))
      await process({ ...step(1, '04', '4'), DATAVER: 2 })
      await done({ DONERESULT: '1', EXITRES: '材料不齐' })
      expect(await told()).toMatchObject({
        dataVersion: 2,
        reports: [{}, { state: 'ACCEPTED', at: instant('04') }, { state: 'RETURNED', note: '材料不齐' }],
      })
      expect(await front().run('select * from `EA_JC_STEP_PROC`')).toHaveLength(2)
    })

    it('keeps cases of one number apart: two systems in the same version are nobody, a higher version is one', async () => {
      await base()
      await base({ ORGBUSNO: 'O-2' })
      const port = connect()
      expect((await port.byNumbers(['P-1'], {})).value).toEqual([])
      await expect(port.findByReference('P-1', {})).rejects.toMatchObject({ code: 'TB_SOURCE_SHAPE' })
      await sources?.close()
      await base({ ORGBUSNO: 'O-3', DATAVER: 2 })
      expect(await told()).toMatchObject({ number: 'P-1', dataVersion: 2 })
    })

    it('leaves a row that cannot be read to itself', async () => {
      await base()
      await base({ PROJID: 'P-2', OCCURTIME: null })
      await process({ ...step(1, '03', '4'), NODESTARTTIME: null as never, NODEENDTIME: null as never })
      const port = connect()
      expect((await port.byNumbers(['P-1', 'P-2', 'P-3'], {})).value.map(({ number }) => number)).toEqual(['P-1'])
      await expect(port.findByReference('P-2', {})).rejects.toMatchObject({ code: 'TB_SOURCE_SHAPE' })
    })

    it('leaves out what version 2 marks as deleted', async () => {
      await makeTables(front(), '2')
      await base({ CD_OPERATION: 'I' })
      await process({ ...step(1, '03', '4'), ...{ CD_OPERATION: 'D' } })
      expect((await told('P-1', { version: '2' }))?.reports).toHaveLength(1)
    })

    it('never reads the query password, nor who applied and who handled it', async () => {
      await base({ APPLICANT: '测试乙' })
      await process({ ...step(1, '03', '4'), ...{ NODEPROCERNAME: '测试丙' } })
      const source = shandongCases({ database: databaseOf(front().kind, front().url), covers, version: '1' })
      const payloads: unknown[] = []
      const { send } = source.protocol
      const protocol: typeof source.protocol = {
        ...source.protocol,
        async send(request, io) {
          const payload = await send(request, io)
          payloads.push(payload)
          return payload
        },
      }
      const deps = { log: silentLog, metrics: { sourceCall() {} }, now: () => new Date() }
      sources = connectSources<Ports>([{ ...source, protocol }], deps)
      const { value } = await sources.directory.require('cases', { division: '370800' }).port.byNumbers(['P-1'], {})
      expect(value).toHaveLength(1)
      expect(JSON.stringify(payloads)).not.toMatch(/234765|测试[乙丙]/)
    })

    it('asks four times for a hundred rows of fifty cases', async () => {
      for (let n = 0; n < 50; n++) await base({ ORGBUSNO: `O-${n}`, PROJID: `N-${n}` })
      const source = shandongCases({ database: databaseOf(front().kind, front().url), covers, version: '1' })
      let asked = 0
      const { send } = source.protocol
      const protocol: typeof source.protocol = {
        ...source.protocol,
        send: (request, io) => {
          asked += 1
          return send(request, io)
        },
      }
      const deps = { log: silentLog, metrics: { sourceCall() {} }, now: () => new Date() }
      sources = connectSources<Ports>([{ ...source, protocol }], deps)
      const numbers = Array.from({ length: 50 }, (_, n) => `N-${n}`)
      expect(
        (await sources.directory.require('cases', { division: '370800' }).port.byNumbers(numbers, {})).value,
      ).toHaveLength(50)
      expect(asked).toBe(4)
    })

    const finish = [
      ['1', '0', 'CLOSED', true],
      ['1', '1', 'RETURNED', null],
      ['1', '2', 'VOID', null],
      ['1', '3', 'VOID', null],
      ['1', '4', 'FORWARDED', null],
      ['1', '5', 'SUPPLEMENT_EXPIRED', null],
      ['1', '6', 'CLOSED', null],
      ['2', '0', 'CLOSED', null],
      ['2', '1', 'REJECTED', false],
      ['2', '2', 'CLOSED', null],
      ['2', '3', 'CLOSED', null],
      ['2', '4', 'CLOSED', null],
      ['2', '5', 'RETURNED', null],
      ['2', '6', 'NOT_ACCEPTED', null],
    ] as const
    it.each(finish)('reads DONERESULT of version %s: %s as %s, granted %s', async (version, code, state, granted) => {
      await makeTables(front(), version)
      await base()
      await done({ DONERESULT: code, EXITRES: '原因' })
      const found = await told('P-1', { version })
      expect(found?.reports.at(-1)).toMatchObject({
        state,
        raw: { system: 'shandong', tableVersion: version, code },
        note: '原因',
      })
      expect(found?.result?.granted ?? null).toBe(granted)
    })

    it('tells the versions of rows that stand side by side apart by a column, and guesses none', async () => {
      for (const n of [1, 2, 3]) await base({ PROJID: `P-${n}` })
      for (const n of [1, 2, 3]) await done({ PROJID: `P-${n}`, DONERESULT: '1', STDVER: String(n) })
      const finishVersion = { column: 'STDVER', in: { '1': '1', '2': '2' } } as const
      const port = connect({ finishVersion })
      const states = (await port.byNumbers(['P-1', 'P-2', 'P-3'], {})).value.map(({ reports }) => reports.at(-1))
      expect(states).toMatchObject([
        { state: 'RETURNED', raw: { tableVersion: '1' } },
        { state: 'REJECTED', raw: { tableVersion: '2' } },
        { state: 'CLOSED', raw: { tableVersion: '3', code: '1' } },
      ])
    })

    it.each([
      ['0', 'RECEIVED'],
      ['1', 'RECEIVED'],
      ['2', 'NOT_ACCEPTED'],
      ['3', 'NOT_ACCEPTED'],
      ['4', 'ACCEPTED'],
      ['5', 'SUPPLEMENT'],
      ['6', 'SUSPENDED'],
      ['7', 'RECEIVED'],
      ['8', 'RECEIVED'],
    ])('reads NODERESULT %s of a first step as %s, with the raw code', async (code, state) => {
      await base()
      await process(step(1, '03', code))
      expect((await told())?.reports.at(-1)).toMatchObject({
        state,
        raw: { system: 'shandong', tableVersion: '1', code },
      })
    })

    it('takes nothing for decided at a step that still waits', async () => {
      await base()
      await process(step(1, '03', '4', { NODESTATE: '1' }))
      expect(await told()).toMatchObject({ acceptedOn: null, reports: [{}, { state: 'RECEIVED' }] })
    })

    it.each([
      ['1', 'SUPPLEMENT', 0, 1],
      ['2', 'SUSPENDED', 1, 0],
      ['3', 'IN_REVIEW', 0, 0],
      ['4', 'IN_REVIEW', 0, 0],
      ['5', 'SUSPENDED', 1, 0],
      ['6', 'SUPPLEMENT', 0, 1],
      ['7', 'RETURNED', 0, 0],
      ['8', 'IN_REVIEW', 0, 0],
    ])('reads special node %s as %s: %i suspensions, %i supplements', async (code, state, suspensions, supplements) => {
      await base()
      await process(step(1, '03', '4'))
      await special({ NODERESULT: code, NODESTARTTIME: at('06'), NODEENDTIME: null })
      const found = await told()
      expect(found?.reports.at(-1)).toMatchObject({ state, raw: { tableVersion: 'special-node', code } })
      expect([found?.suspensions?.length, found?.supplements?.length]).toEqual([suspensions, supplements])
    })
  })
})

describe('code tables', () => {
  it.each([
    [codes.processingTypes, ['1', '2', '3', '4'], ['INSTANT', 'COMMITMENT', 'JOINT', 'FORWARDED']],
    [
      codes.submissionWays,
      ['0', '1', '2', '3', '4', '5', '6', '7', '8'],
      ['COUNTER', 'ONLINE', 'LETTER', 'TELEGRAM', 'TELEX', 'FAX', 'EMAIL', 'DATA_EXCHANGE', 'OTHER'],
    ],
    [codes.stepStates, ['1', '2', '01', '02'], ['WAITING', 'DONE', 'WAITING', 'DONE']],
    [codes.stepKinds, ['1', '2', '3', '4'], ['FIRST', 'MIDDLE', 'LAST', 'ONLY']],
  ] as const)('table %# reads its codes and no others', (table, known, names) => {
    expect(known.map((code) => table.name(code))).toEqual(names)
    expect(['9', '', 'x', '00', 'toString'].map((code) => table.name(code))).toEqual([null, null, null, null, null])
  })
})

for (const kind of ['mysql', 'postgres'] as const) {
  if (needs[kind].missing() !== undefined) continue
  const front: FrontEnd = await createFrontEnd(kind)
  await makeTables(front, '1')
  for (const n of [1, 2, 3]) {
    const PROJID = `测试办件-${n}`
    await put(front, 'EA_JC_STEP_BASICINFO', { ORGBUSNO: `O-${n}`, PROJID, OCCURTIME: at('02'), APPLICANT: '测试乙' })
    await put(front, 'EA_JC_STEP_PROC', { ...step(1, '03', '4'), ORGBUSNO: `O-${n}`, PROJID })
  }
  describe(`on ${kind}`, () => {
    afterAll(() => front.drop())
    describeSource(shandongCases({ database: databaseOf(kind, front.url), covers, version: '1' }), {
      cases: {
        byNumbers: ['测试办件-1', '测试办件-2', '测试办件-3'],
        findByReference: '测试办件-2',
        submit: submission,
      },
      personal: ['测试乙', submission.applicant.documentNumber, submission.applicant.name],
    })
  })
}

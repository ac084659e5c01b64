import { needs } from '@tongban/test-support'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { describeSource } from '../../../contract/index.ts'
import { parseItem } from '../../../domains/items/parse.ts'
import { type Ports, portReadings } from '../../../domains/ports.ts'
import { type ConnectedSources, connectSources } from '../../connect.ts'
import {
  createFrontEnd,
  databaseOf,
  type FrontEnd,
  onBothDatabases,
} from '../../protocols/exchange-table/testing/front-end.ts'
import type { Source } from '../../source.ts'
import { silentLog } from '../../testing/source.ts'
import * as codes from './codes.ts'
import { nationalItems } from './national-items.ts'
import type { NationalItemsOptions } from './options.ts'
import { basic, codeFor, emptyTables, pushing, task } from './testing.ts'

const settled = {
  covers: { divisions: ['3708'] },
  division: '370800000000',
  now: () => new Date('2026-03-02T02:00:00Z'),
}

/** A method that this source has. */
function offered<Method>(method: Method | undefined): Method {
  if (method === undefined) throw new Error('The source offers this.')
  return method
}

onBothDatabases('national items', (front) => {
  let sources: ConnectedSources<Ports> | undefined
  let push: ReturnType<typeof pushing>
  beforeEach(async () => {
    await emptyTables(front())
    push = pushing(front())
  })
  afterEach(() => sources?.close())
  const connect = (
    options: Partial<NationalItemsOptions> = {},
    watch: (source: Source) => Source = (source) => source,
  ) => {
    const source = watch(nationalItems({ database: databaseOf(front().kind, front().url), ...settled, ...options }))
    const deps = { log: silentLog, metrics: { sourceCall() {} }, now: () => new Date(), readings: portReadings }
    sources = connectSources<Ports>([source], deps)
    return sources.directory.require('items', { division: '370800' }).port
  }
  const one = async (options: Partial<NationalItemsOptions> = {}, guid = 'g-01') =>
    (await connect(options).byCodes([codeFor(guid)], {})).value[0]

  it('reads an item with all its parts', async () => {
    await push(
      'task_general_basic',
      basic('g-01', {
        ...{
          catalog_code: '370117002011',
          local_task_code: 'L-1',
          data_source: '370',
          project_type: '2',
          dept_type: '1',
        },
        ...{
          use_level: '3',
          handle_type: '1^2',
          anticipate_day: 20,
          anticipate_type: 'G',
          promise_day: 5,
          promise_type: '1',
        },
        ...{
          limit_scene_num: 1,
          accept_condition: '条件',
          handle_flow: '流程',
          transact_addr: '测试路1号',
          transact_time: '9-17',
        },
        ...{ plan_effective_date: '2026-01-01 00:00:00', special_procedure: '1', task_state: '1' },
      }),
    )
    await push('task_general_extend', {
      ...{
        row_guid: 'e',
        task_guid: 'g-01',
        is_schedule: '1',
        is_express: '0',
        is_pay_online: 'x',
        online_handle_depth: '3^4^9',
      },
      ...{ result_name: '许可证', other_dept: '甲局^乙局', service_type: '测绘', town_code: '370811001000' },
    })
    const material = { task_guid: 'g-01', is_need: '3', material_format: '6', material_type: '1', source_type: '20' }
    await push('task_general_material', {
      ...material,
      row_guid: 'm2',
      material_name: '执照',
      order_num: 2,
      page_format: '1',
    })
    await push('task_general_material', {
      ...material,
      row_guid: 'm1',
      material_name: '申请表',
      order_num: 1,
      material_format: null,
    })
    await push('task_general_fee_project', {
      row_guid: 'f',
      task_guid: 'g-01',
      fee_name: '工本费',
      fee_stand: '10元/件',
    })
    await push('task_general_questions', { row_guid: 'q', task_guid: 'g-01', question: '几天?', answer: '五天。' })
    await push('audit_item_condition', { row_guid: 'c1', task_guid: 'g-01', condition_name: '新办', order_num: 1 })
    await push('audit_item_condition', { row_guid: 'c2', task_guid: 'g-01', condition_name: '变更', order_num: 2 })
    await push('audit_material_condition', { row_guid: 'mc', condition_guid: 'c2', material_guid: 'm2' })
    const tables = {
      state: { system: 'shandong', tableVersion: 'item-dictionary' },
      statutory: { system: 'shandong', tableVersion: 'statutory' },
      promised: { system: 'shandong', tableVersion: 'promised' },
    }
    const item = await one({ codes: tables })
    expect(item && parseItem(item)).toHaveProperty('record')
    expect(item).toMatchObject({
      ...{
        code: codeFor('g-01'),
        taskCode: task,
        catalogCode: '370117002011',
        sourceRowId: 'g-01',
        version: '1',
        state: 'IN_USE',
      },
      ...{ type: 'ADMINISTRATIVE_LICENSE', processingType: 'COMMITMENT', specialProcedure: 'EXTENSION', visits: 1 },
      ...{ divisionCode: '370811001000', audience: ['PERSON', 'ENTERPRISE'], effectiveFrom: '2026-01-01' },
      authority: { kind: 'STATUTORY', level: 'CITY', jointAgencies: ['甲局', '乙局'] },
      timeLimit: { statutory: { amount: 20, unit: 'WORKING_DAY' }, promised: { amount: 5, unit: 'WORKING_DAY' } },
      channels: {
        ...{ handling: ['COUNTER', 'WEB'], onlineDepth: ['PRE_REVIEW', 'ACCEPTANCE'], bookable: true, courier: false },
        ...{ payableOnline: null, rawOnlineDepth: [{ code: '3' }, { code: '4' }, { code: '9' }] },
      },
      fees: [{ name: '工本费', formula: '10元/件' }],
      results: [{ name: '许可证' }],
      faqs: [{ question: '几天?', answer: '五天。' }],
      situations: [
        {
          key: 'condition',
          options: [
            { value: 'c1', label: '新办' },
            { value: 'c2', label: '变更' },
          ],
        },
      ],
      materials: [
        { key: 'm1', form: 'ORIGINAL', rawForm: { tableVersion: 'material_type', code: '1' }, situations: [] },
        {
          ...{ key: 'm2', form: 'FETCHED', necessity: 'DEFERRABLE', source: 'GOVERNMENT', formats: ['A4'] },
          situations: [{ question: 'condition', option: 'c2' }],
        },
      ],
    })
  })

  it('tells raw what the exchange does not publish, and null for tables that are not read', async () => {
    await push('task_general_basic', basic('g-01', { task_state: '1', promise_day: 5, promise_type: '1' }))
    expect(await one({ parts: [] })).toMatchObject({
      ...{ state: null, rawState: { system: 'national-exchange', tableVersion: 'task_state', code: '1' } },
      ...{ materials: null, situations: null, fees: null },
      timeLimit: { statutory: null, promised: { amount: 5, unit: null, rawUnit: { code: '1' } } },
    })
  })

  it('takes the latest push of a row, the highest version in force, and nothing that is deleted', async () => {
    const version = (task_version: number, more: object = {}) => basic(`v${task_version}-01`, { task_version, ...more })
    await push('task_general_basic', version(1, { task_name: '旧名' }))
    await push('task_general_basic', version(2, { task_name: '新名' }))
    await push('task_general_basic', version(2, { task_name: '更正的名称', cd_operation: 'U' }))
    await push('task_general_basic', version(3, { task_name: '将来', plan_effective_date: '2026-07-01 00:00:00' }))
    expect(await one()).toMatchObject({ name: '更正的名称', version: '2' })
    await sources?.close()
    expect(await one({ now: () => new Date('2026-07-02T00:00:00Z') })).toMatchObject({ name: '将来', version: '3' })
    await sources?.close()
    await push('task_general_basic', version(2, { cd_operation: 'D' }))
    expect(await one()).toMatchObject({ name: '旧名', version: '1' })
  })

  it('gives the whole list page by page, each item once, and goes on after rows were purged', async () => {
    for (let n = 10; n < 35; n++) await push('task_general_basic', basic(`g-${n}`))
    for (let n = 10; n < 20; n++)
      await push('task_general_basic', basic(`g-${n}`, { cd_operation: 'U', task_name: '更新' }))
    const port = connect()
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const { value }: Awaited<ReturnType<typeof port.page>> = await port.page({ cursor, size: 7 }, {})
      seen.push(...value.items.map(({ code }) => code))
      if (cursor === null) await front().run('delete from `dn_task_general_basic` where `id` <= 7')
      cursor = value.next
    } while (cursor !== null)
    expect(seen.toSorted()).toEqual(Array.from({ length: 25 }, (_, n) => codeFor(`g-${n + 10}`)))
  })

  it('tells what changed since a mark: rows, parts of items, and what is gone', async () => {
    for (const guid of ['g-01', 'g-02', 'g-03']) await push('task_general_basic', basic(guid))
    const port = connect({ overlapSeconds: 0 })
    const all = async (since: string) => {
      const changed: string[] = []
      const removed: string[] = []
      let [cursor, mark]: [string | null, string] = [null, since]
      do {
        const { value }: Awaited<ReturnType<NonNullable<typeof port.changes>>> = await offered(port.changes)(
          { since, cursor, size: 2 },
          {},
        )
        changed.push(...value.changed.map(({ code }) => code))
        removed.push(...value.removed)
        ;[cursor, mark] = [value.next, value.mark]
      } while (cursor !== null)
      return { changed: [...new Set(changed)].toSorted(), removed, mark }
    }
    const { value: begin } = await offered(port.changes)({ since: null, cursor: null, size: 10 }, {})
    expect(begin).toMatchObject({ changed: [], mark: '2026-03-02 10:00:00' })
    const first = await all('2026-03-02 09:00:00')
    expect(first).toMatchObject({
      changed: ['g-01', 'g-02', 'g-03'].map(codeFor),
      removed: [],
      mark: '2026-03-02 09:00:03',
    })
    await push('task_general_material', {
      row_guid: 'm',
      task_guid: 'g-01',
      task_code: task,
      task_handle_item: codeFor('g-01'),
      material_name: '新材料',
    })
    await push('task_general_basic', basic('g-02', { cd_operation: 'D' }))
    const second = await all('2026-03-02 09:00:04')
    expect(second).toMatchObject({
      changed: [codeFor('g-01')],
      removed: [codeFor('g-02')],
      mark: '2026-03-02 09:00:05',
    })
    expect(await all(second.mark)).toMatchObject({ changed: [], removed: [codeFor('g-02')], mark: second.mark })
  })

  it('tells of missing batches and of a table purged past the mark', async () => {
    await push('task_general_basic', basic('g-01', { cd_batch: '7' }))
    await push('task_general_basic', basic('g-02', { cd_batch: '7' }))
    await push('task_general_basic', basic('g-03', { cd_batch: '10' }))
    const port = connect({ countedBatches: true, parts: [] })
    const { value } = await offered(port.changes)({ since: '2026-03-01 00:00:00', cursor: null, size: 10 }, {})
    expect(value.skipped?.map(({ path, reason }) => `${path}: ${reason}`)).toEqual([
      'cd_time: the oldest row is younger than the mark: rows may have been purged unread',
      'cd_batch: batches 8 to 9 are missing',
    ])
  })

  it('leaves out rows that cannot be read or were returned, and names them; what is unreadable is not gone', async () => {
    await push('task_general_basic', basic('g-01'))
    await push('task_general_basic', basic('g-02', { task_name: null }))
    await push('task_general_basic', basic('g-03'))
    await push('audit_abnormal', { row_guid: 'a', table_row_guid: 'g-03', err_type: '编码不合规' })
    const port = connect({ abnormal: 'dn_audit_abnormal' })
    const { value } = await port.page({ cursor: null, size: 10 }, {})
    expect(value.items.map(({ sourceRowId }) => sourceRowId)).toEqual(['g-01'])
    const skipped = (value.skipped ?? []).map(({ key, path }) => `${key} ${path}`)
    expect(new Set(skipped)).toEqual(new Set(['g-02 task_name', 'g-03 dn_audit_abnormal']))
    expect(JSON.stringify(value.skipped)).not.toContain('编码不合规')
    const changes = await offered(port.changes)({ since: '2026-03-01 00:00:00', cursor: null, size: 10 }, {})
    expect(changes.value.removed).toEqual([])
    await sources?.close()
    const lost = await connect({ division: () => null }).page({ cursor: null, size: 10 }, {})
    expect(lost.value.skipped?.map(({ path }) => path)).toContain('divisionCode')
  })

  it('finds all handling items of a task, and a task without any by its own code', async () => {
    for (const guid of ['g-01', 'g-02']) await push('task_general_basic', basic(guid))
    await push('task_general_basic', basic('g-03', { task_code: 'T-OTHER', task_handle_item: null }))
    const { value } = await connect().byCodes([task, 'T-OTHER', 'nothing'], {})
    expect(value.map(({ code }) => code).toSorted()).toEqual([codeFor('g-01'), codeFor('g-02'), 'T-OTHER'].toSorted())
  })

  it('reads each table once for a whole batch', async () => {
    for (let n = 10; n < 40; n++) await push('task_general_basic', basic(`g-${n}`))
    let asked = 0
    const watch = (source: Source): Source => {
      const { send } = source.protocol
      return {
        ...source,
        protocol: {
          ...source.protocol,
          send: (request, io) => {
            asked += 1
            return send(request, io)
          },
        },
      }
    }
    const guids = Array.from({ length: 30 }, (_, n) => codeFor(`g-${n + 10}`))
    expect((await connect({}, watch).byCodes(guids, {})).value).toHaveLength(30)
    expect(asked).toBe(7)
  })

  it('knows the agencies that items name', async () => {
    await push('task_general_basic', basic('g-01'))
    await push('task_general_basic', basic('g-02', { dept_code: 'LOCAL-1', dept_name: '地方局' }))
    const { value } = await offered(connect().agencies)(['11370800MB28559184', 'LOCAL-1', 'none'], {})
    expect(value).toEqual(
      expect.arrayContaining([
        { code: '11370800MB28559184', name: '测试局', creditCode: '11370800MB28559184' },
        { code: 'LOCAL-1', name: '地方局', creditCode: null },
      ]),
    )
    expect(value).toHaveLength(2)
  })
})

describe('code tables', () => {
  it.each([
    [
      'A.1',
      codes.itemTypes,
      ['01', '05', '07', '08', '09', '10', '20'],
      [
        'ADMINISTRATIVE_LICENSE',
        'ADMINISTRATIVE_PAYMENT',
        'ADMINISTRATIVE_CONFIRMATION',
        'ADMINISTRATIVE_REWARD',
        'ADMINISTRATIVE_ADJUDICATION',
        'OTHER_ADMINISTRATIVE_POWER',
        'PUBLIC_SERVICE',
      ],
    ],
    [
      'A.2',
      codes.exerciseLevels,
      ['1', '2', '3', '4', '5', '6', '7'],
      ['NATIONAL', 'PROVINCE', 'CITY', 'COUNTY', 'TOWNSHIP', 'VILLAGE', 'SHARED'],
    ],
    ['A.3', codes.authorityKinds, ['1', '2', '3', '9'], ['STATUTORY', 'AUTHORISED', 'ENTRUSTED', 'OTHER']],
    [
      'A.4',
      codes.audiences,
      ['1', '2', '3', '4', '5', '6'],
      ['PERSON', 'ENTERPRISE', 'PUBLIC_INSTITUTION', 'SOCIAL_ORGANISATION', 'STATE_BODY', 'OTHER_ORGANISATION'],
    ],
    ['A.5', codes.channels, ['1', '2', '3', '4', '9'], ['COUNTER', 'WEB', 'MOBILE', 'COURIER', 'OTHER']],
    ['A.6', codes.processingTypes, ['1', '2', '9'], ['INSTANT', 'COMMITMENT', 'OTHER']],
    ['A.7', codes.specialProcedures, ['1', '2'], ['EXTENSION', 'OTHER']],
    ['is_need', codes.necessities, ['1', '2', '3'], ['REQUIRED', 'OPTIONAL', 'DEFERRABLE']],
    ['material_type', codes.materialTypes, ['1', '2', '3'], ['ORIGINAL', 'COPY', 'ORIGINAL_OR_COPY']],
    [
      'material_format',
      codes.materialFormats,
      ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
      [
        'ORIGINAL',
        'ELECTRONIC_COPY',
        'ORIGINAL_OR_COPY',
        'PAPER_FORM',
        'ELECTRONIC_FILE',
        'FETCHED',
        'FETCHED_OR_UPLOADED',
        'SCAN',
        null,
      ],
    ],
    [
      'source_type',
      codes.materialSources,
      ['10', '20', '30', '99'],
      ['APPLICANT', 'GOVERNMENT', 'INTERMEDIARY', 'OTHER'],
    ],
    [
      'online_handle_depth',
      codes.onlineDepths,
      ['1', '2', '3', '4', '5', '6', '7', '8'],
      [
        'CONSULTATION',
        'INTAKE',
        'PRE_REVIEW',
        'ACCEPTANCE',
        'HANDLING',
        'RESULT_FEEDBACK',
        'CERTIFICATE_FEEDBACK',
        'OTHER',
      ],
    ],
  ] as const)('%s reads its codes and no others', (_name, table, known, names) => {
    expect(known.map((code) => table.name(code))).toEqual(names)
    expect(['00', 'x', '', '98', 'constructor'].map((code) => table.name(code))).toEqual([null, null, null, null, null])
  })
})

for (const kind of ['mysql', 'postgres'] as const) {
  if (needs[kind].missing() !== undefined) continue
  const front: FrontEnd = await createFrontEnd(kind)
  const capitals = (name: string) => name.toUpperCase()
  await emptyTables(front, capitals)
  const push = pushing(front, capitals)
  for (const guid of ['g-01', 'g-02', 'g-03']) await push('task_general_basic', basic(guid))
  await push('task_general_material', { row_guid: 'm', task_guid: 'g-01', material_name: '申请表' })
  describe(`on ${kind}`, () => {
    afterAll(() => front.drop())
    describeSource(nationalItems({ database: databaseOf(kind, front.url), ...settled, columns: 'upper' }), {
      items: {
        page: { cursor: null, size: 2 },
        changes: { since: '2026-03-01 00:00:00', cursor: null, size: 2 },
        byCodes: ['g-01', 'g-02', 'g-03'].map(codeFor),
        agencies: ['11370800MB28559184'],
      },
    })
  })
}

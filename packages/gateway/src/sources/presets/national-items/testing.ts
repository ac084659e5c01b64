import type { FrontEnd } from '../../protocols/exchange-table/testing/front-end.ts'

const text = 'varchar(500)'
const columns = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, text]))
const pushed = {
  id: 'bigint not null primary key',
  row_guid: 'varchar(50) not null',
  cd_operation: 'varchar(2)',
  cd_time: 'time',
  cd_batch: 'varchar(32)',
}
const about = { task_code: 'varchar(36)', task_handle_item: 'varchar(50)' }
const child = { ...pushed, ...about, task_guid: 'varchar(50) not null', order_num: 'int' }

/** Tables as the published definitions have them, as far as they are read. */
const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  task_general_basic: {
    ...pushed,
    ...about,
    ...columns('task_name', 'catalog_code', 'local_catalog_code', 'local_task_code', 'data_source', 'task_type'),
    ...columns(
      'task_state',
      'project_type',
      'special_procedure',
      'dept_code',
      'dept_name',
      'dept_type',
      'entrust_name',
    ),
    ...columns(
      'use_level',
      'by_law',
      'server_type',
      'handle_type',
      'anticipate_type',
      'anticipate_explain',
      'promise_type',
    ),
    ...columns(
      'promise_explain',
      'accept_condition',
      'handle_flow',
      'link_addr',
      'mobile_terminal_url',
      'transact_addr',
    ),
    ...columns('transact_time', 'link_way', 'is_fee', 'fee_basis', 'power_source', 'supervise_way'),
    ...{ task_version: 'int', anticipate_day: 'int', promise_day: 'int', limit_scene_num: 'int' },
    ...{ plan_effective_date: 'time', plan_cancel_date: 'time' },
  },
  task_general_extend: {
    ...child,
    ...columns('is_schedule', 'is_pay_online', 'is_express', 'is_entry_center', 'is_service_terminals', 'handle_area'),
    ...columns('online_handle_depth', 'online_handle_url', 'limit_scene_explain', 'other_dept', 'service_type'),
    ...columns('result_name', 'result_guid', 'result_type', 'town_code', 'village_code'),
  },
  task_general_material: {
    ...child,
    ...columns('material_name', 'is_need', 'material_type', 'material_format', 'source_type', 'page_format'),
    ...columns('accept_stand', 'fill_explain', 'by_law', 'form_guid', 'example_guid'),
    page_num: 'int',
  },
  task_general_fee_project: { ...child, ...columns('fee_name', 'fee_stand', 'by_law') },
  task_general_questions: { ...child, ...columns('question', 'answer') },
  audit_item_condition: {
    ...{ id: 'bigint', row_guid: text, task_guid: text, condition_name: text, order_num: 'int' },
  },
  audit_material_condition: { id: 'bigint', row_guid: text, condition_guid: text, material_guid: text },
  audit_abnormal: { id: 'bigint', row_guid: text, cd_time: 'time', err_type: text, table_row_guid: text },
}

const made = new WeakSet<FrontEnd>()

/** The tables, empty. Making them takes long, so they are made once. */
export async function emptyTables(front: FrontEnd, spelled = (name: string) => name) {
  for (const [name, types] of Object.entries(tables)) {
    if (made.has(front)) await front.run(`delete from \`dn_${name}\``)
    else
      await front.table(
        `dn_${name}`,
        Object.fromEntries(Object.entries(types).map(([column, type]) => [spelled(column), type])),
      )
  }
  made.add(front)
}

type Row = Readonly<Record<string, string | number | null>>

/** Puts a row into a table; each call is one push, a second later than the one before. */
export function pushing(front: FrontEnd, spelled = (name: string) => name) {
  let id = 0
  return async (table: string, row: Row) => {
    id += 1
    const time = `2026-03-02 09:${String(Math.floor(id / 60)).padStart(2, '0')}:${String(id % 60).padStart(2, '0')}`
    const plain = /condition/.test(table)
      ? { id }
      : { id, cd_time: time, ...(table === 'audit_abnormal' ? {} : { cd_operation: 'I', cd_batch: String(id) }) }
    const full = Object.entries({ ...plain, ...row })
    await front.run(
      `insert into \`dn_${table}\` (${full.map(([name]) => `\`${spelled(name)}\``).join(', ')}) values (${full
        .map(([, value]) => (value === null ? 'null' : `'${value}'`))
        .join(', ')})`,
    )
  }
}

const task = '11370800MB285591843370117002011'

/** A basic row as senders write it. */
export const basic = (row_guid: string, more: Row = {}): Row => ({
  row_guid,
  task_code: task,
  task_handle_item: `${task}${row_guid.slice(-2)}`,
  task_name: `事项${row_guid}`,
  task_type: '01',
  task_version: 1,
  dept_code: '11370800MB28559184',
  dept_name: '测试局',
  server_type: '1^2',
  is_fee: '1',
  ...more,
})
export const codeFor = (row_guid: string): string => `${task}${row_guid.slice(-2)}`
export { task }

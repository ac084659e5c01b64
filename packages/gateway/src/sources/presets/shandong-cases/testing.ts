import type { OutgoingSubmission } from '../../../domains/cases/port.ts'
import type { FrontEnd } from '../../protocols/exchange-table/testing/front-end.ts'
import type { ShandongVersion } from './codes.ts'

const key = { ORGBUSNO: 'varchar(50) not null', PROJID: 'varchar(50) not null', DATAVER: 'int default 1' }
const steps = {
  ...key,
  SN: 'int',
  NODENAME: 'varchar(100)',
  NODETYPE: 'varchar(2)',
  NODESTATE: 'varchar(2)',
  NODESTARTTIME: 'time',
  NODEENDTIME: 'time',
  NODERESULT: 'varchar(2)',
  PROCUNITNAME: 'varchar(100)',
  NODEPROCERNAME: 'varchar(50)',
  MAKETIME: 'time',
}
const handedIn = {
  PROJID: 'varchar(50) not null',
  PROJPWD: 'varchar(20) not null',
  ITEMVERSION: 'varchar(20)',
  ITEMNAME: 'varchar(200) not null',
  PROJECTNAME: 'varchar(200) not null',
  INFOTYPE: 'varchar(2)',
  ACCEPTLIST: 'varchar(1000) not null',
  APPLYNAME: 'varchar(100) not null',
  APPLY_CARDTYPENUMBER: 'varchar(50)',
  CONTACTMAN: 'varchar(100) not null',
  DEPTID: 'varchar(50)',
  APPLYFROM: 'varchar(10) not null',
  RECEIVETIME: 'time',
  CREATE_TIME: 'time',
  REGION_ID: 'varchar(12)',
  DATASTATE: 'varchar(2) not null',
  DATAVER: 'int default 1',
  MAKETIME: 'time',
}

const tables = {
  EA_JC_STEP_BASICINFO: {
    ...key,
    PROJPWD: 'varchar(20)',
    APPLICANT: 'varchar(100)',
    OCCURTIME: 'time',
    MAKETIME: 'time',
  },
  EA_JC_STEP_PROC: steps,
  EA_JC_STEP_SPECIALNODE: { ...steps, NODEPROCADV: 'varchar(500)', LISTS: 'varchar(500)' },
  EA_JC_STEP_DONE: {
    ...key,
    STDVER: 'varchar(10)',
    DONERESULT: 'varchar(2)',
    EXITRES: 'varchar(500)',
    OCCURTIME: 'time',
    MAKETIME: 'time',
  },
}

const made = new WeakMap<FrontEnd, string>()

/** The tables of one generation, empty, as a department would have them. Making tables takes long, so equal ones are emptied. */
export async function makeTables(front: FrontEnd, version: ShandongVersion, letters: 'upper' | 'lower' = 'upper') {
  const names = ['PRE_APASINFO', ...Object.keys(tables)]
  if (made.get(front) === version + letters) {
    for (const name of names) await front.run(`delete from \`${name}\``)
    return
  }
  made.set(front, version + letters)
  const spelled = (columns: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(columns).map(([name, type]) => [letters === 'lower' ? name.toLowerCase() : name, type]),
    )
  const more: Record<string, string> = version === '2' ? { CD_OPERATION: 'varchar(1)', SYSMARK: 'varchar(20)' } : {}
  const own: Record<string, string> =
    version === '1'
      ? { ITEMNO: 'varchar(50) not null', SIGNSTATE: 'varchar(1)', ERRORMSG: 'varchar(100)' }
      : { ITEM_CODE: 'varchar(50) not null' }
  for (const [name, columns] of Object.entries({ PRE_APASINFO: { ...handedIn, ...own }, ...tables })) {
    await front.run(`drop table if exists \`${name}\``)
    await front.table(name, spelled({ ...columns, ...more }))
  }
}

/** Puts a row into a table. */
export const put = (front: FrontEnd, table: string, row: Readonly<Record<string, string | number | null>>) =>
  front.run(
    `insert into \`${table}\` (${Object.keys(row)
      .map((name) => `\`${name}\``)
      .join(', ')}) values (${Object.values(row)
      .map((value) => (value === null ? 'null' : `'${value}'`))
      .join(', ')})`,
  )

/** What is handed in. A synthetic person. */
export const submission: OutgoingSubmission = {
  reference: 'TB-20260302-1',
  itemCode: '370117002011',
  itemName: '测试事项',
  itemVersion: '3',
  divisionCode: '370800000000',
  agencyCode: '11370800MB28559184',
  mode: 'COUNTER',
  submittedAt: '2026-03-02T09:30:00+08:00',
  applicant: { kind: 'PERSON', documentType: 'RESIDENT_ID', documentNumber: '110101200002290018', name: '测试·甲' },
  answers: {},
  form: {},
  materials: [
    { key: 'm1', name: '申请表,一式:两份', satisfaction: 'UPLOADED', certificateIdentifier: null, digest: null },
    { key: 'm2', name: '身份证明', satisfaction: 'CERTIFICATE', certificateIdentifier: null, digest: null },
  ],
  collectedBy: { client: 'tests', branch: null, operator: null },
}

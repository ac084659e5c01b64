import type { TableLayout } from '../../protocols/exchange-table/layout.ts'
import { spelledIn } from '../exchange.ts'
import { type HandedInAnswers, publishedTables, type ShandongCasesOptions, type ShandongTables } from './options.ts'

export const tablesOf = ({ tables }: ShandongCasesOptions): ShandongTables => ({ ...publishedTables, ...tables })

/** How the database spells a column. */
export const spelling = ({ columns = 'upper' }: Pick<ShandongCasesOptions, 'columns'>) => spelledIn(columns, 'upper')

/** `SIGNSTATE` begins with 0, which here says that nobody has fetched the row. */
export const answersOf = (options: ShandongCasesOptions): HandedInAnswers | undefined =>
  options.answers ??
  (options.version === '1'
    ? { flag: { column: spelling(options)('SIGNSTATE'), values: { NOT_SENT: ['0', null], UNFINISHED: [] } } }
    : undefined)

const common = ['ORGBUSNO', 'PROJID', 'DATAVER', 'MAKETIME'] as const

/** What is read of each table. The query password (`PROJPWD`) and the names of officials and applicants are not. */
export const columnsRead = {
  base: [...common, 'OCCURTIME'],
  process: [...common, 'SN', 'NODENAME', 'NODESTATE', 'NODESTARTTIME', 'NODEENDTIME', 'NODERESULT', 'PROCUNITNAME'],
  special: [
    ...common,
    ...['SN', 'NODENAME', 'NODESTARTTIME', 'NODEENDTIME', 'NODERESULT', 'NODEPROCADV', 'LISTS', 'PROCUNITNAME'],
  ],
  finish: [...common, 'OCCURTIME', 'DONERESULT', 'EXITRES'],
} as const satisfies Partial<Record<keyof ShandongTables, readonly string[]>>

/** Keys of the tables: what a row is about, without `DATAVER`, which rises when it is reported again (重报). */
export function layoutsOf(options: ShandongCasesOptions): Readonly<Record<string, TableLayout>> {
  const names = tablesOf(options)
  const spelled = spelling(options)
  const told = answersOf(options)
  const version = spelled('DATAVER')
  const deleted = options.version === '2' ? { deleted: { column: spelled('CD_OPERATION'), in: ['D'] } } : {}
  const key = ['ORGBUSNO', 'PROJID'].map(spelled)
  const single: TableLayout = { key, version, ...deleted }
  const several: TableLayout = { ...single, key: [...key, spelled('SN')] }
  return {
    [names.handedIn]: {
      key: [spelled('PROJID')],
      version,
      ...(told ?? {}),
      sender: {
        madeAt: spelled('MAKETIME'),
        ...(options.version === '1' ? { sign: { column: spelled('SIGNSTATE'), initial: '0' } } : {}),
        ...(options.version === '2' ? { change: spelled('CD_OPERATION') } : {}),
      },
    },
    [names.base]: single,
    [names.process]: several,
    [names.special]: several,
    [names.finish]: single,
  }
}

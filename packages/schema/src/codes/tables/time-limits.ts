import type { CodeTable } from '../code-table.ts'

/** 办件类型 */
export type ProcessingTypeName = 'INSTANT' | 'COMMITMENT' | 'JOINT' | 'FORWARDED' | 'OTHER'

/** The Zhejiang rating interface numbers 承诺件 and 即办件 the other way round than the national standard. */
export const processingTypes: readonly CodeTable<ProcessingTypeName>[] = [
  {
    system: 'gb-t-39046-2020',
    tableVersion: 'A.6',
    source: 'GB/T 39046-2020',
    codes: { '1': 'INSTANT', '2': 'COMMITMENT', '9': 'OTHER' },
  },
  {
    system: 'shandong',
    tableVersion: '1',
    source: 'Shandong case tables',
    codes: { '1': 'INSTANT', '2': 'COMMITMENT', '3': 'JOINT', '4': 'FORWARDED' },
  },
  {
    system: 'zhejiang-rating',
    tableVersion: '1',
    source: 'Zhejiang/Ningbo rating interface, promiseTime',
    codes: { '1': 'COMMITMENT', '2': 'INSTANT' },
  },
]

/** 时限单位 */
export type TimeUnitName = 'WORKING_DAY' | 'CALENDAR_DAY' | 'MONTH' | 'YEAR' | 'HOUR' | 'MINUTE'

export const timeUnits: readonly CodeTable<TimeUnitName>[] = [
  {
    system: 'shandong',
    tableVersion: 'statutory',
    source: 'Shandong case tables, unit of the statutory limit',
    codes: { G: 'WORKING_DAY', Z: 'CALENDAR_DAY' },
  },
  {
    system: 'shandong',
    tableVersion: 'promised',
    source: 'Shandong case tables, unit of the promised limit',
    codes: { '1': 'WORKING_DAY', '2': 'CALENDAR_DAY', '3': 'HOUR', '4': 'MINUTE', '5': 'MONTH' },
  },
  {
    system: 'acceptance-letters',
    tableVersion: '1',
    source: 'an acceptance system with hour units; only the letter that was seen',
    codes: { H: 'HOUR' },
  },
]

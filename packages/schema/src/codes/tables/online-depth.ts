import { type CodeTable, noEquivalent } from '../code-table.ts'

/** 网办深度 */
export type OnlineDepthName =
  | 'CONSULTATION'
  | 'INTAKE'
  | 'PRE_REVIEW'
  | 'ACCEPTANCE'
  | 'HANDLING'
  | 'RESULT_FEEDBACK'
  | 'CERTIFICATE_FEEDBACK'
  | 'FULL_ONLINE'
  | 'OTHER'

/** Published on a page, nothing can be done there: less than any depth of ours, so it has none. */
const informationOnly = noEquivalent('事项公开')

/** Three tables for one field. `2` means intake, pre-review or fully online, depending on who wrote it. */
export const onlineDepths: readonly CodeTable<OnlineDepthName>[] = [
  {
    system: 'national-exchange',
    tableVersion: '1',
    source: 'national item base, several values joined by ^',
    codes: {
      '1': 'CONSULTATION',
      '2': 'INTAKE',
      '3': 'PRE_REVIEW',
      '4': 'ACCEPTANCE',
      '5': 'HANDLING',
      '6': 'RESULT_FEEDBACK',
      '7': 'CERTIFICATE_FEEDBACK',
      '8': 'OTHER',
    },
  },
  {
    system: 'shandong',
    tableVersion: 'province-base',
    source: 'Shandong province item base',
    codes: { '1': 'FULL_ONLINE', '2': 'PRE_REVIEW', '3': informationOnly, '4': 'HANDLING' },
  },
  {
    system: 'shandong',
    tableVersion: 'city-system',
    source: 'one Shandong city system',
    codes: { '0': informationOnly, '1': 'PRE_REVIEW', '2': 'FULL_ONLINE', '4': 'HANDLING' },
  },
]

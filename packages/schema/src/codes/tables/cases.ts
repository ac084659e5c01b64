import type { CaseStateName } from '../../cases/states.ts'
import { type CodeTable, noEquivalent, notConfirmed } from '../code-table.ts'

/** States of cases as systems report them. `tableVersion` names the field where a system has several. */
export const caseStates: readonly CodeTable<CaseStateName>[] = [
  {
    system: 'shandong-city',
    tableVersion: '1',
    source: 'a city dictionary',
    codes: {
      '02': 'RECEIVED',
      '05': 'ACCEPTED',
      '06': 'SUPPLEMENT',
      '07': 'NOT_ACCEPTED',
      '10': 'CLOSED',
      '11': 'SUSPENDED',
      '12': 'IN_REVIEW',
      '13': 'RETURNED',
    },
  },
  {
    system: 'ningbo',
    tableVersion: 'accept',
    source: 'Ningbo/Zhejiang unified acceptance adapter',
    codes: { '0': 'ACCEPTED', '1': 'NOT_ACCEPTED' },
  },
  {
    system: 'ningbo',
    tableVersion: 'handler',
    source: 'Ningbo/Zhejiang unified acceptance adapter',
    // 退回 sends the case back one desk inside the office; it does not return it to the applicant.
    codes: { '0': 'IN_REVIEW', '1': noEquivalent('退回 (to the desk before)') },
  },
  {
    system: 'ningbo',
    tableVersion: 'over',
    source: 'Ningbo/Zhejiang unified acceptance adapter',
    codes: { '0': 'CLOSED', '1': 'VOID', '3': 'RETURNED' },
  },
  {
    system: 'ningbo',
    tableVersion: 'file-stage',
    source: 'Ningbo/Zhejiang unified acceptance adapter; only the first and last stage are named',
    codes: { '01': 'SUBMITTED', '02': notConfirmed, '03': notConfirmed, '04': notConfirmed, '05': 'DELIVERED' },
  },
  {
    system: 'guangdong',
    tableVersion: 'event',
    source: 'Guangdong-style event objects; events that are no state have no name',
    codes: {
      '0': 'SUBMITTED',
      '1': noEquivalent('预受理'),
      '2': 'ACCEPTED',
      '3': 'IN_REVIEW',
      '4': 'CLOSED',
      '5': noEquivalent('特别程序申请 (asked for, not yet granted)'),
      '6': noEquivalent('特别程序结果 (granted or not)'),
      '7': 'SUPPLEMENT',
      '8': noEquivalent('补交受理'),
      '9': 'DELIVERED',
    },
  },
]

/** 办结结果: how a case ended. More precise than a state: {@link finishStates} gives the state that follows. */
export type FinishResultName =
  | 'CERT_ISSUED'
  | 'REJECTED'
  | 'NOT_ACCEPTED'
  | 'RETURNED'
  | 'VOID'
  | 'DELETED'
  | 'FORWARDED'
  | 'SUPPLEMENT_EXPIRED'
  | 'OTHER'

/** The same digit means other things in the two versions: 1 is "returned" in the first and "refused" in the second. */
export const finishResults: readonly CodeTable<FinishResultName>[] = [
  {
    system: 'shandong',
    tableVersion: '1',
    source: 'Shandong case tables, doneresult, earlier version',
    codes: {
      '0': 'CERT_ISSUED',
      '1': 'RETURNED',
      '2': 'VOID',
      '3': 'DELETED',
      '4': 'FORWARDED',
      '5': 'SUPPLEMENT_EXPIRED',
      '6': 'OTHER',
    },
  },
  {
    system: 'shandong',
    tableVersion: '2',
    source: 'Shandong case tables, doneresult, later version; 0, 2, 3 and 4 could not be confirmed',
    codes: {
      '0': notConfirmed,
      '1': 'REJECTED',
      '2': notConfirmed,
      '3': notConfirmed,
      '4': notConfirmed,
      '5': 'RETURNED',
      '6': 'NOT_ACCEPTED',
    },
  },
]

/** The state of a case after each result. A certificate that ends a case has been issued, and the case is closed. */
export const finishStates: Readonly<Record<FinishResultName, CaseStateName>> = {
  CERT_ISSUED: 'CLOSED',
  REJECTED: 'REJECTED',
  NOT_ACCEPTED: 'NOT_ACCEPTED',
  RETURNED: 'RETURNED',
  VOID: 'VOID',
  DELETED: 'VOID',
  FORWARDED: 'FORWARDED',
  SUPPLEMENT_EXPIRED: 'SUPPLEMENT_EXPIRED',
  OTHER: 'CLOSED',
}

/** 环节结果: what one step of the process decided. */
export type StepResultName =
  | 'DISAGREED'
  | 'AGREED'
  | 'NOT_ACCEPTED'
  | 'ACCEPTED'
  | 'SUPPLEMENT'
  | 'SUSPENDED'
  | 'SENT_BACK'

export const stepResults: readonly CodeTable<StepResultName>[] = [
  {
    system: 'shandong',
    tableVersion: '1',
    source: 'Shandong case tables, noderesult',
    codes: {
      '0': 'DISAGREED',
      '1': 'AGREED',
      '2': 'NOT_ACCEPTED',
      '3': 'NOT_ACCEPTED',
      '4': 'ACCEPTED',
      '5': 'SUPPLEMENT',
      '6': 'SUSPENDED',
      '7': 'SENT_BACK',
    },
  },
]

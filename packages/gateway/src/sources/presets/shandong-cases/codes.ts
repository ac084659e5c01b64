import { knownCodes, ownCodes } from '../../reading/code-table.ts'

/** Generations of the table set: the earlier one with `ITEMNO` and `SIGNSTATE`, and the one of 2020 with `CD_OPERATION`. */
export type ShandongVersion = '1' | '2'

const own = { system: 'shandong', source: 'Shandong case tables' } as const

/** `INFOTYPE`, `APPROVALTYPE` (办件类型). */
export const processingTypes = knownCodes('processingType', { system: 'shandong', tableVersion: '1' })

/** `NODERESULT` of a step of the process. */
export const stepResults = knownCodes('stepResult', { system: 'shandong', tableVersion: '1' })

/** `DONERESULT`: the same digit means other things in the two versions. */
export const finishResults = {
  '1': knownCodes('finishResult', { system: 'shandong', tableVersion: '1' }),
  '2': knownCodes('finishResult', { system: 'shandong', tableVersion: '2' }),
} as const

/** `SUBMIT` (提交方式). */
export const submissionWays = ownCodes({
  ...own,
  tableVersion: 'SUBMIT',
  codes: {
    '0': 'COUNTER',
    '1': 'ONLINE',
    '2': 'LETTER',
    '3': 'TELEGRAM',
    '4': 'TELEX',
    '5': 'FAX',
    '6': 'EMAIL',
    '7': 'DATA_EXCHANGE',
    '8': 'OTHER',
  },
})

/** `NODESTATE` of a step. Some senders write two digits. */
export const stepStates = ownCodes({
  ...own,
  tableVersion: 'NODESTATE',
  codes: { '1': 'WAITING', '2': 'DONE', '01': 'WAITING', '02': 'DONE' },
})

/** `NODETYPE` of a step. */
export const stepKinds = ownCodes({
  ...own,
  tableVersion: 'NODETYPE',
  codes: { '1': 'FIRST', '2': 'MIDDLE', '3': 'LAST', '4': 'ONLY' },
})

/** `NODERESULT` of a special node (特殊环节): another table than that of the process. */
export const specialNodes = ownCodes({
  ...own,
  tableVersion: 'special-node',
  codes: {
    '1': 'SUPPLEMENT',
    '2': 'HEARING',
    '3': 'PUBLICITY',
    '4': 'VERIFICATION',
    '5': 'SUSPENSION',
    '6': 'PRE_REVIEW_SUPPLEMENT',
    '7': 'PRE_REVIEW_REJECTED',
  },
})

import { knownCodes, ownCodes } from '@tongban/gateway'

const system = 'sx-approvals'
const source = 'interface document of the approval system'

/** `state` of a case and of a step. */
export const states = ownCodes({
  system,
  source,
  tableVersion: 'sx-city-state/1',
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
})

/** `noderesult` of the step JD (决定): what was decided. */
export const decisions = ownCodes({
  system,
  source,
  tableVersion: 'sd-noderesult/1',
  codes: { '0': 'REJECTED', '1': 'APPROVED' },
})

/** `nodecode` of steps that say more than the state they leave the case in. */
export const steps = ownCodes({
  system,
  source,
  tableVersion: 'sx-nodecode/1',
  codes: { ZZ: 'CERT_ISSUED' },
})

/**
 * `doneresult` by the version the case names in `doneresultver`: 1 is "returned" in the first version and "permission refused"
 * in the second.
 */
export const finishResults = (version: string | null) =>
  knownCodes('finishResult', { system: 'shandong', tableVersion: version ?? '' })

/** `idtype` of an applicant: the list of item systems, which is not the list of certificate holders. */
export const documentTypes: Readonly<Record<string, string>> = {
  RESIDENT_ID: '31',
  PASSPORT: '33',
  HK_MACAO_PERMIT: '35',
  HK_MACAO_RESIDENCE: '37',
  TAIWAN_RESIDENCE: '37',
  CREDIT_CODE: '51',
}

/** `gettype` of a material: 2 附件上传, 3 电子证照. What is only promised for later is not handed in. */
export const materialWays: Readonly<Record<string, string>> = {
  CERTIFICATE: '3',
  FETCHED: '3',
  DOCUMENT: '2',
  DECLARED: '2',
}

/** `applytype`: 0 窗口, 1 网上. */
export const applyType = (mode: string): string => (mode === 'ONLINE' ? '1' : '0')

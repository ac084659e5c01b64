import { randomInt } from 'node:crypto'
import type { OutgoingSubmission } from '../../../domains/cases/port.ts'
import type { TableRow } from '../../protocols/exchange-table/requests.ts'
import type { ShandongVersion } from './codes.ts'
import type { ShandongCasesOptions } from './options.ts'
import { spelling } from './tables.ts'

/** Where it was handed in (申报来源): in words in version 1, by GB/T 39046-2020 A.5 in version 2. */
const origins: Readonly<Record<ShandongVersion, { readonly online: string; readonly counter: string }>> = {
  '1': { online: '网上', counter: '窗口' },
  '2': { online: '2', counter: '1' },
}

const plain = (text: string): string => text.replaceAll(/[:,]/g, ' ')

/** `id:name,id:name` (申报材料清单); the marks between are not part of a name. */
const materialList = ({ materials }: OutgoingSubmission): string =>
  materials.map(({ key, name }) => `${plain(key)}:${plain(name)}`).join(',')

/**
 * The row that is handed in. Its number is our reference. The query password that the table demands is random and known to
 * nobody, because applicants look their case up here; kinds of documents, of items and of processing are the place's own codes.
 */
export function handedInRow(options: ShandongCasesOptions, submission: OutgoingSubmission): TableRow {
  const { version, systemMark, more } = options
  const { itemCode, itemName, itemVersion, applicant, agencyCode, divisionCode, mode } = submission
  const submittedAt = new Date(submission.submittedAt)
  const origin = origins[version][mode === 'ONLINE' ? 'online' : 'counter']
  const row: TableRow = {
    PROJID: submission.reference,
    PROJPWD: String(randomInt(1_000_000)).padStart(6, '0'),
    [version === '1' ? 'ITEMNO' : 'ITEM_CODE']: itemCode,
    ...(itemVersion === null ? {} : { ITEMVERSION: itemVersion }),
    ITEMNAME: itemName,
    PROJECTNAME: itemName,
    ACCEPTLIST: materialList(submission),
    APPLYNAME: applicant.name,
    APPLY_CARDTYPENUMBER: applicant.documentNumber,
    CONTACTMAN: applicant.name,
    ...(agencyCode === null ? {} : { DEPTID: agencyCode }),
    APPLYFROM: origin,
    RECEIVETIME: submittedAt,
    CREATE_TIME: submittedAt,
    REGION_ID: divisionCode,
    DATASTATE: '1',
    ...(version === '2' && systemMark !== undefined ? { SYSMARK: systemMark } : {}),
    ...more?.(submission),
  }
  const spelled = spelling(options)
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [spelled(name), value]))
}

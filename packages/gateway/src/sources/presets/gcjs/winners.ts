import { parseCreditCode } from '@tongban/schema'
import { splitBidders } from '../notices/bidders.ts'
import type { Unread } from '../notices/reading.ts'
import { creditCodeType } from './codes.ts'

/** How a result names its winner; members of a joint bid stand in `UNION_NAME`. */
export interface WinnerFields {
  readonly WIN_BIDDER_NAME: string | null
  readonly WIN_BIDDER_CODE: string | null
  readonly BIDDER_CODE_TYPE: string | null
  readonly N_BIDDER_CODE_TYPE: string | null
  readonly UNION_NAME: string | null
  readonly UNION_CODE: string | null
}

/** A credit code that checks; a code that does not is left out and said so. */
export function checkedCode(code: string | undefined, path: string, unread: Unread): string | null {
  if (code === undefined || code === '') return null
  const checked = parseCreditCode(code)
  if (checked.status !== 'invalid') return checked.value.code
  unread(path, 'expected a unified social credit code that checks')
  return null
}

const split = (codes: string | null): string[] => (codes ?? '').split(/[,，、;；]/).map((code) => code.trim())

/** Names and codes are joined in the same order; with another number of codes nobody knows whose is whose. */
function named(names: string | null, codes: string | null, path: string, isCredit: boolean, unread: Unread) {
  const found = splitBidders(names ?? '')
  const given = isCredit ? split(codes).filter(Boolean) : []
  const isPaired = given.length === found.length
  if (given.length > 0 && !isPaired) unread(path, `${given.length} codes for ${found.length} bidders`)
  return found.map((name, index) => ({
    role: 'WINNER' as const,
    name,
    creditCode: isPaired ? checkedCode(given[index], path, unread) : null,
  }))
}

/** The winner first, then the members of its joint bid. */
export function winnersOf(row: WinnerFields, unread: Unread) {
  const type = row.N_BIDDER_CODE_TYPE ?? row.BIDDER_CODE_TYPE
  const isCredit = type === creditCodeType
  if (row.WIN_BIDDER_CODE !== null && !isCredit) unread('BIDDER_CODE_TYPE', `expected ${creditCodeType}`)
  const winners = named(row.WIN_BIDDER_NAME, row.WIN_BIDDER_CODE, 'WIN_BIDDER_CODE', isCredit, unread)
  const union = named(row.UNION_NAME, row.UNION_CODE, 'UNION_CODE', isCredit, unread)
  const members = union.filter(({ name }) => !winners.some((winner) => winner.name === name))
  const [leader, ...others] = [...winners, ...members]
  return leader && ([leader, ...others] as [typeof leader, ...typeof others])
}

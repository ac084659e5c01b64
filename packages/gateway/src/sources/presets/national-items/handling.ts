import type { ServiceItemInput } from '../../../domains/items/record.ts'
import * as codes from './codes.ts'
import { type ItemRows, inOrder } from './item-rows.ts'
import type { NationalItemsOptions } from './options.ts'
import type { BasicRow } from './rows.ts'

/** What is charged: nothing when the item is free; null when the table is not read. */
export const feesOf = ({ basic, fees }: ItemRows) =>
  basic.is_fee === false
    ? []
    : fees &&
      inOrder(fees).map((fee) => ({ name: fee.fee_name, formula: fee.fee_stand, basis: fee.by_law ?? basic.fee_basis }))

/** Ways to hand in, to pay and to be served. */
export const channelsOf = ({ basic, extend }: ItemRows): NonNullable<ServiceItemInput['channels']> => ({
  handling: codes.channels.names(basic.handle_type),
  onlineDepth: codes.onlineDepths.names(extend?.online_handle_depth ?? []),
  rawOnlineDepth: (extend?.online_handle_depth ?? []).flatMap((code) => codes.onlineDepths.raw(code) ?? []),
  onlineUrl: extend?.online_handle_url ?? basic.link_addr,
  mobileUrl: basic.mobile_terminal_url,
  bookable: extend?.is_schedule ?? null,
  payableOnline: extend?.is_pay_online ?? null,
  courier: extend?.is_express ?? null,
  inServiceHall: extend?.is_entry_center ?? null,
  terminal: extend?.is_service_terminals ?? null,
})

/** The counter, when the tables name its address. */
export const placesOf = ({ transact_addr: address, dept_name, link_way, transact_time }: BasicRow) =>
  address === null ? [] : [{ name: dept_name ?? address, address, telephone: link_way, hours: transact_time }]

/** What the place says that the tables do not. */
export type Place = Pick<NationalItemsOptions, 'division'>

const twelve = (code: string | null | undefined): string | null => (/^\d{12}$/.test(code ?? '') ? (code ?? null) : null)

/** Where the item is handled: the village or township it names, else what the place says of all. */
export const divisionOf = ({ basic, extend }: ItemRows, { division }: Place): string | null =>
  twelve(extend?.village_code) ??
  twelve(extend?.town_code) ??
  (typeof division === 'string' ? division : division(basic, extend))

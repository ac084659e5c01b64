import { isTongbanError, TongbanError } from '@tongban/schema'
import type { Authority } from '../../../sources/directory.ts'
import type { CallContext } from '../../../sources/source.ts'
import { keyFailure } from '../../../sources/sourced.ts'
import { type Coalesced, coalesce } from '../../../work/coalesce/coalesce.ts'
import type { Ports } from '../../ports.ts'
import { publicly } from '../../sharing.ts'
import { aliasesOf } from '../choose.ts'
import type { AgencyEntity, ItemEntity } from '../record.ts'
import { agenciesIn, itemsIn } from './entities.ts'
import { type ReadItem, rememberingItems } from './remembering.ts'

/** The source in charge of some items. */
export type ItemsAuthority = Authority<Ports['items']>

/** Reads of one source, by code. Items and agencies are public, so what is asked for at one moment shares a call. */
export interface SharedReads {
  /** For each code all items that carry it, as their own or another. */
  readonly items: Coalesced<string, readonly ItemEntity[]>
  readonly agencies: Coalesced<string, AgencyEntity | null>
}

/** What is asked for often. An item is some 10 kB, twice, so these are some 40 MB. */
const rememberedItems = 2_000

/** The shared reads of each port, made when it is first asked. */
export function sharedReads(): (authority: ItemsAuthority) => SharedReads {
  // One source may stand before others for some subjects and alone for the rest: the port tells that, the source does not.
  const byPort = new Map<ItemsAuthority['port'], SharedReads>()
  const readerOf = rememberingItems(rememberedItems)
  return (authority) => {
    const known = byPort.get(authority.port)
    if (known) return known
    const made = readsOf(authority, readerOf(authority.source.id))
    byPort.set(authority.port, made)
    return made
  }
}

function readsOf(authority: ItemsAuthority, read: ReadItem): SharedReads {
  const { id, title } = authority.source
  const common = {
    identity: (code: string) => code,
    mayBeOneKey,
    refusal: () => new TongbanError('TB_SOURCE_BUSY', { source: title }, { source: id, retryAfterMs: 1_000 }),
  }
  const carriers: CarriersOf = (codes, bounds) => carriersOf(authority, codes, bounds, read)
  return {
    items: coalesce({ ...common, load: (codes, bounds) => itemsByCodes(carriers, codes, bounds) }),
    agencies: coalesce({ ...common, load: (codes, bounds) => agenciesByCodes(authority, codes, bounds) }),
  }
}

/** More calls would not help where too many are waiting, or where it is the gateway that the source does not accept. */
const mayBeOneKey = (error: unknown): boolean =>
  !isTongbanError(error) || !['TB_SOURCE_BUSY', 'TB_SOURCE_AUTH', 'TB_CANCELLED'].includes(error.code)

/**
 * The items that carry each code. Where an item has a code besides its own and its own was asked for in the same call, one
 * cannot see which of the two the source answered to; those codes are asked for again without the own ones, so that an
 * answer does not depend on what strangers happen to ask.
 */
async function itemsByCodes(
  carriersOf: CarriersOf,
  codes: readonly string[],
  bounds: CallContext,
): Promise<readonly (readonly ItemEntity[] | Error)[]> {
  const asked = new Set(codes)
  const found = await carriersOf(codes, bounds)
  const unclear = codes.filter((code) => {
    const carriers = found.carriers.get(code) ?? []
    return carriers.every((item) => item.code !== code) && carriers.some((item) => asked.has(item.code))
  })
  const again = unclear.length === 0 ? found : await carriersOf(unclear, bounds)
  const doubtful = new Set(unclear)
  return codes.map((code) => {
    const answer = doubtful.has(code) ? again : found
    return answer.failureOf(code) ?? answer.carriers.get(code) ?? []
  })
}

/** The items of an answer, under every code they carry, and why nothing is known of a code. */
interface Carriers {
  readonly carriers: ReadonlyMap<string, readonly ItemEntity[]>
  failureOf(code: string): Error | undefined
}

/** Asks the source for codes. */
type CarriersOf = (codes: readonly string[], bounds: CallContext) => Promise<Carriers>

async function carriersOf(
  { source, port }: ItemsAuthority,
  codes: readonly string[],
  bounds: CallContext,
  read: ReadItem,
): ReturnType<CarriersOf> {
  const carriers = new Map<string, ItemEntity[]>()
  const reply = await port.byCodes(codes, { ...bounds, ...publicly, partial: true })
  for (const item of itemsIn(source, reply, read))
    for (const code of [item.code, ...aliasesOf(item)]) {
      const known = carriers.get(code)
      if (known) known.push(item)
      else carriers.set(code, [item])
    }
  return { carriers, failureOf: (code) => keyFailure(reply, code) }
}

async function agenciesByCodes(
  { source, port }: ItemsAuthority,
  codes: readonly string[],
  bounds: CallContext,
): Promise<readonly (AgencyEntity | Error | null)[]> {
  const reply = await port.agencies?.(codes, { ...bounds, ...publicly, partial: true })
  if (reply === undefined) return codes.map(() => null)
  const known = new Map(agenciesIn(source, reply).map((agency) => [agency.code, agency]))
  return codes.map((code) => keyFailure(reply, code) ?? known.get(code) ?? null)
}

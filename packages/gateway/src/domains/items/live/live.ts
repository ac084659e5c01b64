import { TongbanError } from '@tongban/schema'
import type { Authority } from '../../../sources/directory.ts'
import type { CityDirectory, Ports } from '../../ports.ts'
import type { RequestContext } from '../../request.ts'
import type { AgencyKey, Catalogue, ItemKey } from '../catalogue.ts'
import { chooseItem } from '../choose.ts'
import type { ItemEntity } from '../record.ts'
import { agenciesIn, itemsIn } from './entities.ts'
import { listLive } from './list.ts'

type ItemsAuthority = Authority<Ports['items']>

/**
 * The catalogue read from the sources for each request: nothing is kept, nothing is older than the answer. There is no search;
 * for that, mirror it.
 */
export const liveCatalogue = (directory: CityDirectory, division: string): Catalogue => ({
  items: (keys, context) => byAuthority(keys, (key) => authorityOfItem(directory, key), itemsOf, context),
  agencies: (keys, context) =>
    byAuthority(keys, (key) => authorityOfAgency(directory, key, division), agenciesOf, context),
  list: (args, context) =>
    listLive(directory.require('items', { division: args.filter?.division ?? division }), args, context),
  // A source knows only the current version; that one has been asked for before.
  earlier: async () => null,
})

const authorityOfItem = (directory: CityDirectory, { code, division }: ItemKey) =>
  directory.authority('items', { itemCode: code, ...(division === null ? {} : { division }) })

const authorityOfAgency = (directory: CityDirectory, { sourceId }: AgencyKey, division: string) =>
  (sourceId === null ? undefined : directory.portOf('items', sourceId)) ?? directory.authority('items', { division })

type Answer<Value> = Value | Error | null

/** Asks every authority once for all its keys; where one fails, only its keys do. */
async function byAuthority<Key, Value>(
  keys: readonly Key[],
  authorityOf: (key: Key) => ItemsAuthority | undefined,
  ask: (authority: ItemsAuthority, keys: readonly Key[], context: RequestContext) => Promise<readonly Answer<Value>[]>,
  context: RequestContext,
): Promise<readonly Answer<Value>[]> {
  const authorities = keys.map(authorityOf)
  const answers: Answer<Value>[] = keys.map(() => null)
  const distinct = new Map(authorities.flatMap((one) => (one ? [[one.source.id, one] as const] : [])))
  const askOne = async (authority: ItemsAuthority) => {
    const places = [...keys.keys()].filter((place) => authorities[place]?.source.id === authority.source.id)
    const values = await ask(
      authority,
      places.flatMap((place) => keys[place] ?? []),
      context,
    ).catch(asError)
    places.forEach((place, index) => {
      answers[place] = values instanceof Error ? values : (values[index] ?? null)
    })
  }
  await Promise.all([...distinct.values()].map(askOne))
  return answers
}

const asError = (error: unknown): Error =>
  error instanceof Error ? error : new TongbanError('TB_INTERNAL', {}, { cause: error })

async function itemsOf({ source, port }: ItemsAuthority, keys: readonly ItemKey[], context: RequestContext) {
  const reply = await port.byCodes([...new Set(keys.map(({ code }) => code))], context)
  const items = itemsIn(source, reply)
  return keys.map((key) => choose(key, items))
}

function choose(key: ItemKey, items: readonly ItemEntity[]): Answer<ItemEntity> {
  try {
    return chooseItem(key, items)
  } catch (error) {
    return asError(error)
  }
}

async function agenciesOf({ source, port }: ItemsAuthority, keys: readonly AgencyKey[], context: RequestContext) {
  const reply = await port.agencies?.([...new Set(keys.map(({ code }) => code))], context)
  const known = new Map(reply ? agenciesIn(source, reply).map((agency) => [agency.code, agency]) : [])
  return keys.map(({ code }) => known.get(code) ?? null)
}

import { TongbanError } from '@tongban/schema'
import type { CityDirectory } from '../../ports.ts'
import type { RequestContext } from '../../request.ts'
import type { AgencyKey, Catalogue, ItemKey } from '../catalogue.ts'
import { chooseItem } from '../choose.ts'
import type { ItemEntity } from '../record.ts'
import { listLive } from './list.ts'
import { type ItemsAuthority, type SharedReads, sharedReads } from './shared-reads.ts'

/**
 * The catalogue read from the sources when it is asked for; what is older than the answer says so in its provenance. What
 * requests ask for at the same moment they read together. There is no search; for that, mirror it.
 */
export function liveCatalogue(directory: CityDirectory, division: string): Catalogue {
  const readsOf = sharedReads()
  return {
    items: (keys, context) =>
      byAuthority(
        keys,
        (key) => authorityOfItem(directory, key),
        (authority, some) => itemsOf(readsOf(authority), some, context),
      ),
    agencies: (keys, context) =>
      byAuthority(
        keys,
        (key) => authorityOfAgency(directory, key, division),
        (authority, some) => readsOf(authority).agencies(some.map(codeOf), context),
      ),
    list: (args, context) =>
      listLive(directory.require('items', { division: args.filter?.division ?? division }), args, context),
    // A source knows only the current version; that one has been asked for before.
    earlier: async () => null,
  }
}

const authorityOfItem = (directory: CityDirectory, { code, division }: ItemKey) =>
  directory.authority('items', { itemCode: code, ...(division === null ? {} : { division }) })

const authorityOfAgency = (directory: CityDirectory, { sourceId }: AgencyKey, division: string) =>
  (sourceId === null ? undefined : directory.portOf('items', sourceId)) ?? directory.authority('items', { division })

type Answer<Value> = Value | Error | null

/** Asks every authority once for all its keys; where one fails, only its keys do. */
async function byAuthority<Key, Value>(
  keys: readonly Key[],
  authorityOf: (key: Key) => ItemsAuthority | undefined,
  ask: (authority: ItemsAuthority, keys: readonly Key[]) => Promise<readonly Answer<Value>[]>,
): Promise<readonly Answer<Value>[]> {
  const authorities = keys.map(authorityOf)
  const answers: Answer<Value>[] = keys.map(() => null)
  const distinct = new Map(authorities.flatMap((one) => (one ? [[one.port, one] as const] : [])))
  const askOne = async (authority: ItemsAuthority) => {
    const places = [...keys.keys()].filter((place) => authorities[place]?.port === authority.port)
    const values = await ask(
      authority,
      places.flatMap((place) => keys[place] ?? []),
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

const codeOf = ({ code }: { readonly code: string }): string => code

async function itemsOf(reads: SharedReads, keys: readonly ItemKey[], context: RequestContext) {
  const found = await reads.items(keys.map(codeOf), context)
  return keys.map((key, index) => choose(key, found[index] ?? []))
}

function choose(key: ItemKey, found: readonly ItemEntity[] | Error): Answer<ItemEntity> {
  if (found instanceof Error) return found
  try {
    return chooseItem(key, found)
  } catch (error) {
    return asError(error)
  }
}

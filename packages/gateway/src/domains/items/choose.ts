import { isWithin, TongbanError } from '@tongban/schema'
import type { ItemKey } from './catalogue.ts'
import type { ItemEntity } from './record.ts'

/** All codes an item answers to besides its own. */
export const aliasesOf = (
  item: {
    readonly [Field in
      | 'code'
      | 'catalogCode'
      | 'taskCode'
      | 'handlingItemCode'
      | 'localCatalogCode'
      | 'localTaskCode']?: string | null | undefined
  },
): readonly string[] => {
  const codes = [item.catalogCode, item.taskCode, item.handlingItemCode, item.localCatalogCode, item.localTaskCode]
  return [...new Set(codes.filter((code) => code != null))].filter((code) => code !== item.code)
}

/**
 * Which of the items that carry a code is meant. An item's own code decides at once; a code that several share (the same
 * catalogue item handled in several places) needs the division.
 *
 * @throws TongbanError `TB_ITEM_AMBIGUOUS`
 */
export function chooseItem(key: ItemKey, candidates: readonly ItemEntity[]): ItemEntity | null {
  const own = candidates.find(({ code }) => code === key.code)
  if (own) return own
  const sharing = candidates.filter((item) => aliasesOf(item).includes(key.code) && reaches(item, key.division))
  const open = sharing.filter(({ state }) => state !== 'WITHDRAWN')
  const [first, ...others] = nearest(open.length > 0 ? open : sharing, key.division)
  if (first && others.length > 0) throw new TongbanError('TB_ITEM_AMBIGUOUS', {}, { path: ['division'] })
  return first ?? null
}

const reaches = (item: ItemEntity, division: string | null): boolean =>
  division === null || isWithin(item.divisionCode, division) || isWithin(division, item.divisionCode)

/** Handled at the very division asked for, where there is such an item; otherwise all of them. */
function nearest(items: readonly ItemEntity[], division: string | null): readonly ItemEntity[] {
  const exact = items.filter(({ divisionCode }) => divisionCode === division)
  return exact.length > 0 ? exact : items
}

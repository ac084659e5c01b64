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

/** How many handling items an error names. */
export const maxNamed = 5

/**
 * Which of the items that carry a code is meant. An item's own code decides at once; a code that several share (the same
 * catalogue item handled in several places) needs the division, and where that has several handling items, the code of one.
 *
 * @throws TongbanError `TB_ITEM_AMBIGUOUS`, `TB_HANDLING_ITEM_AMBIGUOUS`
 */
export function chooseItem(key: ItemKey, candidates: readonly ItemEntity[]): ItemEntity | null {
  const own = candidates.find(({ code }) => code === key.code)
  if (own) return own
  const sharing = candidates.filter((item) => aliasesOf(item).includes(key.code) && reaches(item, key.division))
  const open = sharing.filter(({ state }) => state !== 'WITHDRAWN')
  const meant = nearest(open.length > 0 ? open : sharing, key.division)
  if (meant.length > 1) throw ambiguous(meant)
  return meant[0] ?? null
}

function ambiguous(items: readonly ItemEntity[]): TongbanError {
  const places = new Set(items.map(({ divisionCode }) => divisionCode))
  if (places.size > 1) return new TongbanError('TB_ITEM_AMBIGUOUS', {}, { path: ['division'] })
  const codes = items.map(({ code }) => code).toSorted()
  const more = codes.length > maxNamed ? ['…'] : []
  return new TongbanError('TB_HANDLING_ITEM_AMBIGUOUS', { codes: [...codes.slice(0, maxNamed), ...more].join(', ') })
}

const reaches = (item: ItemEntity, division: string | null): boolean =>
  division === null || isWithin(item.divisionCode, division) || isWithin(division, item.divisionCode)

/**
 * Handled at the division asked for, or else at the smallest one around it: a district serves its streets. Where there is
 * none, all of them, which then are handled inside it. Of divisions around another, the smallest has the greatest code.
 */
function nearest(items: readonly ItemEntity[], division: string | null): readonly ItemEntity[] {
  const around = items.flatMap(({ divisionCode }) =>
    division !== null && isWithin(division, divisionCode) ? divisionCode : [],
  )
  const smallest = around.toSorted().at(-1)
  return smallest === undefined ? items : items.filter(({ divisionCode }) => divisionCode === smallest)
}

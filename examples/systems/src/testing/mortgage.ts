import { type Item, items } from '../city/item.ts'

/** The item of a name in a division. @throws Error when there is none */
export const itemNamed = (name: string, division = '330602'): Item => {
  const found = items.find((item) => item.template.name === name && item.agency.division.code === division)
  if (!found) throw new Error(`No item ${name}.`)
  return found
}

export const mortgage = itemNamed('二手房抵押登记')

/** A complete mortgage in joint ownership, but for its reference. */
export const completeMortgage = {
  item: mortgage.handleCode,
  answers: { ownership: 'JOINT', loan: 'PROVIDENT_FUND' },
  materials: mortgage.materials.map(({ code }) => code),
} as const

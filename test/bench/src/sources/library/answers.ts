import { type ItemRow, itemAt } from '../../city/items.ts'
import { digits } from '../../city/numbers.ts'

/** What a library holds: items numbered from 0, whose codes begin alike. */
export interface Holding {
  readonly prefix: string
  readonly items: number
}

export const codeIn = ({ prefix }: Holding, n: number): string => `${prefix}${digits(n, 6)}`

const rowIn = (holding: Holding, n: number): ItemRow => ({ ...itemAt(n), code: codeIn(holding, n) })

/** Items asked for by code; those it does not hold are left out. */
export const itemsByCode = (holding: Holding, codes: readonly string[]): readonly ItemRow[] =>
  codes.flatMap((code) => {
    const n = Number(code.slice(holding.prefix.length))
    return code.startsWith(holding.prefix) && n < holding.items ? [rowIn(holding, n)] : []
  })

/** A page of the whole list; cursors are numbers of items. */
export function pageOf(holding: Holding, from: number, size: number) {
  const to = Math.min(holding.items, from + size)
  const items = Array.from({ length: to - from }, (_, index) => rowIn(holding, from + index))
  return { items, next: to < holding.items ? String(to) : null, total: holding.items }
}

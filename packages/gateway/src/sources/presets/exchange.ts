import type { ExchangeDatabase } from '../protocols/exchange-table/database.ts'
import { exchangeTable } from '../protocols/exchange-table/exchange-table.ts'
import type { TableLayout } from '../protocols/exchange-table/layout.ts'
import type { Coverage, SourceLimits } from '../source.ts'

/** What every ready source on a front-end database (前置库) is told. */
export interface ExchangeOptions {
  /** @default the name of the interface, for example `national-items` */
  readonly id?: string
  /** @default the interface's own */
  readonly title?: string
  readonly database: ExchangeDatabase
  readonly covers: Coverage
  readonly limits?: Partial<SourceLimits>
}

/** Numbers and codes asked for in one statement. */
export const batchSize = 50

/** In which letters a database writes column names. */
export type Letters = 'upper' | 'lower'

/** How a database spells a column of a published definition; where it writes as that does, names stay as they are. */
export const spelledIn =
  (letters: Letters, published: Letters) =>
  (name: string): string => {
    if (letters === published) return name
    return letters === 'upper' ? name.toUpperCase() : name.toLowerCase()
  }

/** What such a source is, without what it offers. */
export const exchangeBase = (
  { id, title, database, covers, limits }: ExchangeOptions,
  own: { readonly id: string; readonly title: string },
  tables: Readonly<Record<string, TableLayout>>,
) => ({
  id: id ?? own.id,
  title: title ?? own.title,
  covers,
  ...(limits ? { limits } : {}),
  protocol: exchangeTable({ database, tables }),
})

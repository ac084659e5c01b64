import { DummyDriver, Kysely, type MysqlAdapter, type QueryCompiler, type RawBuilder, sql } from 'kysely'

/**
 * Writes statements for a database and runs none: connections of our own run them, because only they can stop reading at a
 * size, and end a statement on the server.
 */
export const compilerOf = (adapter: () => Pick<MysqlAdapter, keyof MysqlAdapter>, queries: () => QueryCompiler) =>
  new Kysely<unknown>({
    dialect: {
      createAdapter: adapter,
      createDriver: () => new DummyDriver(),
      createQueryCompiler: queries,
      createIntrospector: () => ({
        getSchemas: async () => [],
        getTables: async () => [],
        getMetadata: async () => ({ tables: [] }),
      }),
    },
  })

/** Quoting does the rest; these would let a name reach into the text of a statement. */
const unsafe = /[?"'`\\;\p{Cc}]/u

/** Whether a table or column may be called so. */
export const isUsableName = (name: string): boolean => name !== '' && !unsafe.test(name)

const checked = (name: string): string => {
  if (!isUsableName(name)) throw new RangeError('A table or column has a name that cannot be used.')
  return name
}

/** The name of a table as schema, if any, and name. */
export const tableParts = (table: string): { readonly schema: string | null; readonly name: string } => {
  const [first = '', second] = checked(table).split('.')
  return second === undefined ? { schema: null, name: first } : { schema: first, name: second }
}

/** A table, quoted. */
export const tableName = (table: string): RawBuilder<unknown> => {
  const { schema, name } = tableParts(table)
  return schema === null ? sql.id(name) : sql.id(schema, name)
}

/** A column, quoted. */
export const columnName = (column: string): RawBuilder<unknown> => sql.id(checked(column))

/** Parts one after the other. */
export const list = (parts: readonly RawBuilder<unknown>[]): RawBuilder<unknown> => sql.join(parts)

/** Conditions that all hold. */
export const all = (parts: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  parts.length === 0 ? sql`1 = 1` : sql`(${sql.join(parts, sql` and `)})`

/** Conditions of which one holds. */
export const any = (parts: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  parts.length === 0 ? sql`1 = 0` : sql`(${sql.join(parts, sql` or `)})`

import { type CodeField, type CodeTable, decodeBy, decodeCode, type FieldNames, type RawCode } from '@tongban/schema'
import { z } from 'zod'
import { field as fields } from './fields.ts'

/** Reads the codes of one table of one system. A code the table does not have has no name; it is never guessed. */
export interface CodeReader<Name extends string> {
  name(code: string | null): Name | null
  /** Names of several codes; those without a name are left out. */
  names(codes: readonly string[]): Name[]
  /** The code with system and table version; null for none. */
  raw(code: string | null): RawCode | null
  /** A field that must hold a code with a name, read into both. @throws at its path, naming the table and not the code */
  readonly field: z.ZodType<{ readonly name: Name; readonly raw: RawCode }>
}

const readerOf = <Name extends string>(
  table: Omit<RawCode, 'code'>,
  decode: (raw: RawCode) => Name | undefined,
): CodeReader<Name> => {
  const rawOf = (code: string): RawCode => ({ system: table.system, tableVersion: table.tableVersion, code })
  const name = (code: string | null) => (code === null ? null : (decode(rawOf(code)) ?? null))
  const field = fields.required.transform((code, context) => {
    const found = name(code)
    if (found !== null) return { name: found, raw: rawOf(code) }
    context.addIssue({ code: 'custom', message: `expected a code of the table ${table.system} ${table.tableVersion}` })
    return z.NEVER
  })
  return {
    field,
    name,
    names: (codes) => codes.flatMap((code) => name(code) ?? []),
    raw: (code) => (code ? rawOf(code) : null),
  }
}

/**
 * A published table that `@tongban/schema` knows.
 *
 * @example
 * const types = knownCodes('itemType', { system: 'gb-t-39046-2020', tableVersion: 'A.1' })
 * types.name('07') // 'ADMINISTRATIVE_CONFIRMATION'
 */
export const knownCodes = <Field extends CodeField>(
  field: Field,
  table: Omit<RawCode, 'code'>,
): CodeReader<FieldNames[Field]> => readerOf(table, (raw) => decodeCode(field, raw).name)

/** A table of the system's own, written in the source file. */
export const ownCodes = <Name extends string>(table: CodeTable<Name>): CodeReader<Name> =>
  readerOf(table, (raw) => decodeBy([table], raw).name)

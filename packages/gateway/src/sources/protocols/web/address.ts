import { type Charset, percentEncodeAll } from '../charset.ts'

/** Values of a query string; undefined ones are left out. */
export type Query = Readonly<Record<string, string | number | undefined>>

/** Base, path and query as one address, the query percent-encoded in a character set. */
export const address = (base: string, path: string, query: Query = {}, charset: Charset = 'utf-8'): string => {
  const given = percentEncodeAll(query, charset)
  return given === '' ? base + path : `${base}${path}?${given}`
}

/** Reads the rows of one operation of the upstream. Peers trust what it says, as most programs do; the gateway parses it. */
export type ReadRows = <Row>(path: string, query: Readonly<Record<string, string>>) => Promise<readonly Row[]>

/** Address of an operation. */
export const addressOf = (upstream: string, path: string, query: Readonly<Record<string, string>>): string =>
  `${upstream}${path}?${new URLSearchParams(query)}`

/** The upstream's envelope. */
export interface RowsEnvelope<Row> {
  readonly code: string
  readonly data: readonly Row[]
}

/** The rows of an answer. @throws Error when the upstream did not say that all is well */
export function rowsOf<Row>({ code, data }: RowsEnvelope<Row>): readonly Row[] {
  if (code !== '200') throw new Error(`the upstream answered ${code}`)
  return data
}

/** What may be served of an earlier answer while a source does not answer (最近一次有效副本). */
export interface LastGoodPolicy {
  /** How long after it was read an answer may stand in, in milliseconds; 0: never. */
  readonly keepMs: number
  /** To whom: to anybody, or only to the caller and person it was read for. */
  readonly to: 'ANYONE' | 'SAME_CALLER'
  /** Fields, by path below one row, with a shorter time; 0: never. What is too old is left out and said so. */
  readonly fields?: Readonly<Record<string, number>>
}

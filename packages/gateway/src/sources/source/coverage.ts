/** What a source is authoritative for. Absent lists mean "any". */
export interface Coverage {
  /** Division codes or their leading digits, for example `3306`. */
  readonly divisions?: readonly string[]
  /** Item types by enum name, for example `ADMINISTRATIVE_LICENSE`. */
  readonly itemTypes?: readonly string[]
  /** Item codes or their leading characters. */
  readonly itemCodes?: readonly string[]
  /** Certificate type codes or their leading characters. */
  readonly certificateTypes?: readonly string[]
}

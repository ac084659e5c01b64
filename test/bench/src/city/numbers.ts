/** `n` with leading zeros. */
export const digits = (n: number, width: number): string => String(n).padStart(width, '0')

/** The element of a list that belongs to `n`, in rotation. */
export function inTurn<Value>(list: readonly [Value, ...Value[]], n: number): Value {
  return list[n % list.length] ?? list[0]
}

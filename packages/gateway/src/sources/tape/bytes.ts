import { isRecord } from '../protocols/path.ts'

const name = '$bytes'

/** JSON in which bytes, as databases give them, are Base64: masked like any other, and bytes again when they are read. */
export const withBytes = (value: unknown): string =>
  JSON.stringify(value ?? null, function replaced(this: Record<string, unknown>, key, converted: unknown) {
    // A Buffer has made a list of numbers of itself before it comes here.
    const given = this[key]
    if (typeof given === 'bigint') return String(given)
    return given instanceof Uint8Array ? { [name]: Buffer.from(given).toString('base64') } : converted
  })

/** What {@link withBytes} has written, after `JSON.parse`. */
export function bytesIn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bytesIn)
  if (!isRecord(value)) return value
  const { [name]: bytes } = value
  if (typeof bytes === 'string') return Buffer.from(bytes, 'base64')
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, bytesIn(one)]))
}

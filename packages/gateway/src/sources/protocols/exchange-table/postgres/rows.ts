import type { ColumnValue } from '../requests.ts'
import { fromEucCn } from './euc-cn.ts'

type Parse = (text: string) => ColumnValue

/** A number where it is exact, else its digits. */
const whole: Parse = (digits) => (Number.isSafeInteger(Number(digits)) ? Number(digits) : digits)
/** In the session's time zone, which is Asia/Shanghai: the offset says nothing new. */
const withoutOffset: Parse = (text) => text.replace(/[+-]\d{2}(?::?\d{2})?$/, '')
const bytea: Parse = (text) => Uint8Array.from(Buffer.from(text.slice(2), 'hex'))

/** By number of the type: bool, bytea, int8, int2, int4, oid, float4, float8, timestamptz. All else is text. */
const parsers: Readonly<Record<number, Parse>> = {
  16: (text) => text === 't',
  17: bytea,
  20: whole,
  21: Number,
  23: Number,
  26: Number,
  700: Number,
  701: Number,
  1184: withoutOffset,
}

/** How values are read, counting their bytes until they are taken. Dates stay as they are written. */
export function typesCounting(encoding: string) {
  const text: Parse = encoding === 'EUC_CN' ? fromEucCn : (given) => given
  let bytes = 0
  const counting =
    (parse: Parse): Parse =>
    (given) => {
      bytes += Buffer.byteLength(given) + 8
      return parse(given)
    }
  return {
    types: { getTypeParser: (type: number) => counting(parsers[type] ?? text) },
    take() {
      const taken = bytes
      bytes = 0
      return taken
    },
  }
}

import { TongbanError } from '@tongban/schema'

/** More digits would not be a number of ours without loss. */
const sequenceShape = /^(0|[1-9]\d{0,14})$/
const typeShape = /^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/
const maxTypes = 50

/** A field that cannot be used as it is. */
export const invalid = (field: string, detail: string): TongbanError =>
  new TongbanError('TB_INVALID_INPUT', { field, detail }, { path: [field] })

/** The number of an event, as clients write it. @throws TongbanError `TB_INVALID_INPUT` */
export function readSequence(field: string, text: string): number {
  if (sequenceShape.test(text)) return Number(text)
  throw invalid(field, '0–999999999999999')
}

/** Types of events; what is left out, or an empty list, means all. @throws TongbanError `TB_INVALID_INPUT` */
export function readTypes(types: readonly string[] | null | undefined): readonly string[] | null {
  if (!types?.length) return null
  if (types.length > maxTypes || !types.every((type) => typeShape.test(type) && type.length <= 100))
    throw invalid('types', `1–${maxTypes} × case.decided`)
  return [...new Set(types)].sort()
}

/** A whole number within bounds. @throws TongbanError `TB_INVALID_INPUT` */
export function readWhole(field: string, value: number, [least, most]: readonly [number, number]): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value
  throw invalid(field, `${least}–${most}`)
}

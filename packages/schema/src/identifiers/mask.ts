import { divisionPrefix } from '../divisions/index.ts'

/**
 * Masking for display. Every function keeps the number of characters (so columns stay aligned and a length says
 * nothing new), masks again to the same text, and lets nothing through that would pass as an identifier afterwards.
 * Masking belongs on the server: a value that is hidden in the browser has already been given away.
 */
const star = '*'

/** Keeps `head` and `tail` characters; a text too short to hide anything between them is hidden wholly. */
function keepEnds(text: string, head: number, tail: number): string {
  const characters = [...text]
  if (characters.length <= head + tail) return star.repeat(characters.length)
  return characters.map((one, index) => (index < head || index >= characters.length - tail ? one : star)).join('')
}

/** 小明 → `*明`; 张小三 → `张*三`; 欧阳小夫 → `欧**夫`. Counts characters, not UTF-16 units: rare names lie beyond. */
export const maskName = (name: string): string => keepEnds(name, [...name].length > 2 ? 1 : 0, 1)

/** Where a masked number will be read. `HALL`: at the counter, 6 + 4 characters stay. `PUBLIC`: elsewhere, 1 + 1. */
export type MaskAudience = 'HALL' | 'PUBLIC'

/** An ID card, passport or permit number. Six and four stay only of numbers long enough to hide the birth date. */
export function maskIdNumber(code: string, audience: MaskAudience = 'PUBLIC'): string {
  return audience === 'HALL' && [...code].length >= 15 ? keepEnds(code, 6, 4) : keepEnds(code, 1, 1)
}

/** `13812341234` → `138****1234`: the four characters before the last four, so a country code in front stays. */
export function maskPhone(phone: string): string {
  const characters = [...phone]
  const end = characters.length > 4 ? characters.length - 4 : characters.length
  return characters.map((one, index) => (index < end && index >= end - 4 ? star : one)).join('')
}

/** All but the last four. */
export const maskBankCard = (card: string): string => keepEnds(card, 0, 4)

/** 京A12345 → `京*****5`. */
export const maskPlate = (plate: string): string => keepEnds(plate, 1, 1)

/** `zhang.san@example.cn` → `z*******n@example.cn`; without an at sign the whole is treated as the local part. */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf('@')
  return at < 0 ? keepEnds(address, 1, 1) : keepEnds(address.slice(0, at), 1, 1) + address.slice(at)
}

/** Keeps an address down to its county; one that does not begin with the name of a division is hidden wholly. */
export function maskAddress(address: string): string {
  const kept = divisionPrefix(address)
  return kept + star.repeat([...address.slice(kept.length)].length)
}

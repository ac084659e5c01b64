import type { Pseudonyms } from './pseudonyms.ts'

/** A run of letters and digits this long is a ciphertext or a digest: what looks like a number in it is none. */
const alone = { before: '(?<!\\d)(?<![\\dA-Za-z]{12})', after: '(?![\\dXx])(?![\\dA-Za-z]{8})' }
/** People set numbers in groups, with blanks or dashes. */
const gap = '[ -]?'
const digits = (count: number): string => `(?:\\d${gap}){${count}}`
const year = `(?:1${gap}[89]|2${gap}0)${gap}${digits(2)}`
const month = `(?:0${gap}[1-9]|1${gap}[0-2])${gap}`
const day = `(?:0${gap}[1-9]|[12]${gap}\\d|3${gap}[01])${gap}`

const pattern = (...parts: readonly string[]): RegExp => new RegExp(alone.before + parts.join('') + alone.after, 'g')

/** GB 11643: division, day of birth, serial, check character. */
const residentId = pattern(digits(6), year, month, day, digits(3), '[\\dXx]')
/** Before 1999, without century and check character. */
const oldResidentId = pattern('[1-8]\\d{5}\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}')
/** A resident number that JSON holds as a number, where a leading zero or an `X` would be a mistake. */
const bareResidentId =
  /(?<=[:,[]\s{0,8})(?<!CDATA\[\s{0,8})\d{6}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{4}(?=\s{0,8}[,}\]])/g
const mobile = new RegExp(
  `(?<![\\dA-Za-z]{12})(?<!\\d)((?:(?:00|\\+)?86${gap})?)(1[3-9]\\d(?:${gap}\\d{4}){2})${alone.after}`,
  'g',
)
const landline = /(?<!\d)(?:0\d{2,3}[-—－ ]|[(（]0\d{2,3}[)）][-—－ ]?)\d{7,8}(?!\d)/g
const bankCard = pattern(`62\\d{2}(?:${gap}\\d{4}){3}(?:${gap}\\d{1,3})?`)
const plate =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]([A-HJ-NP-Z])(?=[A-Z]{0,5}\d)[A-HJ-NP-Z\d]{5,6}(?![A-Za-z\d])/g
const email = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g

const compact = (written: string): string => written.replace(/[^\dXx]/g, '')

/** A stand-in in the groups in which the number was written. */
function grouped(written: string, standIn: string): string {
  let at = 0
  return written.replace(/[\dXx]/g, () => standIn.charAt(at++))
}

/** Replaces numbers that tell who somebody is wherever they stand: of documents, telephones, bank cards, cars, and addresses of mail. */
export function maskNumbers(text: string, stand: Pseudonyms): string {
  const inGroups = (written: string) => grouped(written, stand.digits(compact(written)))
  // What begins with 100 is a stand-in already: no province has that number.
  const id = (written: string) =>
    compact(written).startsWith('100') ? written : grouped(written, stand.residentId(compact(written)))
  return text
    .replace(bareResidentId, stand.digits)
    .replace(residentId, id)
    .replace(oldResidentId, stand.digits)
    .replace(mobile, (_all, country: string, number: string) => country + inGroups(number))
    .replace(landline, inGroups)
    .replace(bankCard, inGroups)
    .replace(plate, (number, letter: string) => `甲${letter}${stand.digits(number).slice(0, 5)}`)
    .replace(email, 'nobody@example.invalid')
}

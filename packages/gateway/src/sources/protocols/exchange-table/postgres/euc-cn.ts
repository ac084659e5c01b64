import { encodeGb, unfit } from '../text.ts'

/**
 * PostgreSQL reads two codes of GB 2312 by another table than everybody else: a1a4, the dot in names of minorities, as U+30FB
 * and a1aa, the dash, as U+2015. Left side: what people write; right side: what PostgreSQL takes it for.
 */
const readings = [
  ['\u00b7', '\u30fb'],
  ['\u2014', '\u2015'],
] as const

/** Text of a database in EUC_CN as everybody else reads its bytes. */
export const fromEucCn = (text: string): string =>
  readings.reduce((read, [usual, here]) => read.replaceAll(here, usual), text)

/**
 * Text for a database in EUC_CN: characters of GB 2312, nothing else.
 *
 * @throws TongbanError `TB_SOURCE_REFUSED` naming the column
 */
export function toEucCn(text: string, column: string): string {
  const bytes = encodeGb(text, 'gbk', column)
  for (let at = 0; at < bytes.length; at += 1) {
    if ((bytes[at] ?? 0) < 0x80) continue
    // Both bytes of a character are high; GBK uses lower ones for what GB 2312 does not have.
    if ((bytes[at] ?? 0) < 0xa1 || (bytes[at + 1] ?? 0) < 0xa1)
      throw unfit(column, 'a character that the character set EUC_CN of the database cannot hold')
    at += 1
  }
  return readings.reduce((written, [usual, here]) => written.replaceAll(usual, here), text)
}

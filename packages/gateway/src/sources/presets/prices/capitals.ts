const digits = '零壹贰叁肆伍陆柒捌玖'
const places: Readonly<Record<string, bigint>> = { 拾: 10n, 佰: 100n, 仟: 1_000n }
const groups: Readonly<Record<string, bigint>> = { 万: 10_000n, 亿: 100_000_000n }

/** An amount in capital numerals (大写), to be found in a text. */
export const capitalAmount =
  /[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]{2,}[元圆](?:零?[壹贰叁肆伍陆柒捌玖]角)?(?:零?[壹贰叁肆伍陆柒捌玖]分)?整?/g

/** Whole number of capital numerals; undefined for a sign that is none. */
function wholeOf(text: string): bigint | undefined {
  let [total, group, digit] = [0n, 0n, 0n]
  for (const sign of text) {
    const value = digits.indexOf(sign)
    if (value >= 0) digit = BigInt(value)
    else if (places[sign] !== undefined) {
      group += (digit === 0n ? 1n : digit) * places[sign]
      digit = 0n
    } else if (groups[sign] !== undefined) {
      total = (total + group + digit) * groups[sign]
      group = 0n
      digit = 0n
    } else return undefined
  }
  return total + group + digit
}

const digitBefore = (text: string, sign: string): number =>
  Math.max(0, digits.indexOf(text.at(text.indexOf(sign) - 1) ?? ''))

/**
 * Reads an amount in capital numerals exactly: `壹拾贰万叁仟元伍角整` is `123000.50`. Amounts above 亿 with a 万 in front of it
 * (万亿) are not written in notices and not read.
 *
 * @returns undefined when it is none
 */
export function readCapitals(text: string): string | undefined {
  const [written = '', small = ''] = text.split(/[元圆]/)
  if (/亿.*亿|万.*亿|万.*万/.test(written)) return undefined
  const hundredMillions = written.includes('亿') ? wholeOf(written.slice(0, written.indexOf('亿') + 1)) : 0n
  const rest = wholeOf(written.slice(written.indexOf('亿') + 1))
  if (hundredMillions === undefined || rest === undefined) return undefined
  const tenths = small.includes('角') ? digitBefore(small, '角') : 0
  const hundredths = small.includes('分') ? digitBefore(small, '分') : 0
  return `${hundredMillions + rest}.${tenths}${hundredths}`
}

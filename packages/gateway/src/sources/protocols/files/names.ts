import { TongbanError } from '@tongban/schema'
import { readDate } from '../../reading/dates.ts'

/** Which delivery a file is, by its name. */
export interface Slot {
  /** Business day, `2026-11-21`. */
  readonly day: string
  /** Which of several files of that day that belong together; 1 when there is only one. */
  readonly part: number
  /** Which attempt at delivering it: digits of `{version}` and of a time of day. The higher one counts. */
  readonly version: string
}

/** File names of one kind of delivery. */
export interface NamePattern {
  readonly text: string
  /** The delivery a name stands for; undefined when it is another kind of file. */
  read(name: string): Slot | undefined
  /** The name of a delivery of ours. */
  write(slot: Pick<Slot, 'day' | 'part'>): string
}

const wrong = (pattern: string, detail: string) =>
  new TongbanError('TB_CONFIG_INVALID', { path: 'protocol.name', detail: `${pattern}: ${detail}` })

const dateParts: Readonly<Record<string, string>> = {
  yyyy: '(?<yyyy>\\d{4})',
  MM: '(?<MM>\\d{2})',
  dd: '(?<dd>\\d{2})',
  HH: '(?<HH>\\d{2})',
  mm: '(?<mm>\\d{2})',
  ss: '(?<ss>\\d{2})',
}
const others: Readonly<Record<string, string>> = {
  part: '(?<part>\\d{1,6})',
  version: '(?<version>\\d{1,18})',
  any: '[^/\\\\]*',
}

const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** A date such as `yyyy-MM-dd`, whose letters stand for digits and whose marks stand for themselves. */
const dateExpression = (token: string): string =>
  token
    .split(/(yyyy|MM|dd|HH|mm|ss)/)
    .map((piece) => dateParts[piece] ?? literal(piece))
    .join('')

const isDate = (token: string): boolean => /^(?:(?:yyyy|MM|dd|HH|mm|ss)[-_.]?)+$/.test(token)

const expressionOf = (pattern: string, token: string): string => {
  const other = others[token]
  if (other !== undefined) return other
  if (isDate(token)) return dateExpression(token)
  throw wrong(
    pattern,
    `{${token}} is none of {yyyyMMdd} (or another order of yyyy, MM, dd, HH, mm, ss), {part}, {version}, {any}`,
  )
}

const pieces = (pattern: string) =>
  pattern.split(/(\{[^{}]*\})/).map((text) => ({ text, token: /^\{(.*)\}$/.exec(text)?.[1] }))

function compile(pattern: string): RegExp {
  for (const needed of ['yyyy', 'MM', 'dd'])
    if (pattern.split(needed).length !== 2) throw wrong(pattern, `name the business day once, for example {yyyyMMdd}`)
  if (/[/\\]/.test(pattern)) throw wrong(pattern, 'a name has no folders; put them into the path of the place')
  const source = pieces(pattern).map(({ text, token }) =>
    token === undefined ? literal(text) : expressionOf(pattern, token),
  )
  try {
    // Departments' Windows systems write `.CSV` as readily as `.csv`.
    return new RegExp(`^${source.join('')}$`, 'i')
  } catch {
    throw wrong(pattern, 'a part of the name occurs twice')
  }
}

const slotOf = ({
  yyyy,
  MM,
  dd,
  HH = '',
  mm = '',
  ss = '',
  part = '1',
  version = '',
}: Partial<Record<string, string>>) => {
  const reading = readDate(`${yyyy}-${MM}-${dd}`)
  if (!reading || !('day' in reading)) return undefined
  return { day: reading.day, part: Number(part), version: `${HH}${mm}${ss}${version.padStart(18, '0')}` }
}

/**
 * A pattern such as `items{yyyyMMdd}.csv`. `{part}` numbers files of one day that belong together, `{version}` and times of day
 * (`{yyyyMMdd}_{HHmmss}`) tell later deliveries of the same from earlier ones, `{any}` says nothing.
 *
 * @throws TongbanError `TB_CONFIG_INVALID` when it has no business day, or something that is no part of a name
 */
export function namePattern(pattern: string): NamePattern {
  const expression = compile(pattern)
  return {
    text: pattern,
    read(name) {
      const groups = expression.exec(name)?.groups
      return groups && slotOf(groups)
    },
    write({ day, part }) {
      const [yyyy = '', MM = '', dd = ''] = day.split('-')
      const values: Readonly<Record<string, string>> = { yyyy, MM, dd, HH: '00', mm: '00', ss: '00' }
      const token = (name: string) =>
        name === 'part'
          ? String(part)
          : name === 'version'
            ? '1'
            : name === 'any'
              ? ''
              : name.replaceAll(/yyyy|MM|dd|HH|mm|ss/g, (piece) => values[piece] ?? '')
      return pieces(pattern)
        .map((piece) => (piece.token === undefined ? piece.text : token(piece.token)))
        .join('')
    },
  }
}

/** Whether a name given by the other side stays in its folder and on one line. */
export const isSafeName = (name: string): boolean =>
  name !== '' &&
  name !== '.' &&
  name !== '..' &&
  Buffer.byteLength(name) <= 255 &&
  name.isWellFormed() &&
  !/[/\\\p{Cc}]/u.test(name)

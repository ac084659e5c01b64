/** A source of numbers that a seed determines (mulberry32): an input is known by its seed alone. */
export type Dice = (below: number) => number

const diceOf = (seed: number): Dice => {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

/** What mutations may insert: pieces at which parsers of any format stumble. */
const pieces = [
  ...[
    '<',
    '>',
    '</',
    '/>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?',
    '?>',
    '<!DOCTYPE a [<!ENTITY b "c">]>',
    '&b;',
    '&#0;',
  ],
  ...[
    '&#x110000;',
    '&amp;',
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    '\\',
    '\\u0000',
    '\\ud800',
    ',',
    ':',
    ';',
    '=',
    '%',
    '%00',
    '+',
  ],
  ...['\0', '\uFEFF', '\uFFFD', '\ud800', '\u202e', '\u3000', '１', '１２', '𠀀', '䶮', '·', '－', '．'],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'prototype',
    'xmlns',
    'null',
    'true',
    'NaN',
    'Infinity',
    '1e999',
    '-0',
    '1e-9',
  ],
  ...[
    '9'.repeat(40),
    '0x10',
    '99999999999999999999',
    '2147483648',
    '2021-02-30',
    '00000000',
    '31-FEB-00',
    '24:60:60',
    '年',
    '月',
    '日',
  ],
  ...['rowspan="999999999"', 'colspan="-1"', '<table>', '<td>', ' '.repeat(64), '\r\n', '\t', 'data:;base64,', '===='],
]

const mostCharacters = 20_000

type Mutation = (text: string, dice: Dice, others: readonly string[]) => string

const span = (text: string, dice: Dice): [number, number] => {
  const from = dice(text.length + 1)
  return [from, Math.min(text.length, from + 1 + dice(dice(2) === 0 ? 4 : 200))]
}

const mutations: readonly Mutation[] = [
  function insertPiece(text, dice) {
    const at = dice(text.length + 1)
    return text.slice(0, at) + (pieces[dice(pieces.length)] ?? '') + text.slice(at)
  },
  function remove(text, dice) {
    const [from, to] = span(text, dice)
    return text.slice(0, from) + text.slice(to)
  },
  function cut(text, dice) {
    return text.slice(0, dice(text.length + 1))
  },
  function replaceCharacter(text, dice) {
    const at = dice(text.length + 1)
    return text.slice(0, at) + String.fromCharCode(dice(4) === 0 ? dice(0x10000) : dice(128)) + text.slice(at + 1)
  },
  function repeat(text, dice) {
    const [from, to] = span(text, dice)
    const part = text.slice(from, to)
    const most = Math.max(1, Math.floor(mostCharacters / Math.max(1, part.length)))
    return text.slice(0, to) + part.repeat(dice(dice(8) === 0 ? most : 4)) + text.slice(to)
  },
  function splice(text, dice, others) {
    const other = others[dice(others.length)] ?? ''
    const [from, to] = span(other, dice)
    const at = dice(text.length + 1)
    return text.slice(0, at) + other.slice(from, to) + text.slice(at)
  },
  function swap(text, dice) {
    const [from, to] = span(text, dice)
    return text.slice(to) + text.slice(from, to) + text.slice(0, from)
  },
  function noise(text, dice) {
    const random = Array.from({ length: dice(60) }, () => String.fromCharCode(dice(256)))
    return dice(4) === 0 ? random.join('') : text + random.join('')
  },
]

/** The text that a seed makes of valid samples: one of them, changed in one to six ways. At most 20,000 characters. */
export function mutate(samples: readonly string[], seed: number): string {
  const dice = diceOf(seed)
  let text = samples[dice(samples.length)] ?? ''
  for (let left = 1 + dice(6); left > 0; left--)
    text = (mutations[dice(mutations.length)]?.(text, dice, samples) ?? text).slice(0, mostCharacters)
  return text
}

/** The same for bytes: text that a seed makes, in a character set, with some bytes changed. */
export function mutateBytes(samples: readonly Uint8Array[], seed: number): Uint8Array {
  const texts = samples.map((bytes) => Buffer.from(bytes).toString('latin1'))
  // Pieces beyond Latin-1 lose their upper byte, which is as good a change as any.
  return Buffer.from(mutate(texts, seed), 'latin1')
}

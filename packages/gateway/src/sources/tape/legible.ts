/** What an escape may be replaced by: nothing that would end a text or begin an element. */
const isHarmless = (char: string): boolean => /^[\p{L}\p{N}\p{M}\p{P}\p{S} ]$/u.test(char) && !/[<>&"'\\]/.test(char)

const character = (codes: readonly number[], written: string): string => {
  const char = codes.some((code) => code > 0x10ffff) ? '' : String.fromCodePoint(...codes)
  return isHarmless(char) ? char : written
}

/** `\u6b27` at any depth of escaping, with both halves of a surrogate pair. */
const jsonEscape = /(?<!\\)\\{1,8}u(?:(d[89ab][\da-f]{2})\\{1,8}u(d[c-f][\da-f]{2})|([\da-f]{4}))/gi
/** `&#27431;` and `&#x6b27;`, also escaped once more. */
const reference = /&(?:amp;)*#(?:x([\da-f]{1,6})|(\d{1,7}));/gi

/** Digits and letters of full width are what they look like to whoever reads the tape. */
const wideNumber = /[\d０-９Ｘｘ－]{11,}/g

const inHex = (...codes: readonly string[]): number[] => codes.map((code) => Number.parseInt(code, 16))

/** A text with its characters as themselves, whatever way they were escaped. It means the same to whoever parses it. */
export const legible = (text: string): string =>
  text
    .replace(jsonEscape, (all, high?: string, low?: string, one?: string) => {
      if (one !== undefined) return character(inHex(one), all)
      const pair = inHex(high ?? '', low ?? '')
      return isHarmless(String.fromCharCode(...pair)) ? String.fromCharCode(...pair) : all
    })
    .replace(reference, (all, hex?: string, decimal?: string) => character(hex ? inHex(hex) : [Number(decimal)], all))
    .replace(wideNumber, (wide) => wide.normalize('NFKC'))

const bytesOf = (encoded: string): Uint8Array =>
  Buffer.from(
    encoded.replace(/%([\da-f]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )

const decoders = [new TextDecoder('utf-8'), new TextDecoder('gb18030')]

/** Few ideographs of GB18030 are UTF-8 as well, then of letters that no system here writes. */
const textOf = (encoded: string): string => {
  const bytes = bytesOf(encoded)
  const readings = decoders.map((decoder) => decoder.decode(bytes)).filter((text) => !text.includes('\ufffd'))
  return readings.find((text) => /\p{Script=Han}/u.test(text)) ?? readings[0] ?? encoded
}

/** Percent-encoded text of either character set as text; what is neither stays. */
export const withoutPercents = (text: string): string =>
  text.replace(/[%\w.*+~-]+/g, (part) => (/%[\da-f]{2}/i.test(part) ? textOf(part) : part))

/** Changes what is percent-encoded and beyond ASCII, and encodes it again as it was. */
export const withinPercents = (text: string, change: (text: string) => string): string =>
  text.replace(/(?:%[\da-f]{2})+/gi, (part) => {
    if (!/%[89a-f]/i.test(part)) return part
    const plain = textOf(part)
    const changed = change(plain)
    return changed === plain ? part : encodeURIComponent(changed)
  })

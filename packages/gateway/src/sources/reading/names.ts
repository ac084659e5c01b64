import { halfWidth } from './nothing.ts'

/**
 * The middle dot of minority and foreign names as people and systems write it: U+00B7 is right; GB 2312 tables read its bytes
 * `A1A4` also as U+30FB, and keyboards give bullets, hyphenation points and full stops.
 */
const dots = /[\u00b7\u0387\u16eb\u2022\u2024\u2027\u2219\u22c5\u25cf\u25e6\u2e31\u30fb\uff0e\uff65]/g
const stopBetweenIdeographs = /(?<=\p{Script=Han})\.(?=\p{Script=Han})/gu

/**
 * Characters that GB18030-2000 kept in the private use area and later editions gave places of their own. Systems of both kinds
 * are in use, and decoders differ.
 */
const moved: ReadonlyMap<string, string> = new Map([
  ...Object.entries({
    '\ue5e5': '\u3000',
    '\ue78d': '\ufe10',
    '\ue78e': '\ufe12',
    '\ue78f': '\ufe11',
    '\ue790': '\ufe13',
    '\ue791': '\ufe14',
    '\ue792': '\ufe15',
    '\ue793': '\ufe16',
    '\ue794': '\ufe17',
    '\ue795': '\ufe18',
    '\ue796': '\ufe19',
  }),
  ...fromGbk(),
  // Six that decoders still leave where they were.
  ...Object.entries({
    '\ue816': '\u{20087}',
    '\ue817': '\u{20089}',
    '\ue818': '\u{200cc}',
    '\ue831': '\u{215d7}',
    '\ue83b': '\u{2298f}',
    '\ue855': '\u{241fe}',
  }),
])

/**
 * Strict GBK tables have no characters for the bytes FE50 to FEA0 and read them as U+E815 to U+E864. Among them is 䶮, which is
 * U+E863 in whatever such a system hands on.
 */
function fromGbk(): [string, string][] {
  const decoder = new TextDecoder('gb18030')
  const second = Array.from({ length: 0xa1 - 0x50 }, (_, index) => 0x50 + index).filter((byte) => byte !== 0x7f)
  return second.map((byte, index) => [String.fromCharCode(0xe815 + index), decoder.decode(Uint8Array.of(0xfe, byte))])
}

/**
 * A name of a person or an organisation in the form in which two spellings of it are equal: one middle dot, no blanks, half-width
 * letters and brackets, capital letters, canonical characters (Unicode NFC). For comparing, never for showing.
 */
export const normaliseName = (name: string): string =>
  halfWidth(
    name
      .normalize('NFC')
      .replace(/[\ue5e5-\ue864]/g, (old) => moved.get(old) ?? old)
      .replace(dots, '·'),
  )
    .replace(/[\s\u200b-\u200d\ufeff]/g, '')
    .replace(stopBetweenIdeographs, '·')
    .toUpperCase()

/** Whether two spellings are the same name. Nothing is the same as nothing only. */
export const sameName = (one: string, other: string): boolean => normaliseName(one) === normaliseName(other)

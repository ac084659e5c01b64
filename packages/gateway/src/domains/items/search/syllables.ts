const initial = '(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])'
const final =
  '(?:i(?:ang|ong|an|ao|ng|a|e|n|u)?|u(?:ang|ai|an|a|e|i|n|o)?|a(?:ng|i|n|o)?|e(?:ng|i|n|r)?|o(?:ng|u)?|ve?)'
const alone = '(?:a(?:ng|i|n|o)?|e(?:ng|i|n|r)?|ou?)'
const syllable = new RegExp(`^(?:${initial}${final}|${alone})$`)
/** The beginning of a syllable that is still being typed. */
const beginning = new RegExp(`^${initial}[aeiouvngr]{0,4}$`)

/** The longest syllable is `zhuang`. */
const longest = 6
/** `xianan` can be read in several ways, a long text in thousands; the first few, longest syllables first, are enough. */
const maxReadings = 12

/** Whether letters can be one syllable of pinyin. More is allowed than Chinese uses: it only widens what is looked at. */
export const isSyllable = (letters: string): boolean => syllable.test(letters)

/**
 * The initials that letters stand for, read as pinyin whose last syllable may be unfinished: `yingyezh` → `yyz`. Several
 * readings where there are several (`xian` → `x`, `xa`); none when it cannot be pinyin.
 */
export function readingsOf(letters: string): readonly string[] {
  const found = new Set<string>()
  read(letters, '', { found, dead: new Set() })
  return [...found]
}

interface Search {
  readonly found: Set<string>
  /** Rests that cannot be read, so that none is tried twice: senseless text would be split in every possible way. */
  readonly dead: Set<string>
}

/** Whether the rest can be read. */
function read(rest: string, initials: string, search: Search): boolean {
  if (search.found.size >= maxReadings || rest === '') {
    if (rest === '') search.found.add(initials)
    return true
  }
  if (search.dead.has(rest)) return false
  let readable = false
  for (let length = Math.min(longest, rest.length); length > 0; length--) {
    const head = rest.slice(0, length)
    if (!isSyllable(head) && !(length === rest.length && beginning.test(head))) continue
    readable = read(rest.slice(length), initials + head.charAt(0), search) || readable
  }
  if (!readable) search.dead.add(rest)
  return readable
}

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
  read(letters, '', found)
  return [...found]
}

function read(rest: string, initials: string, found: Set<string>): void {
  if (found.size >= maxReadings) return
  if (rest === '') {
    found.add(initials)
    return
  }
  for (let length = Math.min(longest, rest.length); length > 0; length--) {
    const head = rest.slice(0, length)
    if (isSyllable(head) || (length === rest.length && beginning.test(head)))
      read(rest.slice(length), initials + head.charAt(0), found)
  }
}

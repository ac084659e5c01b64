const initial = /^(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])/

/** Finals of Hanyu Pinyin, ü as v. Not every initial takes every final; a pair that Chinese lacks is simply never found. */
const finals = [
  ...['a', 'ai', 'an', 'ang', 'ao', 'e', 'ei', 'en', 'eng', 'o', 'ong', 'ou'],
  ...['i', 'ia', 'ian', 'iang', 'iao', 'ie', 'in', 'ing', 'iong', 'iu'],
  ...['u', 'ua', 'uai', 'uan', 'uang', 'ue', 'ui', 'un', 'uo', 'v', 've'],
]
/** Syllables that have no initial. */
const bare = ['a', 'ai', 'an', 'ang', 'ao', 'e', 'ei', 'en', 'eng', 'er', 'o', 'ou']

/** The longest syllable is `zhuang`. */
const longest = 6
/** `xianan` can be read in several ways, a long text in thousands; the first few, longest syllables first, are enough. */
const maxReadings = 12

/** Whether letters can be one syllable of pinyin. */
export function isSyllable(letters: string): boolean {
  const [head] = initial.exec(letters) ?? []
  return head === undefined ? bare.includes(letters) : finals.includes(letters.slice(head.length))
}

/** Whether letters can be the beginning of a syllable that is still being typed. */
function isBeginning(letters: string): boolean {
  const [head] = initial.exec(letters) ?? []
  return head !== undefined && finals.some((final) => final.startsWith(letters.slice(head.length)))
}

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
    if (!isSyllable(head) && !(length === rest.length && isBeginning(head))) continue
    readable = read(rest.slice(length), initials + head.charAt(0), search) || readable
  }
  if (!readable) search.dead.add(rest)
  return readable
}

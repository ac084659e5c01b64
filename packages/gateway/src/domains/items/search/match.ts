import { type RawBuilder, sql } from 'kysely'
import type { LatinWord, SearchPlan, SearchWord, WrittenWord } from './plan.ts'

type Condition = RawBuilder<boolean>
type Score = RawBuilder<number>

/** How well a name fits, by how the word was found in it. Whole numbers: a cursor must compare exactly. */
const points = {
  code: 5_000,
  written: { whole: 1_000, start: 800, inside: 600 },
  pinyin: { whole: 900, start: 700, inside: 500 },
  initials: { whole: 850, start: 650, inside: 450 },
  /** Found by the reading of what the item is also known by. */
  also: 200,
  coverage: { base: 100, full: 300 },
  phrase: 50,
} as const

const textArray = (values: readonly string[]) => sql`${[...values]}::text[]`
const all = (conditions: readonly Condition[]): Condition => sql`(${sql.join(conditions, sql` and `)})`
const any = (conditions: readonly Condition[]): Condition => sql`(${sql.join(conditions, sql` or `)})`
const has = (grams: readonly string[]): Condition => sql`grams @> ${textArray(grams)}`

/**
 * Which items match a plan.
 *
 * @param frequency share of items that hold a token, 0 when it is rare; decides which tokens the index is asked for
 */
export function matchOf(plan: SearchPlan, frequency: (gram: string) => number): Condition {
  if (plan.words.length === 0) return sql`false`
  const byName = all(plan.words.map((word) => matchWord(word, frequency)))
  return plan.code === null ? byName : any([byName, isCode(plan.code)])
}

/** How well an item matches; a higher number comes first. */
export function scoreOf(plan: SearchPlan): Score {
  if (plan.words.length === 0) return sql`0`
  const words: Score = sql`${sql.join(plan.words.map(scoreWord), sql` + `)}`
  const phrase: Score = sql`(strpos(name_key, ${plan.phrase}) > 0)::int * ${sql.lit(points.phrase)}`
  const code: Score = plan.code === null ? sql`0` : sql`(${isCode(plan.code)})::int * ${sql.lit(points.code)}`
  return sql`(${words} + ${phrase} + ${code})`
}

const isCode = (code: string): Condition => sql`(code = ${code} or aliases @> ${textArray([code])})`

function matchWord(word: SearchWord, frequency: (gram: string) => number): Condition {
  return word.kind === 'written' ? matchWritten(word, frequency) : matchLatin(word)
}

function matchWritten({ text, grams, need }: WrittenWord, frequency: (gram: string) => number): Condition {
  if (grams.length === 0) return sql`strpos(name_key, ${text}) > 0`
  if (need === grams.length) return has(grams)
  // A name with `need` of n pairs has at least one of any n − need + 1 of them: ask the index for the rarest.
  const rarest = grams.toSorted((a, b) => frequency(a) - frequency(b)).slice(0, grams.length - need + 1)
  return sql`(grams && ${textArray(rarest)} and ${covered(grams)} >= ${sql.lit(need)})`
}

/** How many of the pairs a name has. */
const covered = (grams: readonly string[]): Score =>
  sql`(${sql.join(
    grams.map((gram) => sql`(${has([gram])})::int`),
    sql` + `,
  )})`

function matchLatin(word: LatinWord): Condition {
  const found: Condition = any([
    sql`strpos(name_key, ${word.text}) > 0`,
    sql`strpos(initials, ${word.text}) > 0`,
    sql`strpos(also_initials, ${word.text}) > 0`,
    ...heard(word, 'pinyin'),
    ...heard(word, 'also_pinyin'),
  ])
  return word.tokenSets === null ? found : all([any(word.tokenSets.map(has)), found])
}

/** Whether the letters are in the reading. One syllable is found as text, which is much quicker than by a pattern. */
function heard({ text, syllables }: LatinWord, column: 'pinyin' | 'also_pinyin'): Condition[] {
  if (syllables === 'none') return []
  const reading = sql.ref(column)
  return [syllables === 'one' ? sql`strpos(${reading}, ${`|${text}`}) > 0` : sql`${reading} ~ ${pinyinPattern(text)}`]
}

/** Letters in a row that begin at a syllable; where the syllables end between them is open. */
const pinyinPattern = (letters: string): string => `\\|${[...letters].join('\\|?')}`

function scoreWord(word: SearchWord): Score {
  return word.kind === 'written' ? scoreWritten(word) : scoreLatin(word)
}

function scoreWritten({ text, grams }: WrittenWord): Score {
  const { base, full } = points.coverage
  const share: Score =
    grams.length === 0
      ? sql`${sql.lit(base)}`
      : sql`${sql.lit(base)} + ${sql.lit(full)} * ${covered(grams)} / ${sql.lit(grams.length)}`
  return sql`(case ${sql.join(
    placesIn('name_key', text, points.written).map(({ when }) => when),
    sql` `,
  )} else ${share} end)`
}

function scoreLatin(word: LatinWord): Score {
  const { text } = word
  const cases = [
    ...placesIn('name_key', text, points.written),
    ...placesIn('initials', text, points.initials),
    ...heardPlaces(word),
  ].toSorted((a, b) => b.score - a.score)
  return sql`(case ${sql.join(
    cases.map(({ when }) => when),
    sql` `,
  )} else ${sql.lit(points.also)} end)`
}

interface Place {
  readonly score: number
  readonly when: RawBuilder<unknown>
}

const placesIn = (
  column: string,
  text: string,
  score: Readonly<Record<'whole' | 'start' | 'inside', number>>,
): Place[] => [
  { score: score.whole, when: sql`when ${sql.ref(column)} = ${text} then ${sql.lit(score.whole)}` },
  { score: score.start, when: sql`when starts_with(${sql.ref(column)}, ${text}) then ${sql.lit(score.start)}` },
  { score: score.inside, when: sql`when strpos(${sql.ref(column)}, ${text}) > 0 then ${sql.lit(score.inside)}` },
]

function heardPlaces({ text, syllables }: LatinWord): Place[] {
  if (syllables === 'none') return []
  return syllables === 'one' ? placesIn('pinyin', `|${text}`, points.pinyin) : patternPlaces(pinyinPattern(text))
}

function patternPlaces(pattern: string): Place[] {
  const { whole, start, inside } = points.pinyin
  return [
    { score: whole, when: sql`when pinyin ~ ${`^${pattern}$`} then ${sql.lit(whole)}` },
    { score: start, when: sql`when pinyin ~ ${`^${pattern}`} then ${sql.lit(start)}` },
    { score: inside, when: sql`when pinyin ~ ${pattern} then ${sql.lit(inside)}` },
  ]
}

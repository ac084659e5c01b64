import { isDivisionDigits, significantDigits, TongbanError } from '@tongban/schema'
import { type ExpressionBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { NoticeFilter } from '../generated/resolvers.ts'
import type { NoticesTables } from './schema.ts'
import { isReadable, searchWords } from './search-text.ts'

type Query<Output> = SelectQueryBuilder<NoticesTables, 'notice', Output>
type Where = ExpressionBuilder<NoticesTables, 'notice'>

/** @throws TongbanError `TB_INVALID_INPUT` for a division that is not the digits of whole levels */
export function checkFilter({ divisions }: NoticeFilter): void {
  const wrong = divisions?.findIndex((code) => !isDivisionDigits(code)) ?? -1
  if (wrong < 0) return
  const path = ['filter', 'divisions', String(wrong)]
  throw new TongbanError('TB_INVALID_INPUT', { field: path.join('.'), detail: '2/4/6/9/12 × 0–9' }, { path })
}

const likePattern = (text: string): string => text.replace(/[\\%_]/g, (character) => `\\${character}`)

const inDivisions = (divisions: readonly string[]) => (where: Where) =>
  where.or(divisions.map((code) => where('division_code', 'like', `${significantDigits(code)}%`)))

const midnight = (day: string) => sql<Date>`${`${day}T00:00:00+08:00`}::timestamptz`

/** Narrows a query to the notices that meet all of a filter. */
export function matching<Output>(query: Query<Output>, filter: NoticeFilter): Query<Output> {
  const { kinds, sectors, divisions, project, publishedFrom, publishedTo, text } = filter
  let result = query
  if (kinds?.length) result = result.where('kind', 'in', kinds)
  if (sectors?.length) result = result.where('sector', 'in', sectors)
  if (divisions?.length) result = result.where(inDivisions(divisions))
  if (project) result = result.where('project_code', '=', project)
  if (publishedFrom) result = result.where('published_at', '>=', midnight(publishedFrom))
  if (publishedTo) result = result.where('published_at', '<', sql<Date>`${midnight(publishedTo)} + interval '1 day'`)
  const words = searchWords(text)
  if (words.length > 0 && !words.some(isReadable)) result = result.where(sql<boolean>`false`)
  for (const word of words) result = result.where('search_text', 'like', `%${likePattern(word)}%`)
  return result
}

import { halfWidth } from '../../reading/nothing.ts'

/** Parts of a title that tell a notice from others of its project: what it is, and which attempt. Written with half-width brackets. */
const ofTheNotice = [
  /\(?(?:第[\d一二三四五六七八九十]+次|重新|再次|二次)(?:招标|采购|公告|公示)\)?/g,
  /\(?(?:更正|变更|补充|重新)(?:公告|公示)\)?/g,
  /(?:中标|成交|拟中标)?候选(?:人|供应商)(?:公示|公告)?|(?:中标|成交|交易)(?:结果|人)?(?:公示|公告)|评标结果公示/g,
  /\(?跨省远程异地评标\)?/g,
] as const

/** The name of a project as the title of one of its notices tells it. */
export const projectName = (title: string): string =>
  ofTheNotice
    .reduce((name, part) => name.replaceAll(part, ''), halfWidth(title))
    .replaceAll(/\s+/g, ' ')
    .trim()

/**
 * What all notices of a project have in common where a platform gives them no common code: its name without blanks. Candidate and
 * result notices, also of a second tender, meet on it.
 */
export const projectKey = (title: string): string => projectName(title).replaceAll(/\s/g, '')

/** The project of a notice by its title; null when nothing of the title is left. */
export const projectByTitle = (title: string): { code: string; name: string } | null => {
  const code = projectKey(title)
  return code === '' ? null : { code, name: projectName(title) }
}

/** Whether a title says that its notice corrects an earlier one. */
export const natureByTitle = (title: string): 'AMENDED' | null => (/更正|变更/.test(title) ? 'AMENDED' : null)

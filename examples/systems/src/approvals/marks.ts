import type { Submission } from './submission.ts'

/** Words in 【】 anywhere in a form value that steer a case; the sandbox's special inputs. */
export type Mark = '补正' | '不予受理' | '不予许可' | '退件' | '挂起' | '停留' | '重报'

/** Names of the form fields that carry the mark. */
export const markedFields = ({ form }: Submission, mark: Mark): string[] =>
  [...form].filter(([, value]) => value.includes(`【${mark}】`)).map(([name]) => name)

export const hasMark = (submission: Submission, mark: Mark): boolean => markedFields(submission, mark).length > 0

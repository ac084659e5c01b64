import type { Seal } from '../../store/seal.ts'
import type { SubmissionContent, SubmissionEntity } from './record.ts'

/** Seals belong to their row, so that the content of one submission cannot be put under another. */
const contextOf = (id: string): string => `submission:${id}`

export const sealContent = (seal: Seal, id: string, content: SubmissionContent): string =>
  seal.seal(JSON.stringify(content), contextOf(id))

/** Opens what is sealed in a submission. Personal data. */
export const openContent = (seal: Seal, { id, sealed }: Pick<SubmissionEntity, 'id' | 'sealed'>): SubmissionContent =>
  JSON.parse(seal.open(sealed, contextOf(id)))

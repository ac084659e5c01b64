import { TongbanError } from '@tongban/schema'
import type { Kysely } from 'kysely'
import type { Seal } from '../../store/seal.ts'
import type { SubmitCaseInput } from '../generated/resolvers.ts'
import { tables } from './store.ts'

/** A key of a client, with what it is used for. Valid for the life of the case, hence never deleted. */
export interface RequestKey {
  readonly clientId: string
  readonly key: string
  readonly fingerprint: string
}

/** Equal for equal content, whatever the order of fields, answers or materials. Keyed, because the content is personal. */
export const fingerprintOf = (seal: Seal, { materials, mode, ...rest }: SubmitCaseInput): string =>
  seal.fingerprint(
    canonical({
      ...rest,
      mode: mode ?? 'COUNTER',
      materials: [...materials].sort((a, b) => (a.key < b.key ? -1 : 1)),
    }),
  )

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).filter(([, each]) => each !== undefined && each !== null)
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`)
    .join(',')}}`
}

/**
 * The submission this key was used for, or undefined when the key is new.
 *
 * @throws TongbanError `TB_IDEMPOTENCY_KEY_REUSED` when it was used for other content
 */
export async function earlierSubmission(db: Kysely<unknown>, request: RequestKey): Promise<string | undefined> {
  const earlier = await tables(db)
    .selectFrom('submission_request')
    .select(['submission_id', 'fingerprint'])
    .where('client_id', '=', request.clientId)
    .where('idempotency_key', '=', request.key)
    .executeTakeFirst()
  if (earlier && earlier.fingerprint !== request.fingerprint) throw new TongbanError('TB_IDEMPOTENCY_KEY_REUSED')
  return earlier?.submission_id
}

/**
 * Takes a key for a submission. Of several at once only one gets it: the others wait here until that one has committed.
 *
 * @returns false when the key is taken
 */
export async function takeKey(
  trx: Kysely<unknown>,
  { clientId, key, fingerprint }: RequestKey,
  submissionId: string,
  at: Date,
): Promise<boolean> {
  const row = { client_id: clientId, idempotency_key: key, fingerprint, submission_id: submissionId, at }
  const taken = await tables(trx)
    .insertInto('submission_request')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('submission_id')
    .execute()
  return taken.length > 0
}

import { TongbanError } from '@tongban/schema'
import type { Kysely } from 'kysely'
import type { Seal } from '../../store/seal.ts'
import type { MutationSubmitCaseArgs, SubmitCaseInput } from '../generated/resolvers.ts'
import { tables } from './store.ts'

/** A key of a client, with what it is used for. Valid for the life of the case, hence never deleted. */
export interface RequestKey {
  readonly clientId: string
  readonly key: string
  /** Keyed digest of the content but for the applicant: a handle says only who a person is for a day. */
  readonly fingerprint: string
  /** Keyed digest of the handle, to recognise it after it has expired. */
  readonly handle: string
}

/** The key of a call, with what it is used for. */
export const requestKey = (
  seal: Seal,
  clientId: string,
  { input: { applicant, ...content }, idempotencyKey }: MutationSubmitCaseArgs,
): RequestKey => ({
  clientId,
  key: idempotencyKey,
  fingerprint: fingerprintOf(seal, content),
  handle: seal.fingerprint(`handle:${canonical(applicant)}`),
})

/** Equal for equal content, whatever the order of fields, answers or materials. Keyed, because the content is personal. */
const fingerprintOf = (seal: Seal, { materials, mode, ...rest }: Omit<SubmitCaseInput, 'applicant'>): string =>
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
 * The submission this key was used for, or undefined when the key is new. A repetition may come with the old handle,
 * expired or not, or days later with a new one of the same person.
 *
 * @param identify - the fingerprint of the applicant; asked only where the handle is another one
 * @throws TongbanError `TB_IDEMPOTENCY_KEY_REUSED` when the key was used for other content or another applicant
 */
export async function earlierSubmission(
  db: Kysely<unknown>,
  request: RequestKey,
  identify: () => Promise<string>,
): Promise<string | undefined> {
  const earlier = await tables(db)
    .selectFrom('submission_request')
    .select(['submission_id', 'fingerprint', 'handle', 'applicant'])
    .where('client_id', '=', request.clientId)
    .where('idempotency_key', '=', request.key)
    .executeTakeFirst()
  if (earlier === undefined) return undefined
  const sameContent = earlier.fingerprint === request.fingerprint
  const samePerson = async () => earlier.handle === request.handle || earlier.applicant === (await identify())
  if (sameContent && (await samePerson())) return earlier.submission_id
  throw new TongbanError('TB_IDEMPOTENCY_KEY_REUSED')
}

/** A submission that is about to be made for a key. */
interface NewSubmission {
  readonly id: string
  readonly at: Date
  /** Fingerprint of the applicant. */
  readonly applicant: string
}

/**
 * Takes a key for a submission. Of several at once only one gets it: the others wait here until that one has committed.
 *
 * @returns false when the key is taken
 */
export async function takeKey(
  trx: Kysely<unknown>,
  { clientId, key, fingerprint, handle }: RequestKey,
  { id, at, applicant }: NewSubmission,
): Promise<boolean> {
  const row = { client_id: clientId, idempotency_key: key, fingerprint, handle, applicant, submission_id: id, at }
  const taken = await tables(trx)
    .insertInto('submission_request')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('submission_id')
    .execute()
  return taken.length > 0
}

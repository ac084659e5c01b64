import { randomBytes, randomUUID } from 'node:crypto'
import type { Seal } from '../../../store/seal.ts'
import type { WebhookRow } from './record.ts'

/** Prefix of secrets (Standard Webhooks, "Signature scheme"). */
const prefix = 'whsec_'
/** Standard Webhooks asks for 24 to 64 bytes. */
const secretBytes = 32

/** A secret shared with one receiver. */
interface Secret {
  readonly secret: string
  /** Epoch milliseconds until which it signs; null for the current one. */
  readonly until: number | null
}

const contextOf = (id: string): string => `webhook:${id}`

/** `whsec_` and 32 random bytes in Base64. */
export const newSecret = (): string => prefix + randomBytes(secretBytes).toString('base64')

/** Identifier of a new webhook with its first secret, sealed to it. */
export function firstSecret(seal: Seal): { readonly id: string; readonly secret: string; readonly sealed: string } {
  const id = randomUUID()
  const secret = newSecret()
  return { id, secret, sealed: sealSecrets(seal, id, [{ secret, until: null }]) }
}

/**
 * Puts a new secret before the others; those sign beside it until the overlap ends.
 *
 * @returns the new secret, and all that still sign, sealed
 */
export function nextSecret(seal: Seal, row: Pick<WebhookRow, 'id' | 'sealed'>, now: Date, overlapMs: number) {
  const secret = newSecret()
  const until = now.getTime() + overlapMs
  const older = openSecrets(seal, row)
    .map((each) => ({ ...each, until: Math.min(each.until ?? until, until) }))
    .filter((each) => each.until > now.getTime())
  return { secret, sealed: sealSecrets(seal, row.id, [{ secret, until: null }, ...older]) }
}

/** The keys that sign now, newest first. */
export const signingSecrets = (
  seal: Seal,
  row: Pick<WebhookRow, 'id' | 'sealed'>,
  now: Date,
): readonly [Buffer, ...Buffer[]] => {
  const [first, ...others] = openSecrets(seal, row)
    .filter(({ until }) => until === null || until > now.getTime())
    .map(({ secret }) => Buffer.from(secret.slice(prefix.length), 'base64'))
  if (!first) throw new Error('a webhook always has a current secret')
  return [first, ...others]
}

const sealSecrets = (seal: Seal, id: string, secrets: readonly Secret[]): string =>
  seal.seal(JSON.stringify(secrets), contextOf(id))

const openSecrets = (seal: Seal, { id, sealed }: Pick<WebhookRow, 'id' | 'sealed'>): readonly Secret[] =>
  JSON.parse(seal.open(sealed, contextOf(id)))

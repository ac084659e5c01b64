import { createDecipheriv, createHash } from 'node:crypto'
import { z } from 'zod'
import { sourceFailure } from '../failures.ts'
import type { HttpRequest } from '../source.ts'
import type { Obtained } from './credential.ts'
import { fetchSecret } from './fetch-secret.ts'
import type { SignerIo } from './signer.ts'

/** How the answer of the first step becomes a secret. */
export interface SecretReading {
  /** Authorisation code of the service (授权码): signs the first step and decrypts its answer. */
  readonly appKey: string
  /** How the AES key is had from the app key: as Java's SHA1PRNG derives it, or its own bytes. @default 'SHA1PRNG' */
  readonly aesKey?: 'SHA1PRNG' | 'BYTES' | undefined
  /** How long a secret holds that came without its end. @default 900_000 */
  readonly validForMs?: number | undefined
}

const secretData = z.looseObject({
  secret: z.string().min(1),
  secretEndTime: z.union([z.string(), z.number()]).nullish(),
})
const secretReply = z.looseObject({
  code: z.union([z.string(), z.number()]),
  data: z
    .union([
      secretData,
      z
        .string()
        .transform((text, context) => parsed(text, context))
        .pipe(secretData),
    ])
    .nullish(),
})

/** Some nodes answer the data as JSON inside JSON. */
function parsed(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text)
  } catch {
    context.addIssue({ code: 'custom', message: 'no JSON' })
    return z.NEVER
  }
}

const sha1 = (bytes: string | Uint8Array): Buffer => createHash('sha1').update(bytes).digest()

/** The first bytes Java's SHA1PRNG yields for a seed are the digest of the seed's digest. */
const aesKeyOf = (appKey: string, how: 'SHA1PRNG' | 'BYTES'): Buffer =>
  how === 'BYTES' ? Buffer.from(appKey, 'utf8') : sha1(sha1(appKey)).subarray(0, 16)

function decrypt(secret: string, { appKey, aesKey = 'SHA1PRNG' }: SecretReading): string {
  const key = aesKeyOf(appKey, aesKey)
  try {
    const decipher = createDecipheriv(`aes-${key.length * 8}-ecb`, key, null)
    return Buffer.concat([decipher.update(secret, 'base64'), decipher.final()]).toString('utf8')
  } catch (error) {
    throw sourceFailure(
      'TB_SOURCE_AUTH',
      { detail: 'the secret cannot be decrypted with the app key' },
      { cause: error },
    )
  }
}

/** An end that cannot be read is as good as none. */
function validFor(end: string | number | null | undefined, now: Date, usualMs: number): number {
  const text = String(end ?? '')
  if (!/^\d{10}(\d{3})?$/.test(text)) return usualMs
  return Number(text) * (text.length === 10 ? 1_000 : 1) - now.getTime()
}

/**
 * Makes the first step: fetches a secret and decrypts it.
 *
 * @throws TongbanError `TB_SOURCE_AUTH` when the app key is refused or does not fit, else as for any answer that cannot be read
 */
export async function obtainSecret(
  io: SignerIo,
  request: HttpRequest,
  reading: SecretReading,
): Promise<Obtained<string>> {
  const now = io.now()
  const { code, data } = await fetchSecret(io, request, secretReply)
  if (String(code) !== '0' || !data)
    throw sourceFailure('TB_SOURCE_AUTH', { detail: 'no secret: the app key was refused' })
  return {
    secret: decrypt(data.secret, reading),
    validForMs: validFor(data.secretEndTime, now, reading.validForMs ?? 900_000),
  }
}

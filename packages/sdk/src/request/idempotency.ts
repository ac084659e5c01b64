import { localError } from '../errors/local.ts'
import { TB_CONFIG_INVALID } from '../generated/local-errors.ts'
import type { Settings } from '../settings.ts'

/** A new idempotency key. @throws TongbanError `TB_CONFIG_INVALID` where the runtime has no source of randomness */
export async function newIdempotencyKey({ platform, locale }: Settings): Promise<string> {
  // No fallback to Math.random: two clients with the same key would be told of each other's errand.
  if (platform.randomUUID !== undefined) return platform.randomUUID()
  const detail =
    'this runtime makes no random keys; pass { idempotencyKey } with the call or platform.randomUUID to the client'
  throw localError(TB_CONFIG_INVALID, locale, { params: { path: 'platform.randomUUID', detail } })
}

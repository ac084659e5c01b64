import { createHash, randomBytes } from 'node:crypto'
import type { Systems } from '../start.ts'

/** How a test call deviates from a good one. */
export interface LibraryCall {
  readonly body?: unknown
  readonly headers?: Record<string, string>
  readonly timestamp?: number
  readonly nonce?: string
}

/** A caller of the item library, written from the published signature rule and nothing of the system's own code. */
export const libraryClient =
  ({ items, credentials }: Systems) =>
  async (path: string, call: LibraryCall = {}): Promise<unknown> => {
    const timestamp = String(call.timestamp ?? Math.floor(Date.now() / 1000))
    const nonce = call.nonce ?? `${Date.now().toString(16)}-${randomBytes(6).toString('hex')}`
    const signed = timestamp + credentials.items.token + nonce + timestamp
    const response = await fetch(`${items.url}/openapi/zwfw/v2${path}`, {
      method: call.body === undefined ? 'GET' : 'POST',
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      headers: {
        'x-tif-paasid': credentials.items.paasid,
        'x-tif-timestamp': timestamp,
        'x-tif-nonce': nonce,
        'x-tif-signature': createHash('sha256').update(signed).digest('hex').toUpperCase(),
        ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...call.headers,
      },
    })
    return response.json()
  }

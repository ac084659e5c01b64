import { TongbanError } from '@tongban/sdk'

/** The error a promise rejects with; anything but a TongbanError fails the test. */
export async function caught(promise: PromiseLike<unknown>): Promise<TongbanError> {
  const error: unknown = await promise.then(
    () => 'it did not reject',
    (reason: unknown) => reason,
  )
  if (error instanceof TongbanError) return error
  throw new Error(`expected a TongbanError, got ${String(error)}`)
}

import { withinScope } from '../cancel/scope.ts'
import { sleep } from '../cancel/sleep.ts'
import { isTongbanError } from '../errors/error.ts'
import { localError } from '../errors/local.ts'
import { TB_CANCELLED, TB_CONFIG_INVALID } from '../generated/local-errors.ts'
import type { WaitOptions } from '../options.ts'
import type { TongbanClient } from '../settings.ts'

/** Waits between two questions. @throws TongbanError `TB_CANCELLED`, or `TB_CONFIG_INVALID` without a timer */
export async function pause({ settings }: TongbanClient, { signal: parent }: WaitOptions, ms: number): Promise<void> {
  const { platform, locale } = settings
  if (platform.setTimeout === undefined) {
    const detail = 'this runtime has no timer; pass platform.setTimeout to the client'
    throw localError(TB_CONFIG_INVALID, locale, { params: { path: 'platform.setTimeout', detail } })
  }
  const limits = { parent, onCancel: () => localError(TB_CANCELLED, locale, { retryable: false }) }
  return withinScope(platform, limits, (signal) => sleep(platform, ms, signal))
}

/** Asks once; trouble that passes by itself gives `undefined`, so that waiting goes on through an outage. */
export async function askAgainLater<T>(question: PromiseLike<T>): Promise<T | undefined> {
  try {
    return await question
  } catch (error) {
    if (isTongbanError(error) && error.retryable) return undefined
    throw error
  }
}

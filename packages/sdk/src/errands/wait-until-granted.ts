import { localError } from '../errors/local.ts'
import { consentsGet } from '../generated/consents.ts'
import { TB_CONSENT_ENDED, TB_CONSENT_NOT_GRANTED } from '../generated/local-errors.ts'
import type { ConsentFieldsFragment } from '../generated/types.ts'
import type { WaitOptions } from '../options.ts'
import type { TongbanClient } from '../settings.ts'
import { askAgainLater, pause } from './poll.ts'

/** Whether the citizen said yes. @throws TongbanError when they said no or can no longer say anything */
function isGranted({ state }: ConsentFieldsFragment, { settings }: TongbanClient): boolean {
  if (state === 'PENDING' || state === 'GRANTED') return state === 'GRANTED'
  throw localError(state === 'REFUSED' ? TB_CONSENT_NOT_GRANTED : TB_CONSENT_ENDED, settings.locale, {
    params: { state },
  })
}

/** Asks the gateway until the citizen has answered. @throws TongbanError when the answer is not yes */
export async function waitUntilGranted(
  client: TongbanClient,
  id: string,
  options: WaitOptions = {},
): Promise<ConsentFieldsFragment> {
  for (;;) {
    const consent = await askAgainLater(consentsGet(client, { id }, options))
    if (consent && isGranted(consent, client)) return consent
    await pause(client, options, options.intervalMs ?? 2_000)
  }
}

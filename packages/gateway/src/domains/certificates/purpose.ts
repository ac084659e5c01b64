import { TongbanError } from '@tongban/schema'

/** Platforms accept this much (useCause). */
const maxCharacters = 200

/** Checks the purpose a caller names. @throws TongbanError `TB_INVALID_INPUT` */
export function readPurpose(given: string): string {
  const purpose = given.normalize('NFC').trim()
  const { length } = [...purpose]
  if (length >= 1 && length <= maxCharacters) return purpose
  throw new TongbanError('TB_INVALID_INPUT', { field: 'purpose', detail: `1–${maxCharacters}` }, { path: ['purpose'] })
}

import { type ErrorCode, errorTable } from '@tongban/schema'

/** Codes the SDK raises itself. Only these rows travel with it; all others come from the gateway with their message. */
const localCodes = [
  'TB_NETWORK',
  'TB_TIMEOUT',
  'TB_CANCELLED',
  'TB_BAD_RESPONSE',
  'TB_USER_ERRORS',
  'TB_PARTIAL',
  'TB_CONFIG_INVALID',
  'TB_FILE_UNREADABLE',
  'TB_UNAUTHENTICATED',
  'TB_RATE_LIMITED',
  'TB_INVALID_INPUT',
  'TB_ITEM_NOT_FOUND',
  'TB_CONSENT_NOT_FOUND',
  'TB_CONSENT_NOT_GRANTED',
  'TB_CONSENT_ENDED',
  'TB_SUBMISSION_NOT_FOUND',
  'TB_CASE_NOT_FOUND',
  'TB_NOTICE_NOT_FOUND',
  'TB_WEBHOOK_INVALID',
] as const satisfies readonly ErrorCode[]

const printRow = (code: ErrorCode): string => {
  const { retry, act, zh, en } = errorTable[code]
  return `export const ${code} = ${JSON.stringify({ code, retryable: retry === 'LATER', act, zh, en })} as const`
}

/** The rows of those codes, as TypeScript: a constant each, so that a bundle has only those it can raise. */
export const printLocalErrors = (): string => localCodes.map(printRow).join('\n')

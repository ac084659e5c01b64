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
  'TB_BODY_TOO_LARGE',
  'TB_RATE_LIMITED',
  'TB_INVALID_INPUT',
  'TB_ITEM_NOT_FOUND',
  'TB_CONSENT_NOT_FOUND',
  'TB_CONSENT_NOT_GRANTED',
  'TB_CONSENT_ENDED',
  'TB_SUBMISSION_NOT_FOUND',
  'TB_CASE_NOT_FOUND',
  'TB_NOTICE_NOT_FOUND',
] as const satisfies readonly ErrorCode[]

const printRow = (code: ErrorCode): string => {
  const { retry, act, zh, en } = errorTable[code]
  return `  ${code}: ${JSON.stringify({ retryable: retry === 'LATER', act, zh, en })},`
}

/** The rows of those codes, as TypeScript. */
export const printLocalErrors = (): string =>
  `/** Rows of the table of errors for the codes the SDK raises itself. */
export const localErrors = {
${localCodes.map(printRow).join('\n')}
} as const
`

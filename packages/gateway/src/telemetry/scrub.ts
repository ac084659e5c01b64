import { plainError } from './plain-error.ts'

/** What stands where personal data or a secret would have been. */
export const redacted = '[redacted]'

/** Keys whose values are personal data or secrets wherever they occur, in lower case without separators. */
const privateKeys = new Set(
  [
    ['name', 'applicantname', 'holder', 'holdername', 'person', 'purpose'],
    [
      'documentnumber',
      'holdernumber',
      'idnumber',
      'idcard',
      'number',
      'phone',
      'telephone',
      'mobile',
      'email',
      'address',
    ],
    ['applicant', 'identity', 'answers', 'form', 'face', 'materials', 'variables', 'input', 'body', 'content'],
    [
      'authorization',
      'cookie',
      'token',
      'accesstoken',
      'clientassertion',
      'assertion',
      'password',
      'secret',
      'key',
      'jwk',
    ],
    ['matchcode', 'handle', 'ticket'],
  ].flat(),
)

/** GB 11643 with a plausible birth date. A mistyped number is personal as well, so the check character is not asked. */
const residentId = /(?<!\d)\d{6}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![0-9A-Za-z])/g
const mobile = /(?<!\d)1[3-9]\d{9}(?!\d)/g
/** Three base64url parts, the first beginning with `{"`: a signed token. */
const signedToken = /eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g

/** Takes resident numbers, mobile numbers and tokens out of a text. */
export const scrubText = (text: string): string =>
  text.replace(residentId, redacted).replace(mobile, redacted).replace(signedToken, redacted)

const maxDepth = 6

/**
 * A copy of log fields without personal data: the second line of defence, behind rooms that do not log it. Values under a
 * private key go whole; texts elsewhere lose what looks like a number of a person or a token. Errors become plain
 * objects without the texts of others.
 */
export function scrub(fields: object): Record<string, unknown> {
  return scrubObject(fields, 0)
}

const isPrivate = (key: string): boolean => privateKeys.has(key.toLowerCase().replace(/[_-]/g, ''))

function scrubObject(value: object, depth: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      isPrivate(key) && inner != null ? redacted : scrubValue(inner, depth),
    ]),
  )
}

function scrubValue(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return scrubText(value)
  if (typeof value === 'bigint') return value.toString()
  if (typeof value !== 'object' || value === null) return value
  if (depth >= maxDepth) return '[deep]'
  if (value instanceof Error) return scrubError(value, depth)
  if (value instanceof Date) return value.toISOString()
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`
  if (value instanceof Set || value instanceof Map) return `[${value.size} entries]`
  return Array.isArray(value) ? value.map((one) => scrubValue(one, depth + 1)) : scrubObject(value, depth + 1)
}

function scrubError(error: Error, depth: number): Record<string, unknown> {
  const plain = scrubObject(plainError(error), depth)
  // A cause that is no error is a value like any other, and nobody vouches for it.
  return error.cause instanceof Error ? { ...plain, cause: scrubValue(error.cause, depth + 1) } : plain
}

import type { IncomingHttpHeaders } from 'node:http'
import type { Operator } from '../../domains/request.ts'
import { InvalidArgumentError } from '../../graph/errors/invalid-argument.ts'

const branchHeader = 'x-tongban-branch'
const operatorHeader = 'x-tongban-operator'
const maxLength = 64

/** Headers carry ASCII only, so names come percent-encoded (`encodeURIComponent`). Control characters could forge log lines. */
function decoded(headers: IncomingHttpHeaders, name: string): string | null {
  const value = headers[name]
  if (value === undefined || value === '') return null
  try {
    const text = decodeURIComponent(String(value))
    if (text.length <= maxLength && !/\p{Cc}/u.test(text)) return text
  } catch {
    // not percent-encoded UTF-8: the same answer
  }
  throw new InvalidArgumentError([name], {
    zh: `应为至多 ${maxLength} 字、经 encodeURIComponent 编码的文字`,
    en: `expected at most ${maxLength} characters, encoded with encodeURIComponent`,
  })
}

/**
 * The clerk a client names for a call, or null.
 *
 * @throws InvalidArgumentError naming the header
 */
export function operatorOf(headers: IncomingHttpHeaders): Operator | null {
  const branch = decoded(headers, branchHeader)
  const id = decoded(headers, operatorHeader)
  return branch === null && id === null ? null : { branch, id }
}

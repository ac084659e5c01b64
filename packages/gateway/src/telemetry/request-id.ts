import { randomUUID } from 'node:crypto'
import { scrubText } from './scrub.ts'

/** What a caller's own identifier may look like: anything else could forge lines or carry data into a log. */
const acceptable = /^[A-Za-z0-9][A-Za-z0-9._-]{7,63}$/

/** The identifier of a request: the caller's `x-request-id` when it is a plain one and nobody's number, else a new one. */
export const requestIdOf = (header: string | readonly string[] | undefined): string =>
  typeof header === 'string' && acceptable.test(header) && scrubText(header) === header ? header : randomUUID()

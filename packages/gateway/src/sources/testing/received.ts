import { buffer } from 'node:stream/consumers'
import { type Answer, body } from './upstream.ts'

/** A request as a test's upstream has received it, byte by byte. */
export interface Received {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
}

/** Reads the whole request and then answers by what it says. */
export const receiving =
  (answer: (received: Received) => Answer): Answer =>
  (request, response) =>
    void buffer(request).then((body) =>
      answer({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body })(
        request,
        response,
      ),
    )

/** Keeps what comes in and answers with the same each time. */
export const keeping = (got: Received[], content: string | Uint8Array, contentType = 'application/json'): Answer =>
  receiving((one) => {
    got.push(one)
    return body(content, contentType)
  })

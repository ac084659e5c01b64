import type { z } from 'zod'
import type { AttemptIo, UpstreamRequest } from './protocol.ts'

/** Makes one call to a source and parses the reply once, at the border, with the schema in `reply`. */
export type Call<Request extends UpstreamRequest = UpstreamRequest> = <Reply extends z.ZodType>(
  request: Request & { readonly reply: Reply },
) => Promise<z.output<Reply>>

/** The call type that belongs to a protocol. */
export type CallOf<P> = P extends {
  send(request: infer Request extends UpstreamRequest, io: AttemptIo): Promise<unknown>
}
  ? Call<Request>
  : never

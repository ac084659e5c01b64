import { z } from 'zod'
import { createCaller } from '../calling/call.ts'
import type { Call, CallContext, Protocol, SourceLimits, UpstreamRequest } from '../source.ts'
import { silentLog } from './source.ts'

/** Puts a protocol behind the resilient call, as a source would; by default nothing is repeated. */
export function stackOf<Request extends UpstreamRequest>(
  protocol: Protocol<Request>,
  limits: Partial<SourceLimits> = {},
): { call: Call<Request>; callFor(context: CallContext): Call<Request>; close(): Promise<void> } {
  const source = {
    id: 'tests',
    title: '测试系统',
    covers: {},
    protocol,
    ports: {},
    limits: { maxRetries: 0, ...limits },
  }
  const caller = createCaller(source, { log: silentLog, metrics: { sourceCall() {} }, now: () => new Date() })
  return { call: caller.callFor({}), callFor: (context) => caller.callFor(context), close: () => caller.close() }
}

/** For tests that look at the payload as it is. */
export const anything = z.unknown()

import { z } from 'zod'
import type { Log } from '../../telemetry/types.ts'
import { type Caller, createCaller } from '../calling/call.ts'
import { type RestRequest, rest } from '../protocols/rest/rest.ts'
import type { Call, CallContext, Source, SourceLimits } from '../source.ts'

/** A REST source without ports: tests make calls directly. */
export const restSource = (url: string, limits: Partial<SourceLimits> = {}): Source => ({
  id: 'tests',
  title: '测试系统',
  covers: {},
  protocol: rest({ base: url, envelope: { success: { path: 'code', in: [0] }, payload: 'data', message: 'msg' } }),
  limits,
  ports: {},
})

/** What a test sees of the metrics: one line a call. */
export const recordedMetrics = () => {
  const outcomes: string[] = []
  return {
    outcomes,
    metrics: {
      sourceCall: ({ operation, outcome }: { operation: string; outcome: string }) =>
        void outcomes.push(`${operation} ${outcome}`),
    },
  }
}

/** A log that keeps nothing. */
export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {}, child: () => silentLog }

/** A caller of a REST source at this address. */
export const callerOf = (url: string, limits: Partial<SourceLimits> = {}): Caller =>
  createCaller(restSource(url, limits), { log: silentLog, metrics: { sourceCall() {} }, now: () => new Date() })

const reply = z.object({ value: z.string() })

/** Asks for `data.value`; reads are safe unless the test says otherwise. */
export const ask = (caller: Caller, request: Partial<RestRequest> = {}, context: CallContext = {}) => {
  const call: Call<RestRequest> = caller.callFor(context)
  return call({ operation: 'read', safe: true, path: '/', ...request, reply })
}

/** An envelope that carries a value. */
export const good = (value = 'yes') => ({ code: 0, data: { value } })

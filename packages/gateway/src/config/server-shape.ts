import { z } from 'zod'
import { strict } from '../sources/options/strict.ts'

/** Clients append paths to it, and tokens are issued for it. */
const publicUrl = z
  .url({ protocol: /^https?$/, error: 'use an http or https address' })
  .refine(isBare, 'use an address without user, query (?) and fragment (#), for example https://gov.example.cn')

function isBare(text: string): boolean {
  const { username, password } = new URL(text)
  return !/[?#]/.test(text) && username === '' && password === ''
}

const host = z.string().min(1, 'give a host name or an address')
const port = z.int('use a port number from 0 to 65535').min(0).max(65_535)
export const milliseconds = z.int('use whole milliseconds').positive('use a positive number')

/** Where and how to serve. */
export const serverShape = strict({
  host: host.default('127.0.0.1'),
  port: port.default(4000),
  publicUrl: publicUrl.optional(),
  metricsPort: port.optional(),
  metricsHost: host.optional(),
  bodyLimitBytes: z.int().positive().default(1_048_576),
  requestTimeoutMs: milliseconds.default(15_000),
  maxCost: z.number().positive().default(2_000),
  explorer: z.boolean().default(true),
  graceMs: milliseconds.default(8_000),
}).refine(({ metricsHost, metricsPort }) => metricsHost === undefined || metricsPort !== undefined, {
  path: ['metricsHost'],
  error: 'give metricsPort, too: without a port of its own /metrics is served with the API',
})

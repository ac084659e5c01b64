import { BlockList, isIPv6 } from 'node:net'
import { z } from 'zod'
import { strict } from '../sources/options/strict.ts'
import { milliseconds } from './server-shape.ts'

const network = z.string().refine(isNetwork, 'use a network such as 10.32.0.0/16 or fd00:1234::/32')

function isNetwork(text: string): boolean {
  const [, address = '', bits] = /^([^/]+)\/(\d{1,3})$/.exec(text) ?? []
  try {
    new BlockList().addSubnet(address, Number(bits), isIPv6(address) ? 'ipv6' : 'ipv4')
    return true
  } catch {
    return false
  }
}

const days = z.number().positive('use a positive number of days')
const longestAttempt = 60_000

/** How long events are kept, and where webhooks may lead. */
export const eventsShape = strict({
  retentionDays: days.default(730),
  webhooks: strict({
    allowedNetworks: z.array(network).default([]),
    allowHttp: z.boolean().default(false),
    attemptTimeoutMs: milliseconds.max(longestAttempt, 'use at most 60000').default(15_000),
    maxPerClient: z.int('use a whole number').nonnegative().default(10),
    attemptDays: days.default(30),
  }).prefault({}),
})

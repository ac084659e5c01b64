import { lookup as dnsLookup } from 'node:dns'
import { BlockList, isIP, isIPv6, type LookupFunction } from 'node:net'
import type { WebhookSettings } from '../settings.ts'

/**
 * Addresses that are not in the public internet (registries of special-purpose addresses, RFC 6890 and its successors), and those
 * that carry an IPv4 address inside IPv6. Metadata services of clouds live at link-local addresses.
 */
const inside: readonly string[] = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '::/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
  '5f00::/16',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
]
const loopback: readonly string[] = ['127.0.0.0/8', '::1/128']

/** A list of networks. @throws TypeError or RangeError when one is none */
export function networks(cidrs: readonly string[]): BlockList {
  const list = new BlockList()
  for (const cidr of cidrs) {
    const [address = '', bits = ''] = cidr.split('/')
    if (!/^\d{1,3}$/.test(bits)) throw new TypeError('a network is written as 10.1.0.0/16')
    list.addSubnet(address, Number(bits), isIPv6(address) ? 'ipv6' : 'ipv4')
  }
  return list
}

/** An IPv4 address that is written as IPv6 counts as what it is. */
const holds = (list: BlockList, address: string): boolean => list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')

/** Whether a connection to an address may be opened. */
export type AddressRule = (address: string, protocol: string) => boolean

const insideNetworks = networks(inside)
const loopbackNetworks = networks(loopback)

/**
 * The rule for addresses: public ones, and those the operator lists. Plain http goes to this machine itself or nowhere, and only
 * where the operator allows it.
 */
export function addressRule({
  allowedNetworks,
  allowHttp,
}: Pick<WebhookSettings, 'allowedNetworks' | 'allowHttp'>): AddressRule {
  const allowed = networks(allowedNetworks)
  return (address, protocol) => {
    // an address with a zone is link-local
    if (isIP(address) === 0 || address.includes('%')) return false
    if (protocol === 'http:') return allowHttp && holds(loopbackNetworks, address)
    return holds(allowed, address) || !holds(insideNetworks, address)
  }
}

/** An address at which nothing is sent. */
export class ForbiddenAddressError extends Error {
  override readonly name = 'ForbiddenAddressError'
  readonly code = 'FORBIDDEN_ADDRESS'
  constructor() {
    super('the name leads to an address inside the network')
  }
}

/**
 * A look-up that gives only addresses that may be connected to. An attacker's name server may say one thing when a webhook is
 * registered and another when it is called (DNS rebinding), so the rule is applied to the very addresses that are dialled; a name with
 * one address inside the network is refused as a whole.
 */
export const guardedLookup =
  (mayConnect: (address: string) => boolean, lookup: LookupFunction = dnsLookup): LookupFunction =>
  (hostname, options, answer) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return answer(error, [])
      const all = typeof found === 'string' ? [{ address: found, family: isIPv6(found) ? 6 : 4 }] : found
      const [first] = all
      if (!first || !all.every(({ address }) => mayConnect(address))) return answer(new ForbiddenAddressError(), [])
      return options.all ? answer(null, all) : answer(null, first.address, first.family)
    })
  }

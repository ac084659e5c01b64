import { LRUCache } from 'lru-cache'
import type { Call } from '../../source.ts'
import type { LicenceRow } from './licence.ts'
import type { GuangdongLicencesOptions } from './options.ts'
import type { LicenceRequest } from './protocol.ts'
import { authCodes, oneLicence } from './replies.ts'

const pageSize = 100
const mostCodes = 10_000

/** The calls of the service, and the codes that it gave for licences. */
export function callsOf({ operator, itemFor, codesLastMs = 600_000 }: GuangdongLicencesOptions) {
  const codes = new LRUCache<string, string>({ max: mostCodes, ttl: codesLastMs })
  const asked = {
    account: operator.account,
    name: operator.name,
    identity_num: operator.identityNumber,
    role: operator.role,
    division: operator.division,
    division_code: operator.divisionCode,
    service_org: operator.organisation,
  }

  const licence = async (code: string, operation: string, call: Call<LicenceRequest>) => {
    const request = { operation, safe: true, path: '/license/get_license', query: { auth_code: code } }
    const row = await call({ ...request, reply: oneLicence })
    if (row) codes.set(row.license_code, code)
    return row
  }

  const codesOf = async (identity_number: string, purpose: string, page: number, call: Call<LicenceRequest>) => {
    const { code, name } = itemFor(purpose)
    const about = { identity_number, service_item_code: code, service_item_name: name, operator: asked }
    const body = { ...about, page_size: pageSize, page_index: page }
    const request = { operation: 'certificates.byHolder', safe: true, path: '/license/auth', body }
    return call({ ...request, reply: authCodes })
  }

  /** Pages of codes until one is short or says nothing new: services may not turn pages. */
  const allCodes = async (identityNumber: string, purpose: string, call: Call<LicenceRequest>) => {
    const found = new Set<string>()
    for (let page = 1; ; page++) {
      const before = found.size
      const some = await codesOf(identityNumber, purpose, page, call)
      for (const code of some) found.add(code)
      if (some.length < pageSize || found.size === before) return [...found]
    }
  }

  /** The licence under an identifier that a search by holder has told; null when no code for it is known (any more). */
  const known = async (
    identifier: string,
    operation: string,
    call: Call<LicenceRequest>,
  ): Promise<LicenceRow | null> => {
    const code = codes.get(identifier)
    const row = code === undefined ? null : await licence(code, operation, call)
    return row?.license_code === identifier ? row : null
  }
  return { codes, licence, allCodes, known }
}

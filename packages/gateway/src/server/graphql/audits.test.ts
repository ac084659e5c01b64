import { serverAudits } from 'graphql-http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../testing.ts'

/**
 * Clients that accept only `application/json` get the true status too, as from Apollo Server: a proxy or a monitor that
 * sees 200 for a refused query is misled, and our errors are told by `extensions.code`, not by the status.
 */
const deviations = [
  'SHOULD use 200 status code on document parsing failure when accepting application/json',
  'SHOULD use 200 status code on document validation failure when accepting application/json',
  'SHOULD use a status code of 200 on variable coercion failure when accepting application/json',
]

describe('the audits of GraphQL over HTTP', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer()
  })
  afterAll(() => server.stop(0))

  /** Without a header that is not simple a GET is refused: another site could have caused it. */
  const fetchFn = (url: string, init: RequestInit = {}) =>
    fetch(url, { ...init, headers: { ...init.headers, 'x-tongban-client': 'audit' } })
  const audits = serverAudits({ url: () => `${server.url}/graphql`, fetchFn })

  it.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (name, audit) => {
    const { status } = await audit.fn()
    expect([name, status]).toEqual([name, deviations.includes(name) ? 'warn' : 'ok'])
  })
})

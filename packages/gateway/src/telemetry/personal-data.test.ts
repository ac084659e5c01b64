import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askToken, assertion, type TestClient, testClient } from '../access/testing.ts'
import { identityCard, identityType } from '../domains/certificates/testing.ts'
import { defineSource } from '../domains/ports.ts'
import { createGateway, type Gateway } from '../gateway.ts'
import { createLog } from './log.ts'

const idNumber = '11010519491231002X'
const name = '欧阳小三'
const purpose = `${name}(${idNumber})抵押登记`

/** A platform that is as careless with personal data as a platform can be. */
const platform = defineSource({
  id: 'careless',
  title: '证照平台',
  covers: { certificateTypes: [identityType] },
  protocol: { kind: 'none', send: () => Promise.reject(new Error('unused')) },
  certificates: {
    byHolder: async () => [identityCard],
    byIdentifiers: async () => [],
    verify: () => Promise.reject(new Error(`no row for ${idNumber} ${name}`, { cause: { holder: name, idNumber } })),
    file: () => Promise.reject(new Error(`file of ${name} not found`)),
  },
})

const operation = /* GraphQL */ `
  mutation Identify($input: IdentifyApplicantInput!) {
    identifyApplicant(input: $input) { applicant { handle } userErrors { message } }
  }
  mutation Ask($input: RequestConsentInput!) {
    requestConsent(input: $input, idempotencyKey: "loan-1") { consent { id matchCode } }
  }
  mutation Decide($id: ID!, $matchCode: String!) {
    decideConsent(id: $id, matchCode: $matchCode, granted: true) { consent { state } }
  }
  query Read($holder: ApplicantHandle!, $consent: ID!) {
    certificates(holder: $holder, consent: $consent) {
      edges { node { holder number verification { status } file { url } } }
    }
  }
`

describe('the log of a gateway that is full of personal data', () => {
  const lines: string[] = []
  let dataDir: string
  let bank: TestClient
  let gateway: Gateway
  let url: string
  let token: unknown

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'tongban-log-'))
    bank = await testClient('bank', ['applicants:write', 'consents:write', 'consents:decide', 'certificates:read'])
    const log = createLog({ level: 'debug', destination: { write: (line) => void lines.push(line) } })
    const config = { division: '330600', title: '绍兴市', sources: [platform], clients: [bank.config] }
    gateway = await createGateway({ ...config, store: { dataDir }, server: { port: 0 } }, { log })
    url = (await gateway.listen()).url
    token = (await askToken(`${url}/oauth/token`, await assertion(bank, `${url}/oauth/token`))).body.access_token
  })
  afterAll(async () => {
    await gateway.stop()
    await rm(dataDir, { recursive: true })
  })

  const run = async (operationName: string, variables: object): Promise<unknown> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const body = JSON.stringify({ query: operation, operationName, variables })
    return (await fetch(`${url}/graphql`, { method: 'POST', headers, body })).json()
  }
  const text = (answer: unknown, key: string): string =>
    new RegExp(`"${key}":"([^"]+)"`).exec(JSON.stringify(answer))?.[1] ?? ''

  it('holds no number, no name and no token, when all goes well and when nothing does', async () => {
    const input = { documentType: 'RESIDENT_ID', documentNumber: idNumber, name, level: 'IN_PERSON' }
    await run('Identify', { input: { ...input, documentNumber: `${idNumber.slice(0, -1)}1` } })
    await run('Identify', { input: { ...input, level: `${name}${idNumber}` } })
    const holder = text(await run('Identify', { input }), 'handle')
    const asked = await run('Ask', { input: { applicant: holder, certificateTypes: [identityType], purpose } })
    const [consent, matchCode] = [text(asked, 'id'), text(asked, 'matchCode')]
    await run('Decide', { id: consent, matchCode })
    const read = await run('Read', { holder, consent })
    expect(JSON.stringify(read)).toContain('欧**三')
    await run('Read', { holder, consent: idNumber })
    await fetch(`${url}/certificates/files/${idNumber}`, { headers: { authorization: `Bearer ${token}` } })
    await fetch(`${url}/graphql`, { headers: { authorization: `Bearer ${token}x`, 'x-request-id': idNumber } })

    const output = lines.join('')
    expect(lines.length).toBeGreaterThan(8)
    expect(output).toContain('"client":"bank"')
    expect(output).toContain('"cause":{"type":"Error","stack":"at Object.verify')
    for (const secret of [idNumber, idNumber.slice(0, 17), name, String(token), holder])
      expect(lines.filter((line) => line.includes(secret))).toEqual([])
  })
})

import { makeExecutableSchema } from '@graphql-tools/schema'
import { typeDefs } from '@tongban/schema'
import { type ExecutionResult, graphql } from 'graphql'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { Store } from '../../store/store.ts'
import { describeOnEachStore, silentLog } from '../../store/testing.ts'
import { createSteppedQueue } from '../../work/testing.ts'
import { applicants } from '../applicants/domain.ts'
import { consents } from '../consents/domain.ts'
import type { DomainDeps } from '../domain.ts'
import type { RequestContext } from '../request.ts'
import { testCaller, testClock, testContext, testEventSettings, testSeal } from '../testing.ts'
import { certificates } from './domain.ts'
import { identityCard, identityType, testPlatforms } from './testing.ts'

const bank = () =>
  testContext({
    caller: testCaller('bank', 'certificates:read'),
    operator: { branch: null, id: 'T0421' },
    locale: 'en',
  })
const phone = () => testContext({ caller: testCaller('phone', 'consents:decide') })
const auditor = () => testContext({ caller: testCaller('auditor', 'audit:read') })

const read = /* GraphQL */ `
  query ($holder: ApplicantHandle!, $consent: ID!, $first: Int, $after: Cursor) {
    certificates(holder: $holder, consent: $consent, first: $first, after: $after) {
      edges {
        cursor
        node {
          identifier name number holder openEnded status warnings
          type { code name }
          issuer { name creditCode }
          face { name value }
          verification { status signedBy checkedAt }
          file(format: PNG) { url mediaType }
        }
      }
      pageInfo { endCursor hasNextPage }
    }
  }
`

/** A part of an answer, by path. */
const at = (result: ExecutionResult, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (value as Record<string | number, unknown> | null | undefined)?.[key],
    result.data,
  )

describeOnEachStore('the whole way of a certificate through the graph', (open) => {
  let store: Store
  let run: (source: string, variables: Record<string, unknown>, context: RequestContext) => Promise<ExecutionResult>
  let platforms: ReturnType<typeof testPlatforms>
  const clock = testClock()

  beforeAll(async () => {
    store = await open({ migrations: { ...applicants.migrations, ...consents.migrations, ...certificates.migrations } })
  })
  beforeEach(() => {
    platforms = testPlatforms({ national: ['11100000000013127D'] }, clock.now)
    const deps: DomainDeps = {
      store,
      directory: platforms.directory,
      health: platforms.health,
      queue: createSteppedQueue(store, silentLog, clock.now),
      seal: testSeal,
      log: silentLog,
      now: clock.now,
      settings: {
        division: '330600000000',
        publicUrl: () => 'https://gov.example',
        catalogue: 'mirror',
        syncEveryMinutes: 10,
        polling: { fastestMs: 5_000, slowestMs: 600_000 },
        opening: 'mon-fri 08:30-12:00 14:00-17:30',
        yellowWorkingDaysBefore: 1,
        events: testEventSettings,
      },
    }
    const people = applicants.build(deps, {})
    const permissions = consents.build(deps, { applicants: people.service })
    const built = certificates.build(deps, { applicants: people.service, consents: permissions.service })
    const resolvers = [people.resolvers, permissions.resolvers, built.resolvers]
    const schema = makeExecutableSchema({ typeDefs, resolvers })
    run = (source, variableValues, contextValue) => graphql({ schema, source, variableValues, contextValue })
  })

  const identify = async (): Promise<unknown> => {
    const input = { documentType: 'RESIDENT_ID', documentNumber: '11010519491231002X', name: '欧阳小三', level: 'FACE' }
    const result = await run(
      'mutation ($input: IdentifyApplicantInput!) { identifyApplicant(input: $input) { applicant { handle name documentNumber } userErrors { code } } }',
      { input },
      bank(),
    )
    expect(at(result, 'identifyApplicant')).toMatchObject({
      applicant: { name: '欧**三', documentNumber: '110105********002X' },
      userErrors: [],
    })
    return at(result, 'identifyApplicant', 'applicant', 'handle')
  }

  const ask = async (applicant: unknown, uses = 1): Promise<{ id: unknown; matchCode: unknown }> => {
    const input = { applicant, certificateTypes: [identityType], purpose: '抵押登记', uses }
    const result = await run(
      'mutation ($input: RequestConsentInput!, $key: IdempotencyKey!) { requestConsent(input: $input, idempotencyKey: $key) { consent { id state matchCode client certificateTypes { code name } } userErrors { code path message } } }',
      { input, key: crypto.randomUUID() },
      bank(),
    )
    expect(at(result, 'requestConsent', 'consent')).toMatchObject({
      state: 'PENDING',
      client: 'bank 接入方',
      certificateTypes: [{ code: identityType, name: '居民身份证' }],
    })
    const consent = at(result, 'requestConsent', 'consent')
    return consent as { id: unknown; matchCode: unknown }
  }

  const decide = (id: unknown, matchCode: unknown) =>
    run(
      'mutation ($id: ID!, $matchCode: String!) { decideConsent(id: $id, matchCode: $matchCode, granted: true) { consent { state matchCode } userErrors { code path message } } }',
      { id, matchCode },
      phone(),
    )

  it('identifies, asks, grants, reads masked, verifies, links and shows it all to the auditor', async () => {
    platforms.platform('national').certificates = [
      { ...identityCard, identifier: `${identityCard.identifier.slice(0, -1)}F` },
    ]
    const holder = await identify()
    const { id: consent, matchCode } = await ask(holder)
    expect(at(await decide(consent, matchCode), 'decideConsent', 'consent')).toEqual({
      state: 'GRANTED',
      matchCode: '****',
    })
    const result = await run(read, { holder, consent }, bank())
    expect(result.errors).toBeUndefined()
    const node = at(result, 'certificates', 'edges', 0, 'node')
    expect(node).toMatchObject({
      number: '1****************X',
      holder: '欧**三',
      status: 'VALID',
      type: { code: identityType, name: '居民身份证' },
      issuer: { name: '市公安局', creditCode: '11370800MB28559184' },
      warnings: [expect.stringContaining('check character')],
      verification: { status: 'GENUINE', signedBy: '市公安局' },
      file: { url: expect.stringMatching(/^https:\/\/gov\.example\/certificates\/files\//), mediaType: 'image/png' },
    })
    expect(JSON.stringify(result)).not.toMatch(/欧阳小三|11010519491231002X/)
    const audit = await run(
      '{ accessRecords(first: 2) { edges { node { action operator purpose certificateType consentId } } pageInfo { endCursor hasNextPage } } }',
      {},
      auditor(),
    )
    expect(at(audit, 'accessRecords', 'edges')).toHaveLength(2)
    expect(at(audit, 'accessRecords', 'edges', 0, 'node')).toMatchObject({
      operator: 'T0421',
      purpose: '抵押登记',
      certificateType: identityType,
      consentId: consent,
    })
    const after = at(audit, 'accessRecords', 'pageInfo', 'endCursor')
    const rest = await run(
      'query ($after: Cursor) { accessRecords(after: $after) { edges { node { action } } } }',
      { after },
      auditor(),
    )
    expect(at(rest, 'accessRecords', 'edges', 0, 'node')).toEqual({ action: 'certificate' })
  })

  it('pages through what is held, each page with a use of its own', async () => {
    const serials = ['000000001', '000000002', '000000003']
    platforms.platform('national').certificates = serials.map((serial) => ({
      ...identityCard,
      identifier: identityCard.identifier.replace('000000001', serial),
    }))
    const holder = await identify()
    const { id: consent, matchCode } = await ask(holder, 2)
    await decide(consent, matchCode)
    const first = await run(read, { holder, consent, first: 2 }, bank())
    expect(at(first, 'certificates', 'edges')).toHaveLength(2)
    expect(at(first, 'certificates', 'pageInfo', 'hasNextPage')).toBe(true)
    const after = at(first, 'certificates', 'pageInfo', 'endCursor')
    const second = await run(read, { holder, consent, first: 2, after }, bank())
    expect(at(second, 'certificates', 'edges', 0, 'node', 'identifier')).toContain('000000003')
    const third = await run(read, { holder, consent, first: 2, after }, bank())
    expect(third).toMatchObject({ data: { certificates: null }, errors: [{ path: ['certificates'] }] })
  })

  it('nulls only what a dead platform cannot tell', async () => {
    platforms.platform('national').certificates = [identityCard]
    const holder = await identify()
    const { id: consent, matchCode } = await ask(holder)
    await decide(consent, matchCode)
    let calls = 0
    platforms.platform('national').during = async () => {
      calls += 1
      if (calls > 1) throw new Error('connection reset')
    }
    const result = await run(read, { holder, consent }, bank())
    expect(at(result, 'certificates', 'edges', 0, 'node')).toMatchObject({ holder: '欧**三', verification: null })
    expect(result.errors?.map(({ path }) => path?.join('.'))).toEqual(['certificates.edges.0.node.verification'])
  })

  it('tells the citizen and the clerk what to correct, in their language', async () => {
    const { id } = await ask(await identify())
    const wrong = await decide(id, 'none')
    expect(at(wrong, 'decideConsent')).toEqual({
      consent: null,
      userErrors: [{ code: 'TB_CONSENT_CODE_WRONG', path: ['matchCode'], message: '核对码不一致,请核对柜面屏幕。' }],
    })
  })

  it('verifies for anybody with the scope, without a word about the holder', async () => {
    platforms.platform('national').certificates = [identityCard]
    const query =
      'query ($identifier: CertificateIdentifier!, $purpose: String!) { verifyCertificate(identifier: $identifier, purpose: $purpose) { status certificateStatus signedBy checkedAt } }'
    const { identifier } = identityCard
    const result = await run(query, { identifier, purpose: '核验' }, bank())
    expect(at(result, 'verifyCertificate')).toMatchObject({ status: 'GENUINE', certificateStatus: 'VALID' })
    const wrong = await run(query, { identifier, purpose: ' ' }, bank())
    expect(wrong).toMatchObject({
      data: { verifyCertificate: null },
      errors: [{ originalError: { code: 'TB_INVALID_INPUT' } }],
    })
  })
})

import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { Store } from '../../../store/store.ts'
import { describeOnEachStore } from '../../../store/testing.ts'
import type { ConsentEntity } from '../../consents/record.ts'
import type { ConsentsService } from '../../consents/service.ts'
import { type TestClock, testCaller, testClock, testContext, testSeal } from '../../testing.ts'
import { type AccessLedger, accessLedger } from '../access-records/ledger.ts'
import { certificateRecord } from '../port.ts'
import { certificateMigrations } from '../schema.ts'
import { identityCard, testPlatforms } from '../testing.ts'
import { type FileParts, fileRoute, linkTo } from './files.ts'
import { fileTickets } from './tickets.ts'

const minute = 60_000
const bank = testContext({ caller: testCaller('bank', 'certificates:read') })
const other = testContext({ caller: testCaller('utility', 'certificates:read') })
const gone = { code: 'TB_FILE_LINK_EXPIRED' }

const consentIn = (state: ConsentEntity['state']): ConsentEntity => ({
  id: 'consent',
  clientId: 'bank',
  clientTitle: 'bank 接入方',
  applicantFingerprint: 'f',
  types: [],
  purpose: '抵押登记',
  uses: 1,
  usesLeft: 0,
  validMinutes: 30,
  matchCode: '0000',
  state,
  requestedAt: new Date(0),
  decidedAt: null,
  expiresAt: new Date(0),
})

describeOnEachStore('certificate files', (open) => {
  let store: Store
  let clock: TestClock
  let ledger: AccessLedger
  let parts: FileParts
  let platforms: ReturnType<typeof testPlatforms>
  let consent: ConsentEntity | null

  beforeAll(async () => {
    store = await open({ migrations: certificateMigrations })
  })
  beforeEach(() => {
    clock = testClock()
    consent = consentIn('EXHAUSTED')
    platforms = testPlatforms({ national: ['11100000000013127D'] }, clock.now)
    ledger = accessLedger(store, testSeal, clock.now)
    const consents: ConsentsService = {
      byId: async () => consent,
      use: () => Promise.reject(new Error('not to be used again')),
      usable: () => Promise.reject(new Error('not to be used again')),
      check: () => Promise.reject(new Error('not to be checked')),
      handIn: () => Promise.reject(new Error('nothing is handed in')),
    }
    const tickets = fileTickets(store, testSeal, clock.now)
    parts = { directory: platforms.directory, ledger, tickets, consents, publicUrl: () => 'https://gov.example/' }
  })

  const certificate = (consentId: string | null = 'consent') => ({
    ...certificateRecord.parse(identityCard),
    provenance: { sourceId: 'national', fetchedAt: '2026-03-02T01:30:00Z', asOf: null, freshness: 'FRESH' } as const,
    reason: { purpose: '抵押登记', consentId },
    holderFingerprints: ['holder'],
  })
  const linked = async (format: 'OFD' | 'PNG' = 'OFD', consentId: string | null = 'consent') => {
    const link = await linkTo(certificate(consentId), format, parts, bank)
    return { ...link, ticket: link.url.slice('https://gov.example/certificates/files/'.length) }
  }
  const download = (ticket: string, context = bank) =>
    fileRoute(parts).handle(
      { method: 'GET', url: '/', headers: {}, params: { ticket }, query: {}, body: new Uint8Array() },
      context,
    )

  it('are linked without a call to the platform and fetched when the link is followed', async () => {
    const { ticket, url, mediaType, expiresAt } = await linked()
    expect(url).toMatch(/^https:\/\/gov\.example\/certificates\/files\/[\w-]{32}$/)
    expect(Date.parse(expiresAt) - clock.now().getTime()).toBe(5 * minute)
    expect(platforms.platform('national').calls).toEqual([])
    const { status, headers, body } = await download(ticket)
    expect([status, mediaType]).toEqual([200, 'application/ofd'])
    expect(headers).toEqual({
      'content-type': 'application/ofd',
      'content-disposition': `attachment; filename="${identityCard.identifier}.ofd"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    expect(new TextDecoder().decode(typeof body === 'string' ? undefined : body)).toBe(`${identityCard.identifier} OFD`)
    expect(platforms.platform('national').calls).toEqual([
      { method: 'file', query: { identifier: identityCard.identifier, format: 'OFD', purpose: '抵押登记' } },
    ])
  })

  it('leave a record of the link and one of the download', async () => {
    const { ticket } = await linked('PNG')
    await download(ticket)
    expect(await ledger.newest(null, 2)).toMatchObject([
      { action: 'download', purpose: '抵押登记', consentId: 'consent' },
      { action: 'file', purpose: '抵押登记', consentId: 'consent' },
    ])
  })

  it('are gone alike for another client, after five minutes, and for tickets that never were', async () => {
    const { ticket } = await linked()
    await expect(download(ticket, other)).rejects.toMatchObject(gone)
    for (const invented of ['', 'x'.repeat(32), `${ticket}a`])
      await expect(download(invented)).rejects.toMatchObject(gone)
    clock.forward(5 * minute - 1)
    expect(await download(ticket)).toMatchObject({ status: 200 })
    clock.forward(1)
    await expect(download(ticket)).rejects.toMatchObject(gone)
  })

  it('stay where they are when the consent has been revoked meanwhile', async () => {
    const { ticket } = await linked()
    consent = consentIn('REVOKED')
    await expect(download(ticket)).rejects.toMatchObject({ code: 'TB_CONSENT_ENDED' })
    expect(platforms.platform('national').calls).toEqual([])
  })

  it('need no consent where the reading needed none', async () => {
    consent = null
    const { ticket } = await linked('OFD', null)
    expect(await download(ticket)).toMatchObject({ status: 200 })
  })

  it('leave nothing of expired links, and nothing readable of live ones', async () => {
    const first = await linked()
    clock.forward(5 * minute)
    const second = await linked()
    const { rows } = await store.query('select certificate_ticket::text as text, expires_at from certificate_ticket')
    expect(rows.filter(({ expires_at }) => expires_at instanceof Date && expires_at <= clock.now())).toEqual([])
    const text = JSON.stringify(rows)
    for (const secret of [first.ticket, second.ticket, '000000001', '抵押']) expect(text).not.toContain(secret)
  })
})

import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { Store } from '../../../store/store.ts'
import { describeOnEachStore } from '../../../store/testing.ts'
import { testCaller, testContext, testSeal } from '../../testing.ts'
import { certificateMigrations } from '../schema.ts'
import { type Access, type AccessLedger, accessLedger } from './ledger.ts'

/** No database takes this character in a text. */
const unwritable = '\u0000'

describeOnEachStore('access records of several requests', (open) => {
  let store: Store
  let ledger: AccessLedger
  let inserts = 0

  beforeAll(async () => {
    const onStatement = (sql: string) => {
      if (sql.startsWith('insert into "access_record"')) inserts += 1
    }
    store = await open({ migrations: certificateMigrations, onStatement })
  })
  beforeEach(() => {
    ledger = accessLedger(store, testSeal, () => new Date())
    inserts = 0
  })

  const record = (requestId: string, ...purposes: readonly string[]) => {
    const context = testContext({ caller: testCaller(`client of ${requestId}`), requestId })
    return ledger.record(purposes.map(accessFor), context)
  }
  const accessFor = (purpose: string): Access => ({
    action: 'certificate',
    certificateType: null,
    identifier: null,
    holderFingerprints: [],
    reason: { purpose, consentId: null },
  })
  const written = async (prefix: string) => {
    const text = 'select request_id, client_id, purpose from access_record where request_id like $1 order by sequence'
    return (await store.query(text, [`${prefix}%`])).rows.map((row) => Object.values(row).join(' / '))
  }

  it('are written in one statement, each for its own request and client', async () => {
    await Promise.all([record('a1', '贷款', '过户'), record('a2'), record('a3', '贷款')])
    expect(inserts).toBe(1)
    expect(await written('a')).toEqual([
      'a1 / client of a1 / 贷款',
      'a1 / client of a1 / 过户',
      'a3 / client of a3 / 贷款',
    ])
  })

  it('are there when their request goes on', async () => {
    const seen = ['b1', 'b2', 'b3'].map(async (request) => {
      await record(request, '贷款')
      return written(request)
    })
    expect((await Promise.all(seen)).map(({ length }) => length)).toEqual([1, 1, 1])
  })

  it('are neither lost nor doubled when those of another request cannot be written', async () => {
    const outcomes = await Promise.allSettled([
      record('c1', '贷款'),
      record('c2', '贷款', unwritable),
      record('c3', '过户'),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect((await written('c')).sort()).toEqual(['c1 / client of c1 / 贷款', 'c3 / client of c3 / 过户'])
  })
})

import { afterEach, beforeAll, expect, it } from 'vitest'
import { connectSources } from '../../sources/connect.ts'
import { bufferedCopies } from '../../sources/copies/buffer.ts'
import { memoryTable } from '../../sources/copies/testing.ts'
import { nciicIdentities } from '../../sources/presets/nciic/nciic.ts'
import { sendOut, startRegister, systemError } from '../../sources/presets/nciic/testing.ts'
import type { Source } from '../../sources/source.ts'
import { reset, silence } from '../../sources/testing/upstream.ts'
import type { Store } from '../../store/store.ts'
import { describeOnEachStore, silentLog } from '../../store/testing.ts'
import type { IdentifyApplicantInput } from '../generated/resolvers.ts'
import { type Ports, portReadings } from '../ports.ts'
import { testCaller, testClock, testContext, testSeal } from '../testing.ts'
import { answering } from '../user-errors.ts'
import { registerCheck } from './check-register.ts'
import { createApplicantsService } from './create-service.ts'
import { applicantMigrations } from './schema.ts'
import { applicantStore } from './store.ts'

const bank = (more: Partial<Parameters<typeof testContext>[0]> = {}) =>
  testContext({ caller: testCaller('bank', 'applicants:write'), ...more })
const person: IdentifyApplicantInput = {
  documentType: 'RESIDENT_ID',
  documentNumber: '110101200002290018',
  name: '测试甲',
  level: 'IN_PERSON',
}
const settings = { division: '330600000000' }

let register: Awaited<ReturnType<typeof startRegister>>
let sources: { close(): Promise<void> } | undefined
afterEach(async () => {
  await sources?.close()
  await register?.close()
})

describeOnEachStore('applicants and the register of persons', (open) => {
  let store: Store
  beforeAll(async () => {
    store = await open({ migrations: applicantMigrations })
  })

  const world = async (more: Partial<Source> = {}) => {
    register = await startRegister()
    const { now } = testClock()
    const options = { endpoint: register.url, license: '测试授权文件', userName: '测试单位', place: '330600' }
    const source = { ...nciicIdentities({ ...options, limits: { maxRetries: 0, attemptTimeoutMs: 300 } }), ...more }
    const deps = { log: silentLog, metrics: { sourceCall() {} }, now, readings: portReadings }
    const connected = connectSources<Ports>([source], {
      ...deps,
      copies: bufferedCopies(memoryTable(), { log: silentLog }),
    })
    sources = connected
    const logged: string[] = []
    const log = {
      ...silentLog,
      warn: (fields: object, text: string) => void logged.push(text + JSON.stringify(fields)),
    }
    const ask = registerCheck({ directory: connected.directory, settings, log, now: () => new Date() })
    const service = createApplicantsService(applicantStore(store, testSeal), testSeal, now, ask)
    const identify = (input: Partial<IdentifyApplicantInput> = {}, context = bank()) =>
      answering(context.locale, () => service.register({ ...person, ...input }, context))
    return { identify, service, logged }
  }
  const handles = async () => (await store.query('select 1 from applicant')).rows.length

  it('agree: the answer says so, and nothing of it is kept', async () => {
    const { identify, service } = await world()
    const { value, userErrors } = await identify()
    expect([value?.registerCheck, userErrors]).toEqual(['MATCHES', []])
    expect(await service.identify(value?.handle ?? '', bank())).not.toHaveProperty('registerCheck')
    expect(register.asked).toMatchObject([{ rows: [{ GMSFHM: person.documentNumber, XM: person.name }] }])
  })

  it.each([
    ['another name', { name: '测试丙' }, 'name', '人口库登记的姓名', 'another name'],
    ['a number it does not have', { documentNumber: '11010519491231002X' }, 'documentNumber', '户籍所在地', 'police'],
  ] as const)('refuse %s at the field, in both languages, without a handle', async (_what, input, field, zh, en) => {
    const { identify } = await world()
    const before = await handles()
    const inChinese = await identify(input)
    expect(inChinese).toMatchObject({ value: null, userErrors: [{ code: 'TB_IDENTITY_INVALID', path: [field] }] })
    const inEnglish = await identify(input, bank({ locale: 'en' }))
    expect(inChinese.userErrors[0]?.message).toContain(zh)
    expect(inEnglish.userErrors[0]?.message).toContain(en)
    expect(JSON.stringify([inChinese, inEnglish])).not.toMatch(/测试丙|11010519/)
    expect(await handles()).toBe(before)
  })

  it.each([
    ['is silent', silence],
    ['breaks off', reset],
    ['is unwell', sendOut(systemError('-90'))],
    ['does not let us in', sendOut(systemError('-71'))],
    ['has run out of money', sendOut(systemError('-31'))],
    ['sends no findings', sendOut('<ROWS><ROW no="1"><OUTPUT/></ROW></ROWS>')],
  ])('identify the applicant all the same when the register %s, and say so', async (_what, answer) => {
    const { identify, logged } = await world()
    register.answer(answer)
    const { value, userErrors } = await identify()
    expect([value?.registerCheck, userErrors]).toEqual(['UNAVAILABLE', []])
    expect(logged.join()).not.toMatch(/测试甲|110101/)
  })

  it('never take an earlier yes for one now, whatever the policy of the source', async () => {
    const { identify } = await world({ lastGood: { 'identities.check': { keepMs: 86_400_000, to: 'SAME_CALLER' } } })
    expect((await identify()).value?.registerCheck).toBe('MATCHES')
    register.answer(reset)
    expect((await identify()).value?.registerCheck).toBe('UNAVAILABLE')
  })

  it('end with the request, not with a handle', async () => {
    const { identify } = await world()
    register.answer(silence)
    const controller = new AbortController()
    const asked = identify({}, bank({ signal: controller.signal }))
    controller.abort()
    await expect(asked).rejects.toMatchObject({ code: 'TB_CANCELLED' })
  })

  it.each([
    ['a foreign resident', { documentNumber: '931156199001010014' }],
    ['an organisation', { documentType: 'CREDIT_CODE', documentNumber: '91350100M000100Y43' }],
    ['a passport', { documentType: 'PASSPORT', documentNumber: 'E12345678' }],
  ] as const)('do not ask about %s', async (_who, input) => {
    const { identify } = await world()
    expect((await identify(input)).value?.registerCheck).toBe('NOT_ASKED')
    expect(register.requests()).toBe(0)
  })

  it('do not ask a register that covers other places, nor about what is wrong in itself', async () => {
    const elsewhere = await world({ covers: { divisions: ['37'] } })
    expect((await elsewhere.identify()).value?.registerCheck).toBe('NOT_ASKED')
    await sources?.close()
    await register.close()
    const { identify } = await world()
    expect((await identify({ documentNumber: '110101200002290019' })).userErrors).toHaveLength(1)
    expect(register.requests()).toBe(0)
  })
})

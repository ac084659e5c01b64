import { describe, expect, it } from 'vitest'
import { caught } from '../../test/caught.ts'
import { type Script, startGateway } from '../../test/http-gateway.ts'
import { createTongban } from '../index.ts'

const start = async (script: Script) => {
  const gateway = await startGateway(script)
  return { gateway, tongban: createTongban({ endpoint: gateway.endpoint, retries: 0 }) }
}
const entry = (code: string) => ({ certificateType: { code, name: null }, material: { key: code }, needsConsent: true })
const checked = { data: { checkMaterials: { satisfiable: [entry('T1'), entry('T2'), entry('T1')], missing: [] } } }
const consentIn = (state: string, operation = 'requestConsent') => {
  const consent = { id: 'consent-1', state }
  return { data: operation === 'consent' ? { consent } : { [operation]: { consent, userErrors: [] } } }
}
const receipt = { data: { submitCase: { submission: { id: 's' }, userErrors: [] } } }

/** A gateway on which an errand goes well; the citizen says yes when asked the second time. */
const goodGateway = () => {
  const states = ['PENDING', 'GRANTED']
  return start(({ query }) => {
    if (query.includes('checkMaterials')) return { json: checked }
    if (query.includes('requestConsent')) return { json: consentIn('PENDING') }
    return { json: query.includes('submitCase') ? receipt : consentIn(states.shift() ?? 'EXHAUSTED', 'consent') }
  })
}

describe('the objects of one step', () => {
  it('are the input of the next', async () => {
    const { gateway, tongban } = await goodGateway()
    const item = { code: 'item-1', name: '不动产抵押登记' }
    const check = await tongban.items.checkMaterials({ item, applicant: { kind: 'PERSON', handle: 'h-1' } })
    const consent = await tongban.consents.request({ certificates: check.satisfiable, purpose: '抵押登记', uses: 1 })
    const granted = await consent.granted({ intervalMs: 5 })
    expect(granted.state).toBe('GRANTED')
    await tongban.submissions.submit({ item, answers: {}, materials: [], consent: granted }, { idempotencyKey: 'k' })
    expect(gateway.requests.map(({ variables }) => variables)).toMatchObject([
      { item: 'item-1', applicant: { person: 'h-1' } },
      { applicant: 'h-1', certificateTypes: ['T1', 'T2'], purpose: '抵押登记', uses: 1 },
      { id: 'consent-1' },
      { id: 'consent-1' },
      { item: 'item-1', applicant: { person: 'h-1' }, consent: 'consent-1', idempotencyKey: 'k' },
    ])
  })

  it('may be plain codes and identifiers', async () => {
    const { gateway, tongban } = await goodGateway()
    const applicant = { organisation: 'h-2' }
    await tongban.consents.request({ applicant, certificates: ['T9', { code: 'T8' }], purpose: 'p' })
    await tongban.submissions.submit({ item: 'i', applicant, answers: {}, materials: [], consent: 'consent-9' })
    expect(gateway.requests.map(({ variables }) => variables)).toMatchObject([
      { applicant: 'h-2', certificateTypes: ['T9', 'T8'] },
      { applicant, consent: 'consent-9' },
    ])
  })

  it.each([
    ['nobody', { certificates: ['T1'] }],
    ['two holders', { certificates: ['T1'], applicant: { person: 'a', organisation: 'b' } }],
    [
      'certificates of different people',
      {
        certificates: [
          { code: 'T1', applicant: { person: 'a' } },
          { code: 'T2', applicant: { person: 'b' } },
        ],
      },
    ],
  ])('that name %s are refused before anything is sent', async (_name, input) => {
    const { gateway, tongban } = await goodGateway()
    expect(await caught(tongban.consents.request({ ...input, purpose: 'p' }))).toMatchObject({
      code: 'TB_INVALID_INPUT',
    })
    expect(gateway.requests.length).toBe(0)
  })
})

describe('waiting for a consent', () => {
  it.each([
    ['REFUSED', 'TB_CONSENT_NOT_GRANTED'],
    ['EXPIRED', 'TB_CONSENT_ENDED'],
    ['REVOKED', 'TB_CONSENT_ENDED'],
    ['EXHAUSTED', 'TB_CONSENT_ENDED'],
  ])('that is %s rejects with %s', async (state, code) => {
    const { tongban } = await start(({ query }) =>
      query.startsWith('mutation') ? { json: consentIn('PENDING') } : { json: consentIn(state, 'consent') },
    )
    const consent = await tongban.consents.request({ applicant: { person: 'h' }, certificates: ['T'], purpose: 'p' })
    expect(await caught(consent.granted())).toMatchObject({ code, retryable: false, act: 'CITIZEN' })
  })

  it('goes on through an outage and ends with its signal', async () => {
    const controller = new AbortController()
    const { gateway, tongban } = await start(({ query }, turn) => {
      if (turn === 3) controller.abort()
      return query.startsWith('mutation') ? { json: consentIn('PENDING') } : 'break'
    })
    const consent = await tongban.consents.request({ applicant: { person: 'h' }, certificates: ['T'], purpose: 'p' })
    const waiting = consent.granted({ signal: controller.signal, intervalMs: 5 })
    expect(await caught(waiting)).toMatchObject({ code: 'TB_CANCELLED' })
    expect(gateway.requests.length).toBe(3)
  })
})

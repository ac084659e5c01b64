import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Systems, startSystems } from '../index.ts'
import { at, rowsAt, textAt } from '../testing/answers.ts'
import { completeMortgage, itemNamed, mortgage } from '../testing/mortgage.ts'
import { formXml, materialsXml, officeClient, postSoap, requestXml, submissionXml } from '../testing/office-client.ts'
import { platformClient } from '../testing/platform-client.ts'

let systems: Systems
let call: ReturnType<typeof officeClient>

beforeAll(async () => {
  systems = await startSystems({ paceMs: 0 })
  call = officeClient(systems)
})
afterAll(() => systems.close())

const everything = completeMortgage.materials
let serial = 0

/** Hands in a complete mortgage with these form values and gives its case number. */
const submit = async (
  form: Record<string, string> = {},
  change: object = {},
): Promise<{ number: string; reference: string }> => {
  serial += 1
  const reference = `TEST-${serial}`
  const body = submissionXml({ reference, ...completeMortgage, form, ...change })
  const answer = await call('submit', body)
  return { number: textAt(answer, 'body', 'projid'), reference }
}

const find = async (number: string): Promise<unknown> =>
  at(await call('findByNumbers', `<projids><projid>${number}</projid></projids>`), 'body', 'cases', 'case')

const nodeCodes = async (number: string): Promise<unknown[]> =>
  rowsAt(await call('history', `<projid>${number}</projid>`), 'body', 'history', 'node').map((node) => node.nodecode)

describe('the wire', () => {
  it('speaks GB18030 both ways, rare characters and four-byte ones included', async () => {
    const name = '䶮㛃·𠮷㐀€'
    const { number } = await submit({}, { name })
    const body = `<projids><projid>${number}</projid></projids>`
    const response = await postSoap(systems, 'findByNumbers', requestXml(systems, body))
    expect(response.headers.get('content-type')).toBe('text/xml; charset=GB18030')
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(bytes.includes(Buffer.from('fe9f', 'hex'))).toBe(true)
    expect(bytes.includes(Buffer.from('a1a4', 'hex'))).toBe(true)
    expect(new TextDecoder('gb18030').decode(bytes)).toContain(`<applyname>${name}</applyname>`)
    expect(new TextDecoder('utf-8').decode(bytes)).not.toContain(name)
  })

  it('describes itself', async () => {
    const answer = await fetch(`${systems.approvals.url}/services/ApprovalService?wsdl`)
    const text = await answer.text()
    for (const operation of ['submit', 'findByReference', 'findByNumbers', 'history'])
      expect(text).toContain(`soapAction="urn:${operation}"`)
    expect(text).toContain(`location="${systems.approvals.url}/services/ApprovalService"`)
  })

  it.each([
    ['an unknown operation', 'drop', '""'],
    ['an action that disagrees with the body', 'history', '"urn:submit"'],
  ])('answers %s with a SOAP fault', async (_name, operation, action) => {
    const response = await postSoap(systems, operation, '<request/>', action)
    expect(response.status).toBe(500)
    expect(await response.text()).toContain('faultstring')
  })

  it.each([
    ['an old time stamp', 'findByReference', '<ywlsh>x</ywlsh>', '20200101000000', '2002'],
    ['nothing in the body', 'findByReference', '', undefined, '3001'],
    ['an unknown reference', 'findByReference', '<ywlsh>x</ywlsh>', undefined, '3004'],
    ['an unknown case', 'history', '<projid>1</projid>', undefined, '3004'],
    ['an unknown item', 'submit', submissionXml({ reference: 'r', item: 'none' }), undefined, '3002'],
    ['51 numbers', 'findByNumbers', `<projids>${'<projid>1</projid>'.repeat(51)}</projids>`, undefined, '3006'],
  ])('answers %s with its own code and HTTP 200', async (_name, operation, body, timestamp, code) => {
    expect(at(await call(operation, body, timestamp), 'returncode')).toBe(code)
  })

  it('does not take inner XML that is broken, nor a wrong token', async () => {
    const broken = await postSoap(systems, 'history', '<request><head>')
    expect(await broken.text()).toContain('<returncode>3001</returncode>')
    const foreign = requestXml(systems, '').replace('SANDBOX-SOAP-TOKEN', 'x')
    expect(await (await postSoap(systems, 'history', foreign)).text()).toContain('<returncode>2001</returncode>')
  })
})

describe('a case', () => {
  it('goes its way to a certificate that the certificate platform knows', async () => {
    const { number, reference } = await submit()
    expect(number).toMatch(/^\d{21}$/)
    expect(await find(number)).toMatchObject({ state: '02', accepttime: '', doneresultver: '2' })
    const states: string[] = []
    for (let steps = 0; steps < 5; steps += 1) {
      systems.approvals.advance()
      states.push(textAt(await find(number), 'state'))
    }
    expect(states).toEqual(['05', '12', '12', '12', '10'])
    expect(await nodeCodes(number)).toEqual(['SJ', 'SL', 'SH', 'JD', 'ZZ', 'BJ'])
    const done = at(await call('findByReference', `<ywlsh>${reference}</ywlsh>`), 'body', 'case')
    expect(done).toMatchObject({ projid: number, noderesult: '1', doneresult: '' })
    const certificateIdentifier = textAt(done, 'result', 'certidentifier')
    const verified = await platformClient(systems)('verifyCertInfo', {
      certificateIdentifier,
      useCause: '核验',
      holderName: '陈䶮',
    })
    expect(verified).toMatchObject({ head: { status: 0 }, data: { verifyResult: '1' } })
  })

  it('is not opened twice: the second submit names the first number', async () => {
    const { number, reference } = await submit()
    const again = await call('submit', submissionXml({ reference, item: mortgage.handleCode }))
    expect(again).toMatchObject({ returncode: '3003', body: { projid: number } })
  })

  it('exists although the connection was reset after the work', async () => {
    systems.approvals.misbehave({ operation: 'submit', habit: 'reset', when: 'after', times: 1 })
    await expect(submit()).rejects.toThrow()
    const found = await call('findByReference', `<ywlsh>TEST-${serial}</ywlsh>`)
    expect(found).toMatchObject({ returncode: '1000', body: { case: { state: '02' } } })
  })

  it('is asked for everything that is missing at once, and goes on when it came', async () => {
    const materials = everything.slice(1, 3)
    const { number } = await submit({ phone: '【补正】' }, { materials, certificate: '1.2.156.3005.2.unknown' })
    systems.approvals.advance()
    const parts = rowsAt(await find(number), 'supplement', 'part')
    expect(parts.filter((part) => String(part.reason).startsWith('缺少材料')).length).toBeGreaterThanOrEqual(4)
    expect(parts.filter((part) => String(part.reason).startsWith('电子证照'))).toHaveLength(2)
    expect(parts.filter((part) => part.field === 'phone')).toHaveLength(1)
    systems.approvals.advance(3)
    expect(await find(number)).toMatchObject({ state: '06' })
    const more = `<projid>${number}</projid>${formXml({ phone: '0575' })}${materialsXml(everything)}`
    expect(await call('supplement', more)).toMatchObject({ returncode: '1000', body: { state: '02' } })
    systems.approvals.advance()
    expect(await find(number)).toMatchObject({ state: '05' })
    expect(await call('supplement', more)).toMatchObject({ returncode: '3005' })
  })

  it('is asked for the situation when a question is left open', async () => {
    const { number } = await submit({}, { answers: { ownership: 'SOLE' } })
    systems.approvals.advance()
    expect(at(await find(number), 'supplement', 'part')).toMatchObject({ field: 'loan' })
  })

  it.each([
    ['【不予受理】', '07', '6', ['SJ', 'SL']],
    ['【退件】', '13', '5', ['SJ', 'SL', 'TJ']],
    ['【不予许可】', '10', '1', ['SJ', 'SL', 'SH', 'JD', 'BJ']],
    ['【停留】', '12', '', ['SJ', 'SL', 'SH']],
    ['【挂起】', '10', '', ['SJ', 'SL', 'SH', 'GQ', 'HF', 'JD', 'ZZ', 'BJ']],
    ['【重报】', '10', '', ['SJ', 'SL', 'SH', 'JD', 'ZZ', 'BJ', 'CB']],
  ])('marked %s ends in state %s', async (mark, state, doneresult, nodes) => {
    const { number } = await submit({ remark: `请按${mark}处理` })
    systems.approvals.advance(9)
    expect(await find(number)).toMatchObject({ state, doneresult, dataver: mark === '【重报】' ? '2' : '1' })
    expect(await nodeCodes(number)).toEqual(nodes)
  })

  it('waits for the on-site check of an item that has one', async () => {
    const food = itemNamed('食品经营许可(新办)')
    const { number } = await submit(
      {},
      {
        item: food.handleCode,
        answers: { business: 'CATERING', cold: 'NO' },
        materials: food.materials.map(({ code }) => code),
      },
    )
    systems.approvals.advance(3)
    expect(await find(number)).toMatchObject({ state: '11', suspension: { endtime: '' } })
    systems.approvals.advance(4)
    expect(await find(number)).toMatchObject({ state: '10', result: { certtypecode: expect.stringContaining('MB99') } })
  })

  it('can be withdrawn before the decision, not after', async () => {
    const [early, late] = [await submit(), await submit()]
    const withdraw = (number: string) => call('withdraw', `<projid>${number}</projid><reason>不办了</reason>`)
    expect(await withdraw(early.number)).toMatchObject({ returncode: '1000', body: { state: '13' } })
    systems.approvals.advance(3)
    expect(await withdraw(late.number)).toMatchObject({ returncode: '3005' })
  })

  it('of a withdrawn item is not taken', async () => {
    const item = itemNamed('居民身份证换领补领')
    systems.items.withdraw(item.handleCode)
    expect(await call('submit', submissionXml({ reference: 'late', item: item.handleCode }))).toMatchObject({
      returncode: '3002',
    })
  })

  it('moves by itself when a pace is set', async () => {
    const paced = await startSystems({ paceMs: 5 })
    const body = submissionXml({ reference: 'paced', ...completeMortgage })
    await officeClient(paced)('submit', body)
    await expect.poll(() => paced.approvals.cases()[0]?.state, { timeout: 10_000 }).toBe('10')
    await paced.close()
  })
})

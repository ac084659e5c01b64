import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { items } from '../city/item.ts'
import { type Systems, startSystems } from '../index.ts'
import { at, textAt } from '../testing/answers.ts'
import { libraryClient } from '../testing/library-client.ts'
import { formXml, officeClient, submissionXml } from '../testing/office-client.ts'

let systems: Systems
let call: ReturnType<typeof officeClient>

beforeAll(async () => {
  systems = await startSystems({ paceMs: 0, otherItems: (code) => !code.startsWith('1133') })
  call = officeClient(systems)
})
afterAll(() => systems.close())

const local = '511A0138000000-511602000000-000-115113010833722043-1-00'
const national = '115113010833722043400202600400101'
const longest = `51${'A0138-'.repeat(10)}`.slice(0, 60)

const find = async (reference: string): Promise<unknown> =>
  at(await call('findByReference', `<ywlsh>${reference}</ywlsh>`), 'body', 'case')

describe('an item of another city', () => {
  it.each([
    ['a local code', local],
    ['a code of sixty characters', longest],
    ['a national code', national],
  ])('is taken under %s, with nothing asked, and closes without a certificate', async (name, item) => {
    const before = systems.certificates.identifiers().length
    expect(await call('submit', submissionXml({ reference: name, item }))).toMatchObject({ returncode: '1000' })
    systems.approvals.advance(3)
    expect(await find(name)).toMatchObject({ taskhandleitem: item, state: '12', noderesult: '1' })
    systems.approvals.advance()
    expect(await find(name)).toMatchObject({
      state: '10',
      doneresult: '',
      result: { resulttype: '99', resultname: '', certtypecode: '', certidentifier: '' },
    })
    expect(systems.certificates.identifiers()).toHaveLength(before)
  })

  it('has the name the submission says, else its code', async () => {
    await call('submit', submissionXml({ reference: 'named', item: local, itemName: '食品小作坊备案' }))
    await call('submit', submissionXml({ reference: 'unnamed', item: local }))
    expect(await find('named')).toMatchObject({ taskname: '食品小作坊备案', taskhandleitem: local })
    expect(await find('unnamed')).toMatchObject({ taskname: local })
  })

  it('is steered by the same marks', async () => {
    await call('submit', submissionXml({ reference: 'refused', item: local, form: { remark: '【不予许可】' } }))
    await call('submit', submissionXml({ reference: 'asked', item: local, form: { phone: '【补正】' } }))
    systems.approvals.advance(5)
    expect(await find('refused')).toMatchObject({ state: '10', doneresult: '1' })
    const asked = await find('asked')
    expect(asked).toMatchObject({ state: '06', supplement: { part: { field: 'phone' } } })
    const more = `<projid>${textAt(asked, 'projid')}</projid>${formXml({ phone: '0575' })}`
    expect(await call('supplement', more)).toMatchObject({ returncode: '1000' })
    systems.approvals.advance(5)
    expect(await find('asked')).toMatchObject({ state: '10', noderesult: '1' })
  })

  it('is taken by an agency that the item library knows', async () => {
    await call('submit', submissionXml({ reference: 'agency', item: local }))
    const found = await find('agency')
    const answer = await libraryClient(systems)('/depts/batch', { body: { dept_codes: [textAt(found, 'deptcode')] } })
    expect(textAt(answer, 'data', 'rows', 0, 'dept_name')).toBe(textAt(found, 'deptname'))
  })
})

describe('not taken', () => {
  const withdrawn = items[0]?.handleCode ?? ''

  it.each([
    ['an item the operator did not import', '1133', { otherItems: (code: string) => !code.startsWith('1133') }],
    ['an item of another city when nothing is said of them', local, {}],
    ['an item the library withdrew, whatever is said of others', withdrawn, { otherItems: () => true }],
  ])('is %s', async (_name, item, options) => {
    const office = await startSystems({ paceMs: 0, ...options })
    office.items.withdraw(withdrawn)
    const answer = await officeClient(office)('submit', submissionXml({ reference: 'no', item }))
    expect(answer).toMatchObject({ returncode: '3002' })
    await office.close()
  })
})

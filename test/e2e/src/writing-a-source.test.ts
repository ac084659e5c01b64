import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startSystems } from '@tongban/example-systems'
import { connectSources, type OutgoingSubmission, type Ports, type Source } from '@tongban/gateway'
import { describeSource } from '@tongban/gateway/testing'
import { describeWith, needs } from '@tongban/test-support'
import { createTestDatabase } from '@tongban/test-support/postgres'
import { afterAll, describe, expect, it } from 'vitest'

const root = new URL('../../..', import.meta.url).pathname
/** Inside the workspace, so that packages are found by name. */
const folder = join(root, 'test/e2e/.source-guide')
const page = readFileSync(join(root, 'docs/writing-a-source.md'), 'utf8')

const codeOf = (name: string): string =>
  new RegExp(`^\`\`\`ts source=${name}\\n([\\s\\S]*?)^\`\`\``, 'm').exec(page)?.[1] ?? ''

mkdirSync(folder, { recursive: true })
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The source of the guide, as it stands there, in front of a system. */
async function sourceOf(name: string, variables: Readonly<Record<string, string>>): Promise<Source> {
  Object.assign(process.env, variables)
  const file = join(folder, `${name}.ts`)
  writeFileSync(file, codeOf(name))
  const { source }: { source: Source } = await import(/* @vite-ignore */ file)
  return source
}

describe('the sources in the guide', () => {
  it.each([
    ['rest', 30],
    ['soap', 40],
    ['exchange-table', 40],
  ])('%s stands in at most %i lines', (name, most) => {
    const lines = codeOf(name).trimEnd().split('\n')
    expect(lines.length).toBeGreaterThan(10)
    expect(lines.length).toBeLessThanOrEqual(most)
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(120)
  })

  it('compile without casts under the strictest settings', () => {
    for (const name of ['rest', 'soap', 'exchange-table']) writeFileSync(join(folder, `${name}.ts`), codeOf(name))
    const config = { extends: '../../../tsconfig.base.json', include: ['*.ts'] }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
    expect(spawnSync('tsc', ['--noEmit', '-p', folder], { encoding: 'utf8', cwd: root }).stdout).toBe('')
  })
})

const systems = await startSystems({ paceMs: 0 })
afterAll(() => systems.close())
const { items: library, approvals: office, credentials } = systems

const rest = await sourceOf('rest', {
  ITEMS_URL: library.url,
  ITEMS_PAASID: credentials.items.paasid,
  ITEMS_TOKEN: credentials.items.token,
})
const soap = await sourceOf('soap', {
  APPROVALS_URL: office.url,
  APPROVALS_APPID: credentials.approvals.appid,
  APPROVALS_TOKEN: credentials.approvals.token,
})

const quiet = { debug() {}, info() {}, warn() {}, error() {}, child: () => quiet }
const connect = (sources: readonly Source[]) =>
  connectSources<Ports>(sources, { log: quiet, metrics: { sourceCall() {} }, now: () => new Date() })
const connected = connect([rest, soap])
afterAll(() => connected.close())
const { port: items } = connected.directory.require('items', {})
const { port: cases } = connected.directory.require('cases', {})

const list = (await items.page({ cursor: null, size: 100 }, {})).value.items
const applicant = {
  kind: 'PERSON',
  documentType: 'RESIDENT_ID',
  documentNumber: '33060019880101003X',
  name: '陈䶮·𠀀',
} as const
const submission = (reference: string): OutgoingSubmission => ({
  reference,
  itemCode: list[0]?.code ?? '',
  itemName: list[0]?.name ?? '',
  itemVersion: null,
  divisionCode: '330602000000',
  agencyCode: null,
  mode: 'COUNTER',
  submittedAt: '2026-01-05T09:00:00+08:00',
  applicant,
  answers: {},
  form: {},
  materials: [],
  collectedBy: { client: 'bank', branch: null, operator: null },
})
const numberOf = async (reference: string): Promise<string> => {
  await cases.submit(submission(reference), {})
  return (await cases.findByReference(reference, {})).value?.number ?? ''
}

describeSource(rest, { items: { page: { cursor: null, size: 20 }, byCodes: list.slice(0, 3).map(({ code }) => code) } })
describeSource(soap, {
  cases: {
    submit: submission('TB-GUIDE-1'),
    findByReference: 'TB-GUIDE-2',
    byNumbers: [await numberOf('TB-GUIDE-2'), await numberOf('TB-GUIDE-3')],
  },
  personal: [applicant.name, applicant.documentNumber],
})

describeWith(needs.postgres, 'the front-end database of the guide', async () => {
  const database = await createTestDatabase()
  afterAll(() => database.drop())
  await database.execute(`
    create table submission_in (
      ywlsh varchar(64) primary key, itemcode varchar(64), applicant varchar(64), sign char(1), reason text, maketime timestamp
    );
    create table case_state (
      projid varchar(32), ywlsh varchar(64), dataver int, state char(2), maketime timestamp, primary key (projid, dataver)
    );
    insert into case_state values
      ('A1', 'TB-1', 1, '02', '2026-01-05 09:00:00'),
      ('A1', 'TB-1', 2, '05', '2026-01-06 09:00:00'),
      ('A2', 'TB-2', 1, '10', '2026-01-07 09:00:00')`)
  const source = await sourceOf('exchange-table', { EXCHANGE_URL: database.url })
  describeSource(source, {
    cases: { submit: submission('TB-3'), findByReference: 'TB-1', byNumbers: ['A1', 'A2'] },
    personal: [applicant.name, applicant.documentNumber],
  })

  it('hears from the department what became of a submission', async () => {
    const line = connect([source])
    const { port } = line.directory.require('cases', {})
    expect((await port.submit(submission('TB-4'), {})).value).toEqual({ outcome: 'waiting' })
    await database.execute("update submission_in set sign = '3', reason = '材料不全' where ywlsh = 'TB-4'")
    expect((await port.submit(submission('TB-4'), {})).value).toEqual({ outcome: 'refused', reason: '材料不全' })
    await line.close()
  })
})

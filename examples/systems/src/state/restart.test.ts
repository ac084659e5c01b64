import { readdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type Systems, type SystemsOptions, startSystems } from '../index.ts'
import { at, rowsAt, textAt } from '../testing/answers.ts'
import { libraryClient } from '../testing/library-client.ts'
import { completeMortgage, itemNamed, mortgage } from '../testing/mortgage.ts'
import { formXml, officeClient, submissionXml, type TestSubmission } from '../testing/office-client.ts'
import { platformClient } from '../testing/platform-client.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'

/** Starts on a folder, works, stops. */
const session = async <T>(
  stateDir: string,
  work: (systems: Systems) => Promise<T>,
  options: SystemsOptions = {},
): Promise<T> => {
  const systems = await startSystems({ paceMs: 0, stateDir, ...options })
  try {
    return await work(systems)
  } finally {
    await systems.close()
  }
}

const submit = async (systems: Systems, reference: string, change: Partial<TestSubmission> = {}): Promise<string> => {
  const answer = await officeClient(systems)('submit', submissionXml({ reference, ...completeMortgage, ...change }))
  return textAt(answer, 'body', 'projid')
}

const find = async (systems: Systems, reference: string): Promise<unknown> =>
  at(await officeClient(systems)('findByReference', `<ywlsh>${reference}</ywlsh>`), 'body', 'case')

const history = async (systems: Systems, number: string): Promise<unknown> =>
  at(await officeClient(systems)('history', `<projid>${number}</projid>`), 'body', 'history', 'node')

it('finds a case by its reference after a restart, ends it and finds its certificate on the platform', async () => {
  await using folder = await temporaryFolder()
  const number = await session(folder.path, (systems) => submit(systems, 'R-1', { name: '䶮·𠮷' }))
  const identifier = await session(folder.path, async (systems) => {
    expect(await find(systems, 'R-1')).toMatchObject({ projid: number, state: '02', applyname: '䶮·𠮷' })
    systems.approvals.advance(5)
    const done = await find(systems, 'R-1')
    expect(done).toMatchObject({ state: '10', noderesult: '1' })
    return textAt(done, 'result', 'certidentifier')
  })
  await session(folder.path, async (systems) => {
    const asked = { certificateIdentifier: identifier, useCause: '核验', holderName: '䶮·𠮷' }
    const verified = await platformClient(systems)('verifyCertInfo', asked)
    expect(verified).toMatchObject({ head: { status: 0 }, data: { verifyResult: '1' } })
    expect(systems.certificates.identifiers().at(-1)).toBe(identifier)
  })
})

const marks = ['', '【补正】', '【不予受理】', '【不予许可】', '【退件】', '【挂起】', '【停留】', '【重报】']

it.each([0, 1, 2, 3, 4, 9])(
  'tells every case as before when stopped after %i steps, and goes on the same way',
  async (steps) => {
    await using folder = await temporaryFolder()
    const told = (systems: Systems) =>
      Promise.all(
        systems.approvals
          .cases()
          .map(async ({ number, reference }) => [await find(systems, reference), await history(systems, number)]),
      )
    const before = await session(folder.path, async (systems) => {
      for (const mark of marks) await submit(systems, `R${mark}`, { form: { remark: mark } })
      systems.approvals.advance(steps)
      return told(systems)
    })
    expect(before).toHaveLength(marks.length)
    await session(folder.path, async (systems) => {
      expect(await told(systems)).toEqual(before)
      systems.approvals.advance(9)
      const ends = await Promise.all(marks.map(async (mark) => textAt(await find(systems, `R${mark}`), 'state')))
      expect(ends).toEqual(['10', '06', '07', '10', '13', '10', '12', '10'])
    })
  },
)

it('takes the supplement that was asked for before the restart, and the same reference only once', async () => {
  await using folder = await temporaryFolder()
  const number = await session(folder.path, async (systems) => {
    const opened = await submit(systems, 'S-1', { form: { phone: '【补正】' }, materials: [] })
    systems.approvals.advance()
    return opened
  })
  await session(folder.path, async (systems) => {
    const call = officeClient(systems)
    expect(rowsAt(await find(systems, 'S-1'), 'supplement', 'part').length).toBeGreaterThan(4)
    const again = await call('submit', submissionXml({ reference: 'S-1', item: mortgage.handleCode }))
    expect(again).toMatchObject({ returncode: '3003', body: { projid: number } })
    const more = `<projid>${number}</projid>${formXml({ phone: '0575' })}`
    expect(await call('supplement', more)).toMatchObject({ returncode: '1000' })
    systems.approvals.advance()
    const stillMissing = rowsAt(await find(systems, 'S-1'), 'supplement', 'part')
    expect(stillMissing.filter((part) => part.field === 'phone')).toEqual([])
  })
})

it('goes on by itself after a restart with a pace', async () => {
  await using folder = await temporaryFolder()
  await session(folder.path, (systems) => submit(systems, 'P-1'))
  const paced = async (systems: Systems) =>
    expect.poll(() => systems.approvals.cases()[0]?.state, { timeout: 10_000 }).toBe('10')
  await session(folder.path, paced, { paceMs: 5 })
})

it('keeps what happened without being closed', async () => {
  await using folder = await temporaryFolder()
  await session(folder.path, async (systems) => {
    await submit(systems, 'K-1')
    const file = join(folder.path, 'systems.json')
    await expect.poll(() => readFile(file, 'utf8').catch(() => ''), { timeout: 10_000 }).toContain('"K-1"')
    await using copy = await temporaryFolder()
    await writeFile(join(copy.path, 'systems.json'), await readFile(file))
    await session(copy.path, async (other) => expect(await find(other, 'K-1')).toMatchObject({ state: '02' }))
  })
})

it('gives new numbers to new cases and certificates even when the clock stands still', async () => {
  await using folder = await temporaryFolder()
  const frozen = new Date()
  const decide = (reference: string) =>
    session(
      folder.path,
      async (systems) => {
        await submit(systems, reference)
        systems.approvals.advance(5)
        return systems.approvals.cases()
      },
      { clock: () => frozen },
    )
  await decide('N-1')
  const cases = await decide('N-2')
  expect(new Set(cases.map(({ number }) => number)).size).toBe(2)
  expect(new Set(cases.map(({ certificateIdentifier }) => certificateIdentifier)).size).toBe(2)
})

it('keeps revised and withdrawn items, and its change list goes on', async () => {
  await using folder = await temporaryFolder()
  const withdrawn = itemNamed('居民身份证换领补领').handleCode
  const revised = mortgage.handleCode
  const changes = async (systems: Systems, since: string) =>
    rowsAt(await libraryClient(systems)(`/items/changes?since=${since}`), 'data', 'rows')
  const lastOf = (systems: Systems, codes: string[]) =>
    libraryClient(systems)('/items/batch', { body: { codes } }).then((answer) => rowsAt(answer, 'data', 'rows'))

  const before = await session(folder.path, async (systems) => {
    systems.items.revise(revised, { name: '二手房抵押登记(改)' })
    systems.items.withdraw(withdrawn)
    return lastOf(systems, [revised, withdrawn])
  })
  await session(folder.path, async (systems) => {
    expect(await lastOf(systems, [revised, withdrawn])).toEqual(before)
    const answer = await officeClient(systems)('submit', submissionXml({ reference: 'I-1', item: withdrawn }))
    expect(answer).toMatchObject({ returncode: '3002' })
    const since =
      before
        .map((row) => String(row.seq))
        .toSorted()
        .at(-1) ?? ''
    expect(await changes(systems, since)).toEqual([])
    systems.items.revise(revised)
    expect(await changes(systems, since)).toMatchObject([
      { task_handle_item: revised, task_name: '二手房抵押登记(改)' },
    ])
  })
})

it('keeps cases of other cities under the name they came with, although they are taken no more', async () => {
  await using folder = await temporaryFolder()
  const item = '511A0138000000-511602000000-000-115113010833722043-1-00'
  const opened = (systems: Systems) => submit(systems, 'O-1', { item, itemName: '食品小作坊备案' })
  await session(folder.path, opened, { otherItems: () => true })
  await session(folder.path, async (systems) => {
    systems.approvals.advance(4)
    expect(await find(systems, 'O-1')).toMatchObject({ taskname: '食品小作坊备案', taskhandleitem: item, state: '10' })
  })
})

it.each([
  ['an empty file', () => ''],
  ['a file cut in the middle', (text: string) => text.slice(0, text.length / 2)],
  ['another document', () => '[1,2]'],
  ['a file of another layout', (text: string) => text.replace('example-systems/1', 'example-systems/999')],
  ['a case in an unknown state', (text: string) => text.replace('"state":"05"', '"state":"77"')],
  ['a certificate of an unknown type', (text: string) => text.replace(/"type":"111\w+"/, '"type":"1110"')],
])('reports %s, sets it aside and starts afresh', async (_name, spoil) => {
  await using folder = await temporaryFolder()
  const file = join(folder.path, 'systems.json')
  await session(folder.path, async (systems) => {
    await submit(systems, 'C-1')
    systems.approvals.advance(4)
    await submit(systems, 'C-2')
    systems.approvals.advance()
  })
  const spoilt = spoil(await readFile(file, 'utf8'))
  await writeFile(file, spoilt)

  const reports: string[] = []
  const report = (message: string) => reports.push(message)
  await session(
    folder.path,
    async (systems) => {
      expect(systems.approvals.cases()).toEqual([])
      await submit(systems, 'C-3')
    },
    { report },
  )
  const aside = (await readdir(folder.path)).filter((name) => name !== 'systems.json')
  expect(aside).toEqual([expect.stringMatching(/^systems\.unreadable-\d{14}-[0-9a-f]{8}\.json$/)])
  expect(reports).toEqual([expect.stringContaining(aside[0] ?? 'none')])
  expect(reports[0]).not.toContain('陈䶮')
  expect(await readFile(join(folder.path, aside[0] ?? ''), 'utf8')).toBe(spoilt)
  await session(folder.path, async (systems) => expect(await find(systems, 'C-3')).toMatchObject({ state: '02' }))
})

it('does not start on a folder that is none', async () => {
  await using folder = await temporaryFolder()
  const stateDir = join(folder.path, 'file')
  await writeFile(stateDir, '')
  await expect(startSystems({ stateDir })).rejects.toThrow('EEXIST')
})

/** Listens on a free port. */
const occupy = async (): Promise<AsyncDisposable & { readonly port: number }> => {
  const server = createServer()
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port.')
  return { port: address.port, [Symbol.asyncDispose]: async () => void server.close() }
}

it('stops what it had started when a port is taken', async () => {
  await using taken = await occupy()
  const items = await occupy().then(async (free) => {
    await free[Symbol.asyncDispose]()
    return free.port
  })
  await expect(startSystems({ ports: { items, trading: taken.port } })).rejects.toThrow('EADDRINUSE')
  await expect(fetch(`http://127.0.0.1:${items}/__control/health`)).rejects.toThrow()
})

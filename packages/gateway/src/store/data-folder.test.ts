import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openStore } from './open-store.ts'
import { silentLog } from './testing.ts'

const newFolder = () => mkdtempSync(join(tmpdir(), 'tongban-data-'))
const open = (dataDir: string) => openStore({ dataDir, log: silentLog })
const openModule = new URL('./open-store.ts', import.meta.url).href

/** A child that opens the store in a folder, does something, says `ready` and stays. */
function childHolding(dataDir: string, work = '') {
  const script = `
    const { openStore } = await import('${openModule}')
    const log = { debug() {}, info() {}, warn() {}, error() {}, child: () => log }
    const store = await openStore({ dataDir: process.argv[1], log })
    ${work}
    console.log('ready')
    setInterval(() => {}, 1_000)`
  return spawn(process.execPath, ['--conditions=source', '--input-type=module', '-e', script, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

async function readyAndKilled(dataDir: string, work: string): Promise<void> {
  const child = childHolding(dataDir, work)
  await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')
}

describe('the lock of a data folder', () => {
  it('tells a second process which one holds the folder, and lets it in afterwards', async () => {
    const folder = newFolder()
    const child = childHolding(folder)
    await once(child.stdout, 'data')
    await expect(open(folder)).rejects.toMatchObject({
      code: 'TB_DATA_FOLDER_IN_USE',
      params: { folder, pid: child.pid },
    })
    child.kill('SIGKILL')
    await once(child, 'exit')
    await (await open(folder)).close()
  })

  it('does not let the same process open it twice', async () => {
    const folder = newFolder()
    const store = await open(folder)
    await expect(open(folder)).rejects.toMatchObject({ code: 'TB_DATA_FOLDER_IN_USE', params: { pid: process.pid } })
    await store.close()
    await (await open(folder)).close()
  })

  it.each([
    ['of a process that is gone', JSON.stringify({ pid: 2 ** 22 + 1 })],
    ['of an earlier process with our number', JSON.stringify({ pid: process.pid, began: 'another boot:1' })],
    ['that is empty', ''],
    ['that is no lock', 'x'],
  ])('takes over a lock %s', async (_name, text) => {
    const folder = newFolder()
    writeFileSync(join(folder, 'tongban.lock'), text)
    const store = await open(folder)
    expect(JSON.parse(readFileSync(join(folder, 'tongban.lock'), 'utf8'))).toMatchObject({ pid: process.pid })
    await store.close()
    expect(readdirSync(folder)).toEqual(['db'])
  })
})

describe('what was committed', () => {
  it('is there after the process was killed right after the answer', async () => {
    const folder = newFolder()
    await readyAndKilled(
      folder,
      `await store.query('create table receipt (n int primary key)')
       for (let n = 0; n < 200; n++) await store.query('insert into receipt values ($1)', [n])`,
    )
    const store = await open(folder)
    expect((await store.query('select count(*) as n from receipt')).rows).toEqual([{ n: 200 }])
    await store.close()
  })
})

describe('a broken data folder', () => {
  const breakages: [string, (folder: string) => void][] = [
    ['its control file is cut', (folder) => truncateSync(join(folder, 'db/global/pg_control'), 100)],
    ['its catalogue is gone', (folder) => rmSync(join(folder, 'db/base'), { recursive: true })],
    ['its version file is gone', (folder) => rmSync(join(folder, 'db/PG_VERSION'))],
    ['it was made by another version', (folder) => writeFileSync(join(folder, 'db/PG_VERSION'), '9\n')],
  ]

  /** The database's own note of who runs it comes and goes with each start. */
  const kept = (folder: string) =>
    readdirSync(join(folder, 'db'))
      .filter((name) => name !== 'postmaster.pid')
      .sort()

  it.each(breakages)('is reported and left as it is when %s', async (_name, spoil) => {
    const folder = newFolder()
    await (await open(folder)).close()
    spoil(folder)
    const before = kept(folder)
    await expect(open(folder)).rejects.toMatchObject({ code: 'TB_DATA_FOLDER_BROKEN', params: { folder } })
    expect(kept(folder)).toEqual(before)
    expect(readdirSync(folder)).toEqual(['db'])
  })

  it('is reported when a file stands in its place', async () => {
    const file = join(newFolder(), 'data')
    writeFileSync(file, 'not a folder')
    await expect(open(file)).rejects.toMatchObject({ code: 'TB_DATA_FOLDER_BROKEN' })
    expect(readFileSync(file, 'utf8')).toBe('not a folder')
  })

  it('is reported when the folder holds something else', async () => {
    const folder = newFolder()
    mkdirSync(join(folder, 'db'))
    writeFileSync(join(folder, 'db/holiday.txt'), 'photos')
    await expect(open(folder)).rejects.toMatchObject({ code: 'TB_DATA_FOLDER_BROKEN' })
    expect(readdirSync(join(folder, 'db'))).toEqual(['holiday.txt'])
  })
})

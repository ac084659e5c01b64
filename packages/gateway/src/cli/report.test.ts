import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { domains } from '../domains/registry.ts'
import { qualityLedger } from '../domains/sources/quality-ledger.ts'
import { createQuality } from '../sources/quality/create-quality.ts'
import { openStore } from '../store/open-store.ts'
import { silentLog } from '../store/testing.ts'
import { csvText } from './report/csv.ts'
import { lastMonth, spanOfMonth } from './report/month.ts'
import { tableLines, widthOf } from './report/table.ts'

const bin = new URL('../../bin/tongban.js', import.meta.url).pathname

async function tongban(lang: string, ...args: string[]) {
  const child = spawn(process.execPath, [bin, 'report', ...args], {
    env: { ...process.env, LANG: lang, LC_ALL: '', DATABASE_URL: '' },
  })
  const output = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()))
  const [code]: unknown[] = await once(child, 'close')
  return { code, ...output }
}

/** A ledger in which October 2025 was seen, at the times of its own clock. */
async function seed(dataDir: string): Promise<void> {
  let at = new Date('2025-10-01T00:30:00+08:00')
  const now = () => at
  const store = await openStore({ dataDir, log: silentLog })
  await store.migrate(domains.migrations)
  const quality = createQuality({
    ledger: qualityLedger(store, now),
    log: silentLog,
    metrics: { sourceQuality() {} },
    now,
    sampleEveryMs: 0,
  })
  const call = (outcome: 'ok' | 'TB_SOURCE_TIMEOUT', source = 'sx-approvals') =>
    quality.called({ source, operation: 'cases.byNumbers', outcome, latencyMs: 100, attempts: 2 })
  for (let index = 0; index < 20; index += 1) call('ok')
  quality.skipped('sx-approvals', 'cases.byNumbers', [{ key: null, path: 'name', reason: 'text' }])
  quality.servedStale('sx-approvals', 'cases.byNumbers', 60_000)
  quality.conflicted(['sx-approvals', 'civil'], 'cases', 'state')
  at = new Date('2025-10-31T23:30:00+08:00')
  for (let index = 0; index < 10; index += 1) call(index < 5 ? 'ok' : 'TB_SOURCE_TIMEOUT')
  for (let index = 0; index < 100; index += 1)
    quality.replied('sx-approvals', 'cases.byNumbers', { name: index < 60 ? '甲' : 7 })
  at = new Date('2025-11-01T00:30:00+08:00')
  call('ok', 'november')
  await quality.stop()
  const seen = { since: new Date(), lastSeen: new Date(), seen: 20 }
  const drift = {
    source: 'sx-approvals',
    operation: 'read',
    path: 'rows[].tel',
    kind: 'FIELD_GONE',
    was: 'TEXT',
    now: '',
  } as const
  await qualityLedger(store, now).addDrifts([{ ...drift, ...seen }])
  await store.close()
}

describe('the report', () => {
  let folder: string
  const data = () => ['--data-dir', join(folder, 'data')]

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tongban-report-'))
    await seed(join(folder, 'data'))
  }, 60_000)
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('is a table in the language of the terminal', async () => {
    const { code, stdout } = await tongban('zh_CN.UTF-8', 'quality', '--month', '2025-10', ...data())
    expect(code).toBe(0)
    const [titles, , ...rows] = stdout.trimEnd().split('\n')
    expect(titles).toMatch(/^数据源 +操作 +调用 +成功%/)
    expect(rows).toHaveLength(3)
    const approvals = rows.find((row) => row.includes('cases.byNumbers'))
    expect(approvals).toMatch(/30 +83\.33 +50\.00 +2025-10-31T23:00\+08:00 +50\.00/)
    expect(approvals).toContain('TYPE_CHANGED name TEXT→NUMBER')
    expect(stdout).not.toContain('november')
  })

  it('is CSV that spreadsheets read', async () => {
    const { code, stdout } = await tongban(
      'en_US.UTF-8',
      'quality',
      '--month',
      '2025-10',
      '--source',
      'sx-approvals',
      '--format',
      'csv',
      '--bom',
      ...data(),
    )
    expect(code).toBe(0)
    expect(stdout.startsWith('\ufeffsource,operation,calls,')).toBe(true)
    expect(stdout.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    const rows: unknown = parse(stdout, { bom: true, columns: true })
    expect(rows).toMatchObject([
      { source: 'sx-approvals', operation: 'cases', calls: '0', success_percent: '', conflicts: '1' },
      {
        source: 'sx-approvals',
        operation: 'cases.byNumbers',
        calls: '30',
        success_percent: '83.33',
        availability_percent: '50.00',
        worst_hour: '2025-10-31T23:00+08:00',
        worst_hour_percent: '50.00',
        p50_ms: expect.stringMatching(/^(9|10)\d(\.\d)?$/),
        attempts_per_call: '2',
        skipped_rows: '1',
        stale_answers: '1',
        drifts: '1',
        top_failures: 'TB_SOURCE_TIMEOUT 5',
      },
    ])
  })

  it('says when there is nothing', async () => {
    const { code, stdout } = await tongban('en_US.UTF-8', 'quality', '--month', '2025-09', ...data())
    expect({ code, stdout }).toEqual({ code: 0, stdout: '2025-09: the ledger holds nothing.\n' })
  })

  it.each([
    { what: 'no month', args: ['quality', '--month', '2025-13'], says: /--month.*2025-13.*YYYY-MM/ },
    { what: 'a month to come', args: ['quality', '--month', '2999-01'], says: /--month.*2999-01/ },
    {
      what: 'another format',
      args: ['quality', '--month', '2025-10', '--format', 'pdf'],
      says: /--format.*table, csv/,
    },
    {
      what: 'a source nobody knows',
      args: ['quality', '--month', '2025-10', '--source', 'sx'],
      says: /--source.*sx-approvals/,
    },
    { what: 'the drifts of such a source', args: ['drift', '--accept', 'sx'], says: /--accept.*sx-approvals/ },
  ])('refuses $what and names the option', async ({ args, says }) => {
    const { code, stdout, stderr } = await tongban('en_US.UTF-8', ...args, ...data())
    expect(stderr).toMatch(says)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  })

  it('of drifts lists those that are open until an operator accepts them', async () => {
    const drift = (...args: string[]) => tongban('en_US.UTF-8', 'drift', ...args, ...data())
    expect((await drift()).stdout).toMatch(/sx-approvals +read +FIELD_GONE rows\[\]\.tel .*20\n$/)
    expect((await drift('--accept', 'sx-approvals')).stdout).toBe('Accepted drifts: 1.\n')
    expect((await drift()).stdout).toBe('No open drifts.\n')
  }, 120_000)
})

describe('months and tables', () => {
  it.each([
    ['2026-10-31T23:59:59+08:00', '2026-09'],
    ['2026-11-01T00:00:00+08:00', '2026-10'],
    ['2026-01-15T12:00:00+08:00', '2025-12'],
  ])('at %s the last full month in Asia/Shanghai is %s', (now, month) => {
    expect(lastMonth(new Date(now))).toBe(month)
  })

  it('a month is from midnight to midnight there', () => {
    expect(spanOfMonth('2026-12', new Date('2027-03-01T00:00:00Z'))).toEqual({
      from: new Date('2026-12-01T00:00:00+08:00'),
      to: new Date('2027-01-01T00:00:00+08:00'),
    })
  })

  it.each([
    ['=HYPERLINK("http://x.example")', `"'=HYPERLINK(""http://x.example"")"`],
    ['+1+1', "'+1+1"],
    ['-2+3+SUM(A1:A9)', "'-2+3+SUM(A1:A9)"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\n=1', `"'\n=1"`],
    ['-12.5', '-12.5'],
    ['甲,乙', '"甲,乙"'],
    ['他说"好"', '"他说""好"""'],
  ])('a cell %j of CSV is %j, and no formula', (value, cell) => {
    expect(csvText([[value]], false)).toBe(`${cell}\r\n`)
  })

  it('columns stand below each other, Chinese or not', () => {
    const columns = [
      { title: '数据源', isNumber: false },
      { title: '调用', isNumber: true },
    ]
    const lines = tableLines(columns, [
      ['审批', '1'],
      ['approvals', '12345'],
    ])
    expect(lines.map(widthOf)).toEqual([16, 16, 16, 16])
  })
})

import { TongbanError } from '@tongban/schema'
import { describe, expect, it } from 'vitest'
import { createLog, shanghaiTime } from './log.ts'
import { requestIdOf } from './request-id.ts'
import { redacted } from './scrub.ts'

const idNumber = '110101200002290018'
const name = '欧阳测试'
const phone = '13800001234'

function capture(level: 'debug' | 'info' = 'debug') {
  const lines: string[] = []
  const now = () => new Date('2026-03-01T16:30:00Z')
  const log = createLog({ level, now, destination: { write: (line) => void lines.push(line) } })
  const parsed = (): Record<string, unknown>[] => lines.map((line) => JSON.parse(line))
  return { log, lines, parsed }
}

describe('the log', () => {
  it('writes one JSON object per line with the level as a word and the time in Asia/Shanghai', () => {
    const { log, parsed } = capture()
    log.child({ requestId: 'r-1' }).warn({ source: 'sx-approvals', ms: 38 }, 'slow answer')
    expect(parsed()).toEqual([
      {
        level: 'warn',
        time: '2026-03-02T00:30:00.000+08:00',
        pid: process.pid,
        requestId: 'r-1',
        source: 'sx-approvals',
        ms: 38,
        msg: 'slow answer',
      },
    ])
  })

  it('writes nothing below its level', () => {
    const { log, lines } = capture('info')
    log.debug({}, 'detail')
    expect(lines).toEqual([])
  })

  it('holds no number, name or token of anybody, whatever careless code passes to it', () => {
    const { log, lines } = capture()
    carelessFlow(log)
    const output = lines.join('')
    for (const secret of [idNumber, name, phone, 'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJiYW5rIn0.c2lnbmF0dXJl'])
      expect(output).not.toContain(secret)
    expect(output).toContain(redacted)
    expect(output).toContain('submission stored')
  })

  it('keeps the codes of an error and of its causes, and the text of our own only', () => {
    const { log, lines, parsed } = capture()
    const text = `invalid input syntax for type date: "${name}"\n    at ${name} (one.ts:1)`
    const cause = Object.assign(new RangeError(text), {
      code: '22007',
      constraint: 'case_pkey',
      routine: 'DateTimeParseError',
      table: `"${name}"`,
      detail: `Key (holder)=(${name}) already exists.`,
    })
    log.error({ error: new TongbanError('TB_SOURCE_TIMEOUT', { source: 'x' }, { cause }) }, 'delivery failed')
    expect(parsed()[0]).toMatchObject({
      error: {
        type: 'TongbanError',
        code: 'TB_SOURCE_TIMEOUT',
        message: 'x did not answer in time; try again later.',
        cause: {
          type: 'RangeError',
          code: '22007',
          constraint: 'case_pkey',
          routine: 'DateTimeParseError',
          stack: expect.stringMatching(/^at .*log\.test\.ts/),
        },
      },
    })
    expect(lines.join('')).not.toContain(name)
  })

  it('keeps codes of items, organisations and cases readable', () => {
    const { log, parsed } = capture()
    const fields = { item: '11100000MB0143028R4330100', agency: '91350100M000100Y43', ms: 12, at: new Date(0) }
    log.info(fields, 'item read')
    expect(parsed()[0]).toMatchObject({ ...fields, at: '1970-01-01T00:00:00.000Z' })
  })

  it('survives fields that refer to themselves', () => {
    const { log, lines } = capture()
    const loop: Record<string, unknown> = {}
    loop.self = loop
    log.info({ loop }, 'loop')
    expect(lines).toHaveLength(1)
  })
})

function carelessFlow(log: ReturnType<typeof createLog>): void {
  const identity = { documentType: 'RESIDENT_ID', documentNumber: idNumber, name }
  const child = log.child({ requestId: 'r-2', applicant: identity })
  child.info({ input: identity }, 'identify')
  child.info({ nested: [{ deeper: { holder_name: name, HolderNumber: idNumber } }] }, 'certificates read')
  child.debug({ detail: `${idNumber} 的电话是 ${phone}` }, `applicant ${idNumber} called from ${phone}`)
  child.warn(
    { headers: { Authorization: `Bearer ${idNumber}` } },
    'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJiYW5rIn0.c2lnbmF0dXJl',
  )
  child.error(
    { error: new Error(`duplicate key (${idNumber}, ${name})`, { cause: { name, text: `${phone} ${name}` } }) },
    'submission stored',
  )
}

describe('shanghaiTime', () => {
  it('crosses midnight eight hours before UTC does', () => {
    expect(shanghaiTime(new Date('2025-12-31T16:00:00Z'))).toBe('2026-01-01T00:00:00.000+08:00')
  })
})

describe('requestIdOf', () => {
  it.each([
    ['a plain identifier', 'bank-2026.03_02-0001', true],
    ['a text with a line break', 'abcdefgh\n{"level":"error"}', false],
    ['a very long text', 'a'.repeat(65), false],
    ['a resident number with words', '号码 110101200002290018', false],
    ['a bare resident number', '110101200002290018', false],
    ['a number that is nobody’s', '2026030200000001', true],
    ['nothing', undefined, false],
  ])('takes or replaces %s', (_, header, taken) => {
    const id = requestIdOf(header)
    expect(id === header).toBe(taken)
    expect(id).toMatch(/^[A-Za-z0-9._-]{8,64}$/)
  })
})

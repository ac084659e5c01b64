import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { readJsonLines, sharedData } from './shared-data.ts'

const folder = mkdtempSync(join(tmpdir(), 'shared-data-'))
const write = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

afterEach(() => vi.unstubAllEnvs())

it('finds a file below the folder that the environment names, and nothing else', () => {
  vi.stubEnv('TONGBAN_SHARED_DATA', folder)
  expect(sharedData('rows.jsonl')).toBeUndefined()
  const path = write('rows.jsonl', '')
  expect(sharedData('rows.jsonl')).toBe(path)
})

it('reads one object a line and skips blank lines', () => {
  expect(readJsonLines(write('good.jsonl', '{"a":1}\n\n{"a":2}\r\n'))).toEqual([{ a: 1 }, { a: 2 }])
})

it('names the line that is not JSON', () => {
  expect(() => readJsonLines(write('bad.jsonl', '{"a":1}\noops\n'))).toThrow(/bad\.jsonl:2 /)
})

import { afterEach, expect, it, vi } from 'vitest'
import { describeWith, type Need, neededData, neededEnv, needsEnv, needsSharedData, reasonToSkip } from './needs.ts'

const met: Need = { missing: () => undefined }
const absent: Need = { missing: () => 'the moon is not full' }

afterEach(() => vi.unstubAllEnvs())

describeWith(met, 'a suite whose need is met', () => {
  it('runs', () => expect(reasonToSkip(met)).toBeUndefined())
})

it('gives every unmet need as the reason to skip', () => {
  expect(reasonToSkip([met, absent, absent])).toBe('the moon is not full; the moon is not full')
})

it('names the variable that is not set', () => {
  vi.stubEnv('TONGBAN_TEST_REDIS_URL', '')
  expect(needsEnv('TONGBAN_TEST_REDIS_URL').missing()).toBe('TONGBAN_TEST_REDIS_URL is not set')
  expect(() => neededEnv('TONGBAN_TEST_REDIS_URL')).toThrow('TONGBAN_TEST_REDIS_URL is not set')
})

it('hands out the variable that is set', () => {
  vi.stubEnv('TONGBAN_TEST_REDIS_URL', 'redis://127.0.0.1')
  expect(needsEnv('TONGBAN_TEST_REDIS_URL').missing()).toBeUndefined()
  expect(neededEnv('TONGBAN_TEST_REDIS_URL')).toBe('redis://127.0.0.1')
})

it('names every shared file that is absent', () => {
  vi.stubEnv('TONGBAN_SHARED_DATA', '/nowhere')
  expect(needsSharedData('a.jsonl', 'b').missing()).toBe('shared data a.jsonl, b is absent')
  expect(() => neededData('a.jsonl')).toThrow('a.jsonl is absent')
})

import { setImmediate as turn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { createSaver } from './saver.ts'

/** A disk that notes what is written; each write is finished by the test. */
const slowDisk = () => {
  const writes: PromiseWithResolvers<void>[] = []
  const save = () => {
    const write = Promise.withResolvers<void>()
    writes.push(write)
    return write.promise
  }
  return { writes, save }
}

const silent = () => {}

it('saves a burst of changes once, after the caller is done', async () => {
  let [value, saved, saves] = [0, 0, 0]
  const save = async () => {
    saved = value
    saves += 1
  }
  const saver = createSaver({ save, report: silent, restMs: 0 })
  for (let change = 0; change < 50; change += 1) {
    saver.changed()
    value += 1
  }
  await expect.poll(() => saved).toBe(50)
  await saver.close()
  expect(saves).toBe(1)
})

it('never writes twice at a time, and writes what changed meanwhile when it closes', async () => {
  const { writes, save } = slowDisk()
  const saver = createSaver({ save, report: silent, restMs: 0 })
  saver.changed()
  await expect.poll(() => writes.length).toBe(1)
  saver.changed()
  const closed = saver.close()
  await turn()
  expect(writes).toHaveLength(1)
  writes[0]?.resolve()
  await expect.poll(() => writes.length).toBe(2)
  writes[1]?.resolve()
  await closed
  expect(writes).toHaveLength(2)
})

it('writes nothing when nothing changed', async () => {
  const { writes, save } = slowDisk()
  await createSaver({ save, report: silent }).close()
  expect(writes).toEqual([])
})

it('says once that it cannot save, and tries again until it can', async () => {
  const reports: string[] = []
  let attempts = 0
  const save = async () => {
    attempts += 1
    if (attempts <= 3) throw new Error('ENOSPC: no space left on device')
  }
  const saver = createSaver({ save, report: (message) => reports.push(message), restMs: 0 })
  saver.changed()
  await expect.poll(() => attempts).toBe(4)
  await saver.close()
  expect(reports).toEqual([expect.stringContaining('ENOSPC')])
  expect(attempts).toBe(4)
})

it('does not fail when the last save does', async () => {
  const reports: string[] = []
  const save = () => Promise.reject(new Error('EIO'))
  const saver = createSaver({ save, report: (message) => reports.push(message) })
  saver.changed()
  await saver.close()
  expect(reports).toEqual([expect.stringContaining('EIO')])
})

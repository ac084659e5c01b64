import { describeWith, neededData, needs, readJsonLines } from '@tongban/test-support'
import { expect, it } from 'vitest'
import { createLearner } from './learner.ts'
import { observe } from './observe.ts'

const files = [
  'items-511602.jsonl',
  'trading/yichang-candidate-notices.jsonl',
  'trading/yichang-result-notices-2025.jsonl',
  'trading/land-transfer-history-2024-2026.jsonl',
]
const at = new Date('2026-03-02T01:00:00Z')

/** Rows in pages, as a source answers a synchronisation. */
const inPages = (rows: readonly unknown[], size: number): unknown[] =>
  Array.from({ length: Math.floor(rows.length / size) }, (_, page) => ({
    rows: rows.slice(page * size, (page + 1) * size),
  }))

describeWith(needs.sharedData(...files), 'published rows, read in their order', () => {
  it.each(files)('never seem to drift: %s', (file) => {
    const rows = readJsonLines(neededData(file))
    for (const replies of [rows, inPages(rows, 5)]) {
      const learner = createLearner('s', 'o')
      expect(replies.length).toBeGreaterThan(100)
      expect(replies.flatMap((reply) => learner.sample(observe(reply), at))).toEqual([])
    }
  })
})

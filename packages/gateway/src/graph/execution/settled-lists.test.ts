import { makeExecutableSchema } from '@graphql-tools/schema'
import { execute, parse } from 'graphql'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { withSettledLists } from './settled-lists.ts'

describe('lists of promises', () => {
  const orphans: unknown[] = []
  const note = (reason: unknown) => void orphans.push(reason)
  const others = process.listeners('unhandledRejection')

  beforeEach(() => {
    process.removeAllListeners('unhandledRejection').on('unhandledRejection', note)
  })
  afterEach(() => {
    process.removeAllListeners('unhandledRejection')
    for (const other of others) process.on('unhandledRejection', other)
  })

  const plain = makeExecutableSchema({
    typeDefs: 'type Row { late: Int! now: Int! } type Query { rows: [Row!] }',
    resolvers: {
      Query: { rows: () => [{ now: 1 }, { late: 1, now: null }] },
      Row: { late: ({ late }: { late?: number }) => late ?? Promise.reject(new Error('late')) },
    },
  })
  const run = async (schema: typeof plain) => {
    orphans.length = 0
    const result = await execute({ schema, document: parse('{ rows { late now } }') })
    // Node tells of unhandled rejections once all promises that can settle have.
    await new Promise(setImmediate)
    return { data: result.data?.rows, errors: result.errors?.length, orphans: orphans.length }
  }

  it('leave no rejection unhandled when two items fail, one at once and one later', async () => {
    expect(await run(withSettledLists(plain))).toEqual({ data: null, errors: 1, orphans: 0 })
  })

  it('are still needed: graphql-js alone orphans one', async () => {
    expect((await run(plain)).orphans).toBeGreaterThan(0)
  })
})

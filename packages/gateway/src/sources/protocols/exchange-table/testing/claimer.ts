import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { exchangeTable } from '../exchange-table.ts'
import { tableReply } from '../replies.ts'
import { attempting, databaseOf } from './front-end.ts'
import { sharedLayout } from './shared-table.ts'

/**
 * One gateway of several: claims, works, acknowledges, until nothing is left. Says on its standard output which rows it has
 * acknowledged. Started as a process of its own, so that it can be killed.
 */
const [kind = '', url = '', lease = ''] = process.argv.slice(2)
const protocol = exchangeTable({
  database: databaseOf(kind === 'mysql' ? 'mysql' : 'postgres', url),
  tables: { SHARED: sharedLayout },
  maxConnections: 2,
})
const ask = attempting(protocol)
const row = z.object({ ID: z.number() })
const base = { operation: 'shared', table: 'SHARED' } as const

for (let idle = 0; idle < 40; ) {
  const claimed = await ask({ ...base, do: 'claim', size: 20, leaseSeconds: Number(lease) })
  const { token, rows } = tableReply.claim(row).parse(claimed)
  // Rows of one who died come back when the lease ends.
  if (rows.length === 0) {
    idle += 1
    await pause(100)
    continue
  }
  process.stdout.write(`claimed ${rows.map(({ ID }) => ID).join(' ')}\n`)
  await pause(5)
  const marks = rows.map((claimedRow) => ({ row: claimedRow, as: 'SENT' as const }))
  const { lost } = tableReply.acknowledged.parse(await ask({ ...base, do: 'acknowledge', token, rows: marks }))
  const gone = new Set(lost.map(({ ID }) => ID))
  process.stdout.write(`done ${rows.flatMap(({ ID }) => (gone.has(ID) ? [] : [ID])).join(' ')}\n`)
}
await protocol.close?.()

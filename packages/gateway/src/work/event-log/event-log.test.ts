import { expect, it } from 'vitest'
import { describeOnEachStore } from '../../store/testing.ts'
import { appendEvents } from './event-log.ts'
import { type EventTables, eventLogMigrations } from './tables.ts'

const event = (type: string) => ({ type, at: new Date('2026-03-02T01:00:00Z'), submissionId: 's', data: { a: 1 } })

describeOnEachStore('the event log', (open) => {
  it('numbers the events of each client without gaps, whatever rolls back in between', async () => {
    const store = await open({ migrations: eventLogMigrations })
    const write = (client: string, count: number, fails: boolean) =>
      store.transaction(async (trx) => {
        await appendEvents(
          trx,
          client,
          Array.from({ length: count }, (_, index) => event(`e${index}`)),
        )
        if (fails) throw new Error('rolled back')
      })
    const writes = Array.from({ length: 30 }, (_, index) =>
      write(index % 2 === 0 ? 'bank' : 'utility', (index % 3) + 1, index % 5 === 0).catch(() => {}),
    )
    await Promise.all(writes)
    await store.transaction((trx) => appendEvents(trx, 'bank', []))
    const db = store.db.withTables<EventTables>()
    for (const client of ['bank', 'utility']) {
      const rows = await db
        .selectFrom('client_event')
        .select('seq')
        .where('client_id', '=', client)
        .orderBy('seq')
        .execute()
      expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1))
      expect(rows.length).toBeGreaterThan(20)
    }
  })
})

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import { tableReply } from './replies.ts'
import { attempting, closeAll, type FrontEnd, onBothDatabases, protocolOn } from './testing/front-end.ts'
import { sharedColumns, sharedLayout } from './testing/shared-table.ts'

const claimer = fileURLToPath(new URL('testing/claimer.ts', import.meta.url))
const rows = 2_000

interface Gateway {
  readonly process: ChildProcess
  readonly said: () => string
}

const start = (front: FrontEnd, leaseSeconds: number): Gateway => {
  let text = ''
  const child = spawn(process.execPath, ['--conditions=source', claimer, front.kind, front.url, String(leaseSeconds)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString()
  })
  return { process: child, said: () => text }
}

const ended = async ({ process: child }: Gateway): Promise<number | null> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return child.exitCode
}

/** Rows by what was said of them: whole lines only, as one that died may have been cut off. */
const idsSaid = (gateway: Gateway, word: 'claimed' | 'done'): number[] =>
  gateway
    .said()
    .split('\n')
    .slice(0, -1)
    .flatMap((line) => (line.startsWith(`${word} `) ? line.split(' ').slice(1).filter(Boolean).map(Number) : []))

/** Counts each time that a row is marked as sent, whoever does it. */
const countMarks = async (front: FrontEnd) => {
  if (front.kind === 'mysql') {
    await front.run(
      "create trigger COUNTING before update on `SHARED` for each row set new.`MARKED` = old.`MARKED` + if(new.`FLAG` = '1', 1, 0)",
    )
    return
  }
  await front.run(`create function counting() returns trigger language plpgsql as $$ begin
    if new.\`FLAG\` = '1' then new.\`MARKED\` := old.\`MARKED\` + 1; end if; return new; end $$`)
  await front.run('create trigger counting before update on `SHARED` for each row execute function counting()')
}

const fill = (front: FrontEnd) =>
  front.run(
    `insert into \`SHARED\` (\`ID\`) values ${Array.from({ length: rows }, (_none, index) => `(${index + 1})`).join(', ')}`,
  )

onBothDatabases('rows shared by several gateways', (front) => {
  beforeEach(async () => {
    await front().run('drop table if exists `SHARED`')
    if (front().kind === 'postgres') await front().run('drop function if exists counting')
    await front().table('SHARED', sharedColumns)
    await fill(front())
    await countMarks(front())
  })
  afterEach(closeAll)
  const summary = () =>
    front().run(
      "select count(*) as n, sum(case when `FLAG` = '1' then 1 else 0 end) as sent, max(`MARKED`) as most, min(`MARKED`) as least from `SHARED`",
    )
  const expectEachOnce = async () => {
    const [found] = await summary()
    expect(Object.values(found ?? {}).map(Number)).toEqual([rows, rows, 1, 1])
  }

  it('are claimed by exactly one of eight pools', async () => {
    const reply = tableReply.claim(z.object({ ID: z.number() }))
    const work = async () => {
      const ask = attempting(protocolOn(front(), { tables: { SHARED: sharedLayout } }))
      const mine: number[] = []
      for (;;) {
        const claimed = await ask({ operation: 'shared.take', do: 'claim', table: 'SHARED', size: 17 })
        const found = reply.parse(claimed)
        if (found.rows.length === 0) return mine
        mine.push(...found.rows.map(({ ID }) => ID))
        const marks = found.rows.map((row) => ({ row, as: 'SENT' as const }))
        await ask({ operation: 'shared.took', do: 'acknowledge', table: 'SHARED', token: found.token, rows: marks })
      }
    }
    const taken = (await Promise.all(Array.from({ length: 8 }, work))).flat()
    expect(taken.toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: rows }, (_none, index) => index + 1),
    )
    await expectEachOnce()
  })

  it('are all sent, none twice, though a gateway is killed in the middle', { timeout: 120_000 }, async () => {
    const gateways = [1, 2, 3].map(() => start(front(), 2))
    const [victim] = gateways
    if (victim === undefined) throw new Error('There are three.')
    const half = Promise.withResolvers<void>()
    victim.process.stdout?.on('data', () => {
      // Killed while it holds rows: it has said that it claimed some, and not yet that it is done with them.
      if (idsSaid(victim, 'claimed').length >= 100 && /claimed [^\n]*\n$/.test(victim.said())) {
        victim.process.kill('SIGKILL')
        half.resolve()
      }
    })
    await half.promise
    await ended(victim)
    const codes = await Promise.all(gateways.slice(1).map(ended))
    expect(codes).toEqual([0, 0])
    await expectEachOnce()
    const done = gateways.flatMap((gateway) => idsSaid(gateway, 'done'))
    expect(new Set(done).size).toBe(done.length)
    // What it held was done by the others.
    const held = idsSaid(victim, 'claimed').filter((id) => !idsSaid(victim, 'done').includes(id))
    expect(held.length).toBeGreaterThan(0)
  })
})

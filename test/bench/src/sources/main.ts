import { parseArgs } from 'node:util'
import { fullPlan, quickPlan } from './plan.ts'
import { print } from './print.ts'
import { measureSources } from './report.ts'

const { values: flags } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
})

const stopping = new AbortController()
for (const name of ['SIGINT', 'SIGTERM'] as const)
  process.once(name, () => stopping.abort(new Error(`stopped by ${name}`)))

const say = (text: string) => console.error(`${(performance.now() / 1_000).toFixed(1).padStart(6)} s  ${text}`)

try {
  const plan = flags.quick ? quickPlan : fullPlan
  const postgres = process.env.TONGBAN_TEST_POSTGRES_URL || undefined
  const report = await measureSources({ plan, postgres, signal: stopping.signal, say })
  console.log(flags.json ? JSON.stringify(report) : print(report))
} catch (error) {
  console.error(stopping.signal.aborted ? String(stopping.signal.reason) : error)
  process.exitCode = stopping.signal.aborted ? 130 : 1
}

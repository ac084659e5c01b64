import { type Machine, machineFacts } from '../report/machine.ts'
import { type OneDeadFigures, oneDeadFigures } from './dead/figures.ts'
import { measureOneDead } from './dead/measure.ts'
import { type DirectoryFigures, directoryFigures } from './directory.ts'
import { type LedgerFigures, ledgerFigures } from './ledger.ts'
import type { SourcesPlan } from './plan.ts'
import { type Surroundings, setUpTemplate } from './surroundings.ts'
import { measureSync, type SyncFigures } from './sync/sync.ts'
import { type UnwellFigures, unwellFigures } from './unwell/figures.ts'
import { measureUnwell } from './unwell/measure.ts'

/** Everything measured in one run. */
export interface SourcesReport {
  readonly plan: SourcesPlan
  readonly machine: Machine
  readonly seconds: number
  readonly unwell: readonly UnwellFigures[]
  readonly oneDead: OneDeadFigures
  readonly sync: readonly SyncFigures[]
  readonly directory: readonly DirectoryFigures[]
  readonly ledger: LedgerFigures
}

/** How a run is done. */
export interface SourcesOptions extends Omit<Surroundings, 'template'> {
  readonly plan: SourcesPlan
  /** Address of a PostgreSQL server, for synchronising into that as well; undefined: only embedded. */
  readonly postgres?: string | undefined
}

/**
 * Measures what keeps sources from being felt when they are unwell, and what that costs.
 *
 * @throws Error when something that was measured went wrong: an answer about something else, rows left out
 */
export async function measureSources({ plan, postgres, ...bounds }: SourcesOptions): Promise<SourcesReport> {
  const begun = performance.now()
  bounds.say('directory and quality ledger')
  const directory = directoryFigures(plan.directorySizes, plan.directoryLookups)
  const ledger = ledgerFigures(plan.ledgerRounds)
  await using stack = new AsyncDisposableStack()
  bounds.say('setting up an embedded database')
  const surroundings = { ...bounds, template: await setUpTemplate(bounds, stack) }
  const unwell = unwellFigures(await measureUnwell(plan.unwell, surroundings))
  const oneDead = oneDeadFigures(await measureOneDead(plan.oneDead, surroundings))
  const sync = await measureSync(plan.sync, postgres, surroundings)
  const seconds = (performance.now() - begun) / 1_000
  return { plan, machine: machineFacts(false), seconds, unwell, oneDead, sync, directory, ledger }
}

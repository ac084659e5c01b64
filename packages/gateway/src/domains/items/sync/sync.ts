import { isTongbanError } from '@tongban/schema'
import type { Authority } from '../../../sources/directory.ts'
import type { DomainDeps } from '../../domain.ts'
import type { Ports } from '../../ports.ts'
import { publicly } from '../../sharing.ts'
import { analyse, type TokenFrequencies } from '../mirror/frequencies.ts'
import { syncAgencies } from './agencies.ts'
import { syncFull } from './full.ts'
import { syncIncremental } from './incremental.ts'
import { hold, letGo, readState } from './state.ts'
import {
  emptyTally,
  type SyncMode,
  type SyncOptions,
  type SyncProgress,
  type SyncReport,
  type SyncRun,
  type Tally,
} from './types.ts'

/** Synchronises the mirror with every source that offers items, one after the other. */
export type SyncItems = (options?: SyncOptions) => Promise<readonly SyncReport[]>

type Deps = Pick<DomainDeps, 'store' | 'directory' | 'log' | 'now'> & { readonly frequencies: TokenFrequencies }

interface Running {
  readonly reports: Promise<readonly SyncReport[]>
  readonly listeners: Set<(progress: SyncProgress) => void>
}

/** Makes the synchronisation of a gateway. Two calls at once share one run; each hears of its progress. */
export function syncItems(deps: Deps): SyncItems {
  const holder = crypto.randomUUID()
  let running: Running | undefined
  return async (options = {}) => {
    running ??= startRun(deps, holder, options, () => {
      running = undefined
    })
    if (options.onProgress) running.listeners.add(options.onProgress)
    return running.reports
  }
}

function startRun(deps: Deps, holder: string, options: SyncOptions, ended: () => void): Running {
  const listeners = new Set<(progress: SyncProgress) => void>()
  const onProgress = (progress: SyncProgress) => {
    for (const listener of listeners) listener(progress)
  }
  const reports = syncAll(deps, holder, { ...options, onProgress }).finally(ended)
  return { listeners, reports }
}

/** A source that fails does not keep the others from being read; its error is thrown when all have had their turn. */
async function syncAll(deps: Deps, holder: string, options: SyncOptions): Promise<readonly SyncReport[]> {
  const reports: SyncReport[] = []
  const failures: unknown[] = []
  for (const authority of deps.directory.offering('items')) {
    try {
      reports.push(await syncHeld(deps, holder, authority, options))
    } catch (error) {
      failures.push(error)
      deps.log.warn({ source: authority.source.id, code: codeOf(error) }, 'items could not be synchronised')
    }
  }
  if (failures.length > 0) throw failures[0]
  return reports
}

const codeOf = (error: unknown): string => (isTongbanError(error) ? error.code : 'TB_INTERNAL')

async function syncHeld(
  deps: Deps,
  holder: string,
  authority: Authority<Ports['items']>,
  options: SyncOptions,
): Promise<SyncReport> {
  const { store } = deps
  const source = authority.source.id
  // The embedded database belongs to one process: whoever held the source before us is dead.
  if (store.kind === 'pglite')
    await readState(store.db, source).then((row) => row.holder && letGo(store.db, source, row.holder))
  if (!(await hold(store.db, source, holder))) return { source, mode: 'BUSY', ...emptyTally() }
  try {
    const run: SyncRun = {
      ...deps,
      authority,
      call: options.signal ? { signal: options.signal, ...publicly } : publicly,
      acceptShrink: options.acceptShrink ?? false,
      onProgress: options.onProgress ?? (() => {}),
    }
    return await syncOne(run, options.mode ?? 'auto', deps.frequencies)
  } finally {
    await letGo(store.db, source, holder)
  }
}

async function syncOne(run: SyncRun, wanted: SyncMode, frequencies: TokenFrequencies): Promise<SyncReport> {
  const tally = emptyTally()
  const mode = await readBy(run, wanted, tally)
  await syncAgencies(run, { all: mode === 'FULL' })
  if (mode === 'FULL' || tally.added > 0) {
    await analyse(run.store.db)
    frequencies.forget()
  }
  const report = { source: run.authority.source.id, mode, ...tally }
  run.log.info(report, 'items synchronised')
  return report
}

async function readBy(run: SyncRun, wanted: SyncMode, tally: Tally): Promise<'FULL' | 'INCREMENTAL'> {
  const { changes } = run.authority.port
  const state = await readState(run.store.db, run.authority.source.id)
  const possible = changes !== undefined && state.mark !== null && state.mode !== 'FULL'
  if (!possible || wanted === 'full') {
    await syncFull(run, wanted === 'full' && state.mode === 'INCREMENTAL' ? { ...state, mode: null } : state, tally)
    return 'FULL'
  }
  try {
    await syncIncremental(run, state, changes, tally)
    return 'INCREMENTAL'
  } catch (error) {
    // A source forgets old marks; then only a full run can tell what changed.
    if (!(isTongbanError(error) && error.code === 'TB_SOURCE_REFUSED')) throw error
    run.log.warn({ source: run.authority.source.id }, 'the source refused the mark of the last run; reading everything')
    await syncFull(run, { ...state, mode: null }, tally)
    return 'FULL'
  }
}

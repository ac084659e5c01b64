import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Commands that pin a process: servers on one core, upstream and load on another. Empty where there are no two, or no taskset. */
export interface Pins {
  readonly servers: readonly string[]
  readonly surroundings: readonly string[]
}

export function choosePins(): Pins {
  const [first, second] = allowedCores()
  if (first === undefined || second === undefined || !hasTaskset()) return { servers: [], surroundings: [] }
  return { servers: ['taskset', '-c', String(first)], surroundings: ['taskset', '-c', String(second)] }
}

const hasTaskset = (): boolean => spawnSync('taskset', ['--version']).status === 0

/** Cores this process may use, as Linux lists them (`0-3,8`); none elsewhere. */
function allowedCores(): readonly number[] {
  const list = /^Cpus_allowed_list:\s*(\S+)/m.exec(processStatus())?.[1] ?? ''
  return list
    .split(',')
    .filter(Boolean)
    .flatMap((range) => {
      const [from = Number.NaN, to = from] = range.split('-').map(Number)
      return Array.from({ length: to - from + 1 }, (_, index) => from + index)
    })
}

function processStatus(): string {
  try {
    return readFileSync('/proc/self/status', 'utf8')
  } catch {
    return '' // not Linux: nothing is pinned
  }
}

import { readFileSync } from 'node:fs'

/** A process as a lock file remembers it. */
export interface ProcessIdentity {
  readonly pid: number
  /** When it began, in the words of the operating system; absent where it does not tell. */
  readonly began?: string
}

/**
 * Identifies a running process. The number alone does not: after a container restarts, its first process has the same number
 * as the dead one. So on Linux the boot identifier and the start time in clock ticks (field 22 of proc(5) `stat`) go with it.
 */
export function identify(pid: number): ProcessIdentity {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // field 2 is the program's name in brackets and may itself hold blanks and brackets
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
    return { pid, began: `${boot}:${ticks}` }
  } catch {
    return { pid }
  }
}

/** Whether the process that a lock remembers is still the one running under that number. */
export function isRunning({ pid, began }: ProcessIdentity): boolean {
  if (!signalReaches(pid)) return false
  const now = identify(pid).began
  return began === undefined || now === undefined || began === now
}

function signalReaches(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it runs, but belongs to another user
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { TongbanError } from '@tongban/schema'
import { z } from 'zod'
import { identify, isRunning, type ProcessIdentity } from './process-identity.ts'

/** A data folder that this process holds. */
export interface FolderLock {
  release(): void
}

const content = z.object({ pid: z.int().positive(), began: z.string().optional() })

/**
 * Takes a data folder for this process: two processes writing one embedded database would destroy it. A lock left behind by a
 * process that no longer runs is taken over.
 *
 * @throws TongbanError `TB_DATA_FOLDER_IN_USE`
 */
export function lockFolder(folder: string): FolderLock {
  const path = join(folder, 'tongban.lock')
  const mine = JSON.stringify(identify(process.pid))
  if (!place(path, mine)) {
    takeOver(folder, path)
    if (!place(path, mine)) throw inUse(folder, readHolder(path)?.pid)
  }
  return { release: () => releaseOwn(path, mine) }
}

/** Writes the lock with its content in one step; false when there is one. */
function place(path: string, text: string): boolean {
  const draft = `${path}.${process.pid}.${Date.now()}`
  writeFileSync(draft, text)
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft)
  }
}

/** Removes a lock whose process is gone. Renaming first makes sure that of two that try, one wins. */
function takeOver(folder: string, path: string): void {
  const seen = readText(path)
  const holder = parse(seen)
  if (holder && isRunning(holder)) throw inUse(folder, holder.pid)
  const aside = `${path}.stale.${process.pid}`
  try {
    renameSync(path, aside)
  } catch {
    return // somebody else has just removed it; placing ours decides
  }
  const moved = readText(aside)
  if (moved !== seen) linkSync(aside, path)
  rmSync(aside)
}

function releaseOwn(path: string, mine: string): void {
  if (readText(path) === mine) rmSync(path, { force: true })
}

const readHolder = (path: string): ProcessIdentity | undefined => parse(readText(path))

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function parse(text: string): ProcessIdentity | undefined {
  try {
    const { pid, began } = content.parse(JSON.parse(text))
    return { pid, ...(began === undefined ? {} : { began }) }
  } catch {
    return undefined
  }
}

const inUse = (folder: string, pid: number | undefined) =>
  new TongbanError('TB_DATA_FOLDER_IN_USE', { folder, pid: pid ?? '?' })

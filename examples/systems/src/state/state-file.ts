import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type Clock, compactTime } from '../shared/clock.ts'
import { emptyState, type SystemsState, systemsState, type WrittenState } from './state.ts'

/** Where a person is told what went wrong with the kept state. */
export type Report = (message: string) => void

/** The kept state of the systems in a folder. */
export interface StateFile {
  /** What was kept; empty at the first start. A file that cannot be understood is reported, set aside and left alone. */
  read(): Promise<SystemsState>
  /** Replaces the file in one stroke: a reader, or a start after a crash, sees the old one or the new one. */
  write(state: WrittenState): Promise<void>
}

const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    // The parser's own message quotes the text.
    context.addIssue('not JSON')
    return z.NEVER
  }
})

const stateText = json.pipe(systemsState)

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

const readIfThere = async (path: string): Promise<string | undefined> => {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

const complaint = (path: string, aside: string, { issues: [first] }: z.ZodError): string => {
  const reason = `${first?.path.join('.') || 'file'}: ${first?.message}`
  return [
    `模拟系统的存档 ${path} 无法读取(${reason}),已另存为 ${aside},系统从初始状态启动。`,
    `The kept state ${path} of the simulated systems could not be read (${reason}). It is now ${aside}; the systems start afresh.`,
  ].join('\n')
}

/** Opens the state in a folder, which is made when absent. @throws Error of the file system when it cannot be used */
export const openStateFile = async (folder: string, clock: Clock, report: Report): Promise<StateFile> => {
  await mkdir(folder, { recursive: true })
  const path = join(folder, 'systems.json')

  const setAside = async (problem: z.ZodError): Promise<void> => {
    const name = `systems.unreadable-${compactTime(clock())}-${randomUUID().slice(0, 8)}.json`
    const aside = join(folder, name)
    await rename(path, aside)
    report(complaint(path, aside, problem))
  }

  return {
    async read() {
      const text = await readIfThere(path)
      if (text === undefined) return emptyState
      const parsed = stateText.safeParse(text)
      if (parsed.success) return parsed.data
      await setAside(parsed.error)
      return emptyState
    },
    async write(state) {
      // Flushed before the rename: else a power cut can leave the new name on an empty file.
      await writeFile(`${path}.tmp`, JSON.stringify(state), { flush: true })
      await rename(`${path}.tmp`, path)
    },
  }
}

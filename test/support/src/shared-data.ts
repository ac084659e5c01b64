import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const repositoryRoot = join(import.meta.dirname, '..', '..', '..')

/** Folder of the shared real data: `TONGBAN_SHARED_DATA`, or `../shared/data` beside the repository. */
export const sharedDataRoot = (): string =>
  process.env.TONGBAN_SHARED_DATA ?? join(repositoryRoot, '..', 'shared', 'data')

/**
 * Path of one shared data file or folder, or `undefined` when this machine does not have it.
 * The data is real public data whose licence does not let us ship it, so tests must be able to do without.
 *
 * @param relative path below the shared data folder, such as `orgs/codes.jsonl`
 */
export function sharedData(relative: string): string | undefined {
  const path = join(sharedDataRoot(), relative)
  return existsSync(path) ? path : undefined
}

/**
 * The rows of a JSON Lines file, blank lines skipped.
 * The caller says what a row is (`T`); rows are test input, and nothing is checked here.
 *
 * @throws SyntaxError naming file and line when a line is not JSON
 */
export function readJsonLines<T = unknown>(path: string): T[] {
  const lines = readFileSync(path, 'utf8').split('\n')
  return lines.flatMap((line, index) => (line.trim() === '' ? [] : [parseLine<T>(line, `${path}:${index + 1}`)]))
}

function parseLine<T>(line: string, where: string): T {
  try {
    return JSON.parse(line)
  } catch (cause) {
    throw new SyntaxError(`${where} is not one JSON object a line`, { cause })
  }
}

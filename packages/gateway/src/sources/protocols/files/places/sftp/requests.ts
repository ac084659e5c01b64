import type { FileEntry, SFTPWrapper, Stats } from 'ssh2'
import { isSafeName } from '../../names.ts'
import { isAbsent } from '../failures.ts'
import type { Entry } from '../place.ts'

type Answered<Result> = (error: Error | null | undefined, result: Result) => void

/** A request of SFTP as a promise. */
export const answer = <Result>(request: (done: Answered<Result>) => void): Promise<Result> =>
  new Promise((resolve, reject) => request((error, result) => (error ? reject(error) : resolve(result))))

/** A request of SFTP that answers nothing but that it is done. */
export const perform = (request: (done: (error: Error | null | undefined) => void) => void): Promise<void> =>
  answer<void>((done) => request((error) => done(error, undefined)))

/** A file as places list it. */
export const entryOf = (name: string, { size, mtime }: Pick<Stats, 'size' | 'mtime'>): Entry => ({
  name,
  size,
  modifiedAt: mtime * 1_000,
})

/** Plain files by the type in their mode (POSIX `S_IFREG`); servers that send no mode say it in the long name. */
const isPlain = ({ attrs, longname }: FileEntry): boolean =>
  attrs.mode ? (attrs.mode & 0o170_000) === 0o100_000 : longname.startsWith('-')

/** A plain file by its path; undefined when there is none. */
export const statOf = async (sftp: SFTPWrapper, path: string): Promise<Stats | undefined> => {
  try {
    const found = await answer<Stats>((done) => sftp.lstat(path, done))
    return found.isFile() ? found : undefined
  } catch (error) {
    if (isAbsent(error)) return undefined
    throw error
  }
}

/** Plain files of a folder; links, folders and names that lead out of it are left out. */
export const listFolder = async (sftp: SFTPWrapper, folder: string): Promise<Entry[]> => {
  const entries = await answer<FileEntry[]>((done) => sftp.readdir(folder, done))
  return entries
    .filter((entry) => isSafeName(entry.filename) && isPlain(entry))
    .map(({ filename, attrs }) => entryOf(filename, attrs))
}

/** Removes a file; that there is none is no failure. */
export const removeFile = async (sftp: SFTPWrapper, path: string): Promise<void> => {
  if (await statOf(sftp, path)) await perform((done) => sftp.unlink(path, done))
}

/** Gives a file another name, in place of what has it, in one step where the server can. */
export const renameOver = async (sftp: SFTPWrapper, from: string, to: string): Promise<void> => {
  try {
    await perform((done) => sftp.ext_openssh_rename(from, to, done))
  } catch (error) {
    if (!(error instanceof Error) || !/not support/i.test(error.message)) throw error
    // Version 3 alone cannot replace: what has the name goes first.
    await removeFile(sftp, to)
    await perform((done) => sftp.rename(from, to, done))
  }
}

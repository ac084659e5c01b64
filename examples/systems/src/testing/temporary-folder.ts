import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder that is gone after the block it is used in. */
export const temporaryFolder = async (): Promise<AsyncDisposable & { readonly path: string }> => {
  const path = await mkdtemp(join(tmpdir(), 'tongban-systems-'))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) }
}

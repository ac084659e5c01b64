import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { TongbanError } from '@tongban/schema'

const keyBytes = 32

/** Where the key that seals personal data comes from. */
export interface DataKeyOptions {
  readonly dataDir: string
  /** Value of `TONGBAN_DATA_KEY`: 32 bytes in base64. Several gateways on one database must share it. */
  readonly key?: string | undefined
}

/**
 * The key that seals personal data: from the environment, or from `<dataDir>/keys/seal.key`. Losing it makes what it sealed
 * unreadable for ever, so it belongs into the backup, apart from the data.
 *
 * @returns undefined when there is none yet
 * @throws TongbanError `TB_CONFIG_INVALID` when the key has the wrong length, `TB_FILE_UNREADABLE`
 */
export function findDataKey({ dataDir, key }: DataKeyOptions): Uint8Array | undefined {
  if (key !== undefined && key !== '') return decode(key, 'TONGBAN_DATA_KEY')
  const path = pathIn(dataDir)
  return readable(path, () => {
    const text = readExisting(path)
    return text === undefined ? undefined : decode(text, path)
  })
}

/**
 * Makes `<dataDir>/keys/seal.key`, readable by its owner only, unless another process was quicker. Only for a database in
 * which nothing is sealed: a second key beside sealed data would look like the right one.
 *
 * @throws TongbanError `TB_CONFIG_INVALID`, `TB_FILE_UNREADABLE`
 */
export function makeDataKey({ dataDir }: DataKeyOptions): Uint8Array {
  const path = pathIn(dataDir)
  return readable(path, () => decode(make(path) ?? readFileSync(path, 'utf8'), path))
}

const pathIn = (dataDir: string): string => join(dataDir, 'keys', 'seal.key')

function readable<Key>(path: string, read: () => Key): Key {
  try {
    return read()
  } catch (cause) {
    if (cause instanceof TongbanError) throw cause
    const detail = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown'
    throw new TongbanError('TB_FILE_UNREADABLE', { file: path, detail }, { cause })
  }
}

function decode(text: string, path: string): Uint8Array {
  const key = Buffer.from(text.trim(), 'base64')
  if (key.length === keyBytes) return key
  throw new TongbanError('TB_CONFIG_INVALID', {
    path,
    detail: `a key of ${keyBytes} bytes in base64 is needed, this has ${key.length}; make one with: openssl rand -base64 32`,
  })
}

function readExisting(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** Places a new key whole or not at all; undefined when another process was quicker. */
function make(path: string): string | undefined {
  const text = `${randomBytes(keyBytes).toString('base64')}\n`
  const draft = `${path}.${process.pid}`
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  writeFileSync(draft, text, { mode: 0o600 })
  try {
    linkSync(draft, path)
    return text
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return undefined
    throw error
  } finally {
    rmSync(draft)
  }
}

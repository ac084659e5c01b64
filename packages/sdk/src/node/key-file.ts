import { readFile } from 'node:fs/promises'
import { localError } from '../errors/local.ts'
import { TB_FILE_UNREADABLE } from '../generated/local-errors.ts'
import { isJwk, type PrivateJwk } from './private-jwk.ts'

const unreadable = (file: string, detail: string, cause?: unknown) =>
  localError(TB_FILE_UNREADABLE, 'en', { params: { file, detail }, ...(cause !== undefined && { cause }) })

// The error of JSON.parse is dropped: its message quotes the text, and the text is a private key.
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * Reads a private key from a JWK file.
 *
 * @throws TongbanError `TB_FILE_UNREADABLE` when the file is absent or holds no JWK
 */
export async function keyFile(path: string | URL): Promise<PrivateJwk> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw unreadable(String(path), 'check path and permissions', cause)
  })
  const key = parseJson(text)
  if (!isJwk(key)) throw unreadable(String(path), 'it must hold one private key as a JSON Web Key')
  return key
}

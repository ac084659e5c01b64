import { sourceFailure } from '../failures.ts'
import type { HttpRequest, HttpResponse } from '../source.ts'
import type { Signer } from './signer.ts'
import { type Sm4Cipher, type Sm4Options, sm4Cipher } from './sm4.ts'

/** Whole bodies encrypted, both ways. */
export interface Sm4BodyOptions extends Sm4Options {
  /** What the ciphertext is called. @default 'text/plain' */
  readonly contentType?: string
  /** Whether answers are encrypted, too. @default true */
  readonly answers?: boolean
}

const encrypted = (request: HttpRequest, cipher: Sm4Cipher, contentType: string): HttpRequest =>
  request.body === undefined
    ? request
    : {
        ...request,
        headers: { ...request.headers, 'content-type': contentType },
        body: cipher.encrypt(request.body),
      }

/** Pages of proxies are not encrypted: what does not decrypt and is no success is left to be explained by its status. */
function decrypted(response: HttpResponse, cipher: Sm4Cipher): HttpResponse {
  try {
    return { ...response, body: cipher.decrypt(Buffer.from(response.body).toString('latin1')) }
  } catch (error) {
    if (response.status >= 300) return response
    throw sourceFailure('TB_SOURCE_SHAPE', { detail: 'the body is not encrypted as agreed' }, { cause: error })
  }
}

/**
 * Encrypts the whole body of requests and decrypts that of answers. To sign what is encrypted, put it first in `allSigners`.
 *
 * @throws TypeError for a key or starting vector that is not 16 bytes
 */
export function sm4Body({ contentType = 'text/plain', answers = true, ...agreed }: Sm4BodyOptions): Signer {
  const cipher = sm4Cipher(agreed)
  const sign = (request: HttpRequest) => encrypted(request, cipher, contentType)
  return answers ? Object.assign(sign, { open: (response: HttpResponse) => decrypted(response, cipher) }) : sign
}

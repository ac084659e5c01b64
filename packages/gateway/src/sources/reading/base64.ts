/** Letters of both alphabets (RFC 4648 §4 and §5), with or without padding. */
const alphabet = /^[A-Za-z0-9+/_-]+={0,2}$/

/**
 * Reads a file that travels inside a message as Base64 (PDF, OFD, pictures): line breaks and a `data:` prefix are taken off.
 *
 * @returns undefined when it is no Base64, is empty, or is larger than `maxBytes`, which is seen before anything is decoded
 */
export function readBase64(text: string, maxBytes: number): Uint8Array | undefined {
  const length = text.length - (text.startsWith('data:') ? text.indexOf(',') + 1 : 0)
  // Four letters are three bytes; line breaks every 64 letters at most.
  if (length > ((maxBytes + 2) / 3) * 4 * 1.05 + 64) return undefined
  const letters = text.slice(text.length - length).replaceAll(/\s+/g, '')
  if (!alphabet.test(letters) || letters.replace(/=+$/, '').length % 4 === 1) return undefined
  const bytes = Buffer.from(letters, 'base64')
  return bytes.length > maxBytes ? undefined : bytes
}

/** A file as Base64 for a message. */
export const writeBase64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')

/** How a signature is built: r and s one after the other, or as ASN.1 (GM/T 0009), which hardware and Java stacks write. */
export type Sm2Form = 'raw' | 'der'

const half = 32

/** An integer without leading zeros, but with one where the first bit would make it negative. */
function derInteger(bytes: Uint8Array): Buffer {
  const first = bytes.findIndex((byte) => byte !== 0)
  const digits = bytes.subarray(first < 0 ? bytes.length - 1 : first)
  const padded = (digits[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.of(0), digits]) : Buffer.from(digits)
  return Buffer.concat([Buffer.of(0x02, padded.length), padded])
}

/** r and s, 64 bytes, as ASN.1. */
export function derOf(raw: Uint8Array): Buffer {
  const integers = Buffer.concat([derInteger(raw.subarray(0, half)), derInteger(raw.subarray(half))])
  return Buffer.concat([Buffer.of(0x30, integers.length), integers])
}

function readInteger(bytes: Buffer, at: number): Buffer | undefined {
  const length = bytes[at + 1] ?? 0
  const value = bytes.subarray(at + 2, at + 2 + length)
  const digits = value.subarray(Math.max(0, value.length - half))
  return bytes[at] === 0x02 && value.length === length && length > 0
    ? Buffer.concat([Buffer.alloc(half - digits.length), digits])
    : undefined
}

/** r and s of a signature in ASN.1, undefined when it is none. There is one way to write it, so that one signature is one text. */
export function rawOf(der: Uint8Array): Buffer | undefined {
  const bytes = Buffer.from(der)
  const r = readInteger(bytes, 2)
  const s = readInteger(bytes, 4 + (bytes[3] ?? 0))
  if (!r || !s) return undefined
  const raw = Buffer.concat([r, s])
  return derOf(raw).equals(bytes) ? raw : undefined
}

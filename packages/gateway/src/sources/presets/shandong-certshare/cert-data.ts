import { z } from 'zod'
import { sourceFailure } from '../../failures.ts'
import { readJson } from '../../protocols/json.ts'
import { isRecord } from '../../protocols/path.ts'
import { field } from '../../reading/fields.ts'
import { isNothing } from '../../reading/nothing.ts'
import { type Sm2Order, sm2Decrypt } from '../../signing/sm2.ts'
import { parseInner } from '../parse.ts'

/** What encrypted data are opened with. */
export interface CertShareKey {
  /** Hexadecimal private key that the platform knows the public half of. */
  readonly privateKey: string
  /** @default 'C1C3C2' */
  readonly order?: Sm2Order
}

/** One certificate as it was written: scalars by column, and what the face shows when groups say it. */
export interface WrittenCertificate {
  readonly columns: Readonly<Record<string, unknown>>
  readonly face: readonly { readonly name: string; readonly value: string | null }[] | null
}

/** A ciphertext: the prefix of C1, then a point, a digest and at least one byte. */
const ciphertext = /^04(?:[0-9a-f]{2}){97,}$/i

function decrypt(text: string, key: CertShareKey | undefined): unknown {
  if (!key) throw sourceFailure('TB_SOURCE_SHAPE', { detail: 'certData: encrypted, and there is no SM2 key' })
  try {
    return readJson(sm2Decrypt(text, key.privateKey, key.order))
  } catch {
    // Neither the plain text nor a parser's remark about it may leave this place.
    return undefined
  }
}

/** Data as they are, as JSON in a text, or as JSON encrypted for us. @throws TongbanError `TB_SOURCE_SHAPE` when they are none of these */
export function openData(value: unknown, key: CertShareKey | undefined): unknown {
  if (typeof value !== 'string' || isNothing(value)) return value
  const text = value.trim()
  const opened = ciphertext.test(text) ? decrypt(text, key) : readJson(text)
  if (opened !== undefined && typeof opened !== 'string') return opened
  throw sourceFailure('TB_SOURCE_SHAPE', { detail: 'certData: neither JSON nor encrypted with our SM2 key' })
}

const faceField = z.object({
  name: field.required,
  value: field.text,
  columnName: field.text,
  orderNum: field.whole,
})

const isFaceField = (value: unknown): boolean =>
  isRecord(value) && 'name' in value && ('columnName' in value || 'orderNum' in value)

/** Groups of `{name, valueType, value, columnName, orderNum}`: one certificate, each group in the order that it states. */
function fromGroups(groups: readonly unknown[]): WrittenCertificate {
  const fields = groups.flatMap((group) =>
    parseInner(field.list(faceField), group).toSorted((a, b) => (a.orderNum ?? 0) - (b.orderNum ?? 0)),
  )
  const columns = fields.flatMap(({ columnName, value }) => (columnName === null ? [] : [[columnName, value]]))
  return { columns: Object.fromEntries(columns), face: fields.map(({ name, value }) => ({ name, value })) }
}

/** What stands beside `certData`, such as the identifier, belongs to the one certificate in it. */
function beside(row: Readonly<Record<string, unknown>>, key: CertShareKey | undefined): readonly WrittenCertificate[] {
  const { certData, ...columns } = row
  const inner = writtenCertificates(openData(certData, key), key)
  const [only] = inner
  if (!only) return Object.keys(columns).length === 0 ? [] : [{ columns, face: null }]
  return inner.length === 1 ? [{ ...only, columns: { ...columns, ...only.columns } }] : inner
}

/**
 * The certificates in `data`: one or several, each as columns, as groups of face fields, or below a `certData` of its own.
 *
 * @throws TongbanError `TB_SOURCE_SHAPE`
 */
export function writtenCertificates(data: unknown, key: CertShareKey | undefined): readonly WrittenCertificate[] {
  const opened = openData(data, key)
  if (isNothing(opened)) return []
  if (Array.isArray(opened)) {
    if (opened.every(isFaceField)) return [fromGroups([opened])]
    if (opened.every((group) => Array.isArray(group) && group.every(isFaceField))) return [fromGroups(opened)]
    return opened.flatMap((one) => writtenCertificates(one, key))
  }
  if (!isRecord(opened)) throw sourceFailure('TB_SOURCE_SHAPE', { detail: 'certData: expected certificates' })
  return 'certData' in opened ? beside(opened, key) : [{ columns: opened, face: null }]
}

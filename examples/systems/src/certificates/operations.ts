import { type Tree, text } from '../shared/tree.ts'
import { readableTypes, requireCause, required } from './access.ts'
import type { Certificate } from './certificate.ts'
import type { PlatformContext } from './context.ts'
import { PlatformRefusal } from './envelope.ts'
import { certificateRow, isSm2PublicKey } from './face.ts'
import { downloadFile } from './files/download.ts'
import { verifyCertInfo, verifyFile } from './verify.ts'

/** One operation: the request's `data` in, the answer's `data` out. @throws PlatformRefusal */
export type PlatformOperation = (context: PlatformContext, data: unknown) => Tree

const holderTypes = [
  '001',
  '099',
  '111',
  '114',
  '115',
  '118',
  '119',
  '120',
  '122',
  '411',
  '412',
  '413',
  '414',
  '511',
  '516',
  '551',
  '552',
  '999',
]

const publicKeyOf = (data: unknown): string => {
  const key = text(data, 'sm2PublicKey')
  if (key && !isSm2PublicKey(key)) throw new PlatformRefusal(99, 'SM2公钥格式错误')
  return key
}

const rows = (found: readonly Certificate[], data: unknown): Tree => {
  if (found.length === 0) throw new PlatformRefusal(10, '未查询到证照信息')
  const key = publicKeyOf(data)
  return found.map((certificate) => certificateRow(certificate, key))
}

const queryCertInfoByHolderCode: PlatformOperation = ({ registry, caller }, data) => {
  const holderCode = required(data, 'holderCode').toUpperCase()
  const holderType = required(data, 'holderTypeCode')
  const types = readableTypes(required(data, 'certTypeCode'), caller)
  requireCause(data)
  if (types.length > 20) throw new PlatformRefusal(99, '证照类型不能超过20个')
  if (!holderTypes.includes(holderType)) throw new PlatformRefusal(103, '持证主体代码类型错误')
  const number = text(data, 'certNo')
  const found = registry
    .ofHolder(holderCode)
    .filter((certificate) => types.includes(certificate.type) && (!number || certificate.number === number))
    .filter(({ holders }) => holders.some(({ code, type }) => code === holderCode && type === holderType))
  return rows(found, data)
}

const queryCertInfo: PlatformOperation = ({ registry, caller }, data) => {
  const identifiers = required(data, 'certificateIdentifier').split(',')
  requireCause(data)
  if (identifiers.length > 50) throw new PlatformRefusal(99, '证照标识不能超过50个')
  const found = [...new Set(identifiers)].flatMap((identifier) => registry.find(identifier.trim()) ?? [])
  const closed = found.find(({ type }) => !caller.mayRead(type))
  if (closed) throw new PlatformRefusal(100, `无权限访问该证照类型:${closed.type.name}`)
  return rows(found, data)
}

export const platformOperations = {
  queryCertInfoByHolderCode,
  queryCertInfo,
  downloadFile,
  verifyCertInfo,
  verifyFile,
} as const satisfies Record<string, PlatformOperation>

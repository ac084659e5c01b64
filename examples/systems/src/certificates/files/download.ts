import smCrypto from 'sm-crypto'
import { type Tree, text } from '../../shared/tree.ts'
import { requireCause, required } from '../access.ts'
import type { Certificate } from '../certificate.ts'
import type { PlatformContext } from '../context.ts'
import { PlatformRefusal } from '../envelope.ts'
import type { CopyNote } from './copy.ts'
import { writeOfd } from './ofd.ts'
import { writePng } from './png.ts'

type Writer = (certificate: Certificate, note: CopyNote) => Uint8Array

const writers = new Map<string, Writer>([
  ['ofd', writeOfd],
  ['png', writePng],
])

/** A copy of the certificate's file, with the cause of its use written on it. */
export const downloadFile = ({ registry, caller }: PlatformContext, data: unknown): Tree => {
  const identifier = required(data, 'certificateIdentifier')
  const fileType = required(data, 'fileType').toLowerCase()
  const note = { cause: requireCause(data, 'certificateCopyCause'), expires: text(data, 'certificateCopyExpiringTime') }
  const certificate = registry.find(identifier)
  const write = writers.get(fileType)
  if (!write) throw new PlatformRefusal(99, '文件类型只支持ofd、png')
  if (!certificate) throw new PlatformRefusal(10, '未查询到证照信息')
  if (!caller.mayRead(certificate.type)) throw new PlatformRefusal(100, `无权限访问该证照类型:${certificate.type.name}`)
  const bytes = write(certificate, note)
  return {
    fileName: `${identifier}.${fileType}`,
    fileType,
    fileData: Buffer.from(bytes).toString('base64'),
    fileDigest: smCrypto.sm3(bytes),
  }
}

import { shanghaiTime } from '../shared/clock.ts'
import { type Tree, type TreeRecord, text } from '../shared/tree.ts'
import { requireCause, required } from './access.ts'
import { type Certificate, statusNames } from './certificate.ts'
import type { PlatformContext } from './context.ts'
import { PlatformRefusal } from './envelope.ts'
import { readOfd, writeOfd } from './files/ofd.ts'

const statusOf = (certificate: Certificate): TreeRecord => ({
  certStatus: certificate.status,
  certStatusName: statusNames[certificate.status],
  signer: certificate.issuer.name,
})

const verdict = (good: boolean, bad: string): TreeRecord => ({
  verifyResult: good ? '1' : '0',
  verifyMessage: good ? '核验通过' : bad,
})

const agrees = (certificate: Certificate, data: unknown): boolean => {
  const claims: [string, (value: string) => boolean][] = [
    ['certNumber', (value) => value === certificate.number],
    ['holderCode', (value) => certificate.holders.some(({ code }) => code === value)],
    ['holderName', (value) => certificate.holders.some(({ name }) => name === value)],
  ]
  return claims.every(([name, holds]) => text(data, name) === '' || holds(text(data, name)))
}

/** Checks what is claimed about a certificate; one that is not valid any more does not pass. */
export const verifyCertInfo = ({ registry, clock }: PlatformContext, data: unknown): Tree => {
  const identifier = required(data, 'certificateIdentifier')
  requireCause(data)
  const certificate = registry.find(identifier)
  if (!certificate) throw new PlatformRefusal(10, '未查询到证照信息')
  const claimed = agrees(certificate, data)
  const bad = claimed ? `证照状态为${statusNames[certificate.status]}` : '证照信息不一致'
  return {
    ...verdict(claimed && certificate.status === '01', bad),
    ...statusOf(certificate),
    issueOrg: certificate.issuer.name,
    checkTime: shanghaiTime(clock()),
  }
}

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0

/** Checks a file by writing it anew and comparing every byte. */
export const verifyFile = ({ registry }: PlatformContext, data: unknown): Tree => {
  const fileType = required(data, 'fileType').toLowerCase()
  const bytes = Buffer.from(required(data, 'fileData'), 'base64')
  requireCause(data)
  if (fileType !== 'ofd') throw new PlatformRefusal(99, '只支持核验ofd文件')
  const said = readOfd(bytes)
  const certificate = said && registry.find(said.identifier)
  if (!said || !certificate)
    return { ...verdict(false, '不是本平台签发的文件'), certificateIdentifier: '', certStatus: '' }
  const untouched = sameBytes(bytes, writeOfd(certificate, said.note))
  return {
    ...verdict(untouched, '文件已被修改'),
    certificateIdentifier: certificate.identifier,
    ...statusOf(certificate),
    signTime: `${certificate.issuedOn} 00:00:00`,
  }
}

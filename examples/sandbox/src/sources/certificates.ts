import { createHash } from 'node:crypto'
import { defineSource, distinctBy, field, inBatches, rest, type Sm2KeyPair, sourceFailure } from '@tongban/gateway'
import { TongbanError } from '@tongban/schema'
import { z } from 'zod'
import { holderTypeOf } from './certificates/codes.ts'
import { certificateOf, certificateRow, verification, verificationOf } from './certificates/rows.ts'

/** Where the certificate platform is, and who we are there. */
export interface CertificatesOptions {
  readonly url: string
  readonly accessId: string
  readonly accessToken: string
  /** When given, face data is asked for encrypted, so that it crosses the platform's network unreadable. */
  readonly keys?: Sm2KeyPair
}

const rows = field.list(certificateRow)
const file = field.object(
  z.object({ fileType: field.required, fileData: z.base64().min(1), fileDigest: field.required }),
)
const mediaTypes = { OFD: 'application/ofd', PNG: 'image/png' } as const

/** The platform sends the SM3 digest of a file beside it. */
const intact = ({ fileData, fileDigest }: NonNullable<z.output<typeof file>>): Uint8Array => {
  const content = Buffer.from(fileData, 'base64')
  if (createHash('sm3').update(content).digest('hex') === fileDigest.toLowerCase()) return content
  throw sourceFailure('TB_SOURCE_SHAPE', { detail: 'fileData: does not match fileDigest' })
}

/** 电子证照共享平台 (CertShare): REST `{head, data}`, always HTTP 200; status 0 is a number or a string. */
export const certificates = ({ url, accessId, accessToken, keys }: CertificatesOptions) => {
  const request = (path: string, data: object) => ({
    safe: true,
    path,
    body: { head: { accessId, accessToken }, data },
  })
  const encryption = keys ? { sm2PublicKey: keys.publicKey } : {}

  return defineSource({
    id: 'sx-certificates',
    title: '绍兴市电子证照共享平台',
    covers: { divisions: ['3306'] },
    protocol: rest({
      base: `${url}/main/CertShare`,
      envelope: {
        success: { path: 'head.status', in: ['0'] },
        payload: 'data',
        message: 'head.message',
        none: ['10'],
        auth: ['11'],
        unwell: ['99'],
        codes: { '100': 'TB_CERTIFICATE_TYPE_FORBIDDEN' },
      },
    }),
    certificates: {
      async byHolder({ documentType, documentNumber, types, purpose }, call) {
        const holder = { holderCode: documentNumber, holderTypeCode: holderTypeOf(documentType) }
        const found = await inBatches(types, { size: 20 }, (some) => {
          const data = { ...holder, certTypeCode: some.join(','), useCause: purpose, ...encryption }
          const operation = 'certificates.byHolder'
          return call({ operation, ...request('/queryCertInfoByHolderCode', data), reply: rows })
        })
        return distinctBy(found, (row) => row.certificateIdentifier).map((row) => certificateOf(row, keys))
      },

      async byIdentifiers({ identifiers, purpose }, call) {
        const found = await inBatches(identifiers, { size: 50 }, (some) => {
          const data = { certificateIdentifier: some.join(','), useCause: purpose, ...encryption }
          return call({ operation: 'certificates.byIdentifiers', ...request('/queryCertInfo', data), reply: rows })
        })
        return distinctBy(found, (row) => row.certificateIdentifier).map((row) => certificateOf(row, keys))
      },

      verify: ({ identifiers, purpose }, call) =>
        inBatches(identifiers, { size: 1 }, async ([identifier = '']) => {
          const data = { certificateIdentifier: identifier, useCause: purpose }
          const operation = 'certificates.verify'
          const said = await call({ operation, ...request('/verifyCertInfo', data), reply: verification })
          return [verificationOf(identifier, said)]
        }),

      async file({ identifier, format, purpose }, call) {
        const fileType = format.toLowerCase()
        const data = { certificateIdentifier: identifier, fileType, certificateCopyCause: purpose }
        const reply = await call({ operation: 'certificates.file', ...request('/downloadFile', data), reply: file })
        if (reply === null) throw new TongbanError('TB_CERTIFICATE_NOT_FOUND')
        return { mediaType: mediaTypes[format], content: intact(reply) }
      },
    },
  })
}

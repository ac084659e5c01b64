import { TongbanError } from '@tongban/schema'
import { z } from 'zod'
import { defineSource } from '../../../domains/ports.ts'
import { inBatches } from '../../batches.ts'
import { sourceFailure } from '../../failures.ts'
import { rest } from '../../protocols/rest/rest.ts'
import { distinctBy, field } from '../../reading/fields.ts'
import { callsOf } from './calls.ts'
import { envelopeOf, holderTypeOf } from './codes.ts'
import type { CertShareOptions } from './options.ts'

const largestFile = 32 * 1_024 * 1_024
const file = field.object(z.object({ content: field.file(largestFile) }))
const files = {
  OFD: { type: 'ofd', mediaType: 'application/ofd', begins: 'PK' },
  PNG: { type: 'png', mediaType: 'image/png', begins: '\x89PNG' },
} as const

/** Some platforms write what went wrong where the file should be. */
function checkKind(content: Uint8Array, begins: string): Uint8Array {
  if (Buffer.from(content.subarray(0, begins.length)).toString('latin1') === begins) return content
  throw sourceFailure('TB_SOURCE_SHAPE', { detail: 'content: not a file of the kind asked for' })
}

/**
 * A certificate-sharing platform of Shandong, the CertShare interface: `{head: {accessId, accessToken}, data}` out, `{head: {status,
 * message}, data}` in, always with a purpose of at most 200 characters. Data come as columns, as groups of face fields, or
 * encrypted with SM2 (hexadecimal beginning with 04); identifiers with wrong check characters are kept with a warning.
 *
 * Facts: the interface as published with city platforms; column names and holder types of GB/T 36903-2018. DB3704/T 0042-2024 is
 * taken to be of the same family, which could not be confirmed. Certificates that are cancelled, expired or restricted are not
 * handed out and therefore not found; `verify` says what they are. `verifyCertInfo` compares what a certificate says with the
 * register, so that a platform which encrypts or leaves out holder and number can only say `UNKNOWN`.
 *
 * @example
 * shandongCertShare({ url: 'https://zz.example.cn/main/CertShare', credentials: { accessId, accessToken }, key: { privateKey } })
 */
export const shandongCertShare = (options: CertShareOptions) => {
  const { id = 'shandong-certshare', url, covers = {}, limits, statusVersion = 'city', holderTypes = {} } = options
  const { requests, byIdentifier, byHolder, verify } = callsOf(options)
  return defineSource({
    id,
    title: '山东省电子证照共享平台',
    covers,
    ...(limits ? { limits } : {}),
    protocol: rest({ base: url, envelope: envelopeOf(statusVersion) }),
    certificates: {
      async byHolder({ documentType, documentNumber, types, purpose }, call) {
        const holder = {
          holderCode: documentNumber,
          holderTypeCode: holderTypes[documentType] ?? holderTypeOf(documentType),
        }
        const found = await inBatches(types, { size: 1 }, ([certTypeCode = '']) =>
          byHolder({ ...holder, certTypeCode }, purpose, call),
        )
        return distinctBy(found, ({ identifier }) => identifier)
      },
      byIdentifiers: ({ identifiers, purpose }, call) =>
        inBatches(identifiers, { size: 1 }, ([one = '']) =>
          byIdentifier(one, purpose, 'certificates.byIdentifiers', call),
        ),
      verify: ({ identifiers, purpose }, call) =>
        inBatches(identifiers, { size: 1 }, async ([one = '']) => [await verify(one, purpose, call)]),
      async file({ identifier, format, purpose }, call) {
        const { type, mediaType, begins } = files[format]
        const request = { operation: 'certificates.file', ...requests.file(identifier, type, purpose), reply: file }
        const content = (await call(request))?.content
        if (!content) throw new TongbanError('TB_CERTIFICATE_NOT_FOUND')
        return { mediaType, content: checkKind(content, begins) }
      },
    },
  })
}

import { TongbanError } from '@tongban/schema'
import { z } from 'zod'
import { defineSource } from '../../../domains/ports.ts'
import { inBatches } from '../../batches.ts'
import { sourceFailure } from '../../failures.ts'
import { type RestRequest, rest } from '../../protocols/rest/rest.ts'
import { distinctBy, field } from '../../reading/fields.ts'
import type { Call, Coverage, SourceLimits } from '../../source.ts'
import { type CertShareKey, openData, writtenCertificates } from './cert-data.ts'
import { identifierIn, isBareIdentifier, readCertificate } from './certificate.ts'
import { envelopeOf, headStatuses, holderTypeOf, type StatusVersion, stateEnvelopeOf } from './codes.ts'
import { type CertShareCredentials, certShareRequests } from './requests.ts'
import { type CertShareVerdict, comparable, stateAnswer, verdictOf, verdictOfHead } from './verification.ts'

/** A certificate-sharing platform of Shandong. */
export interface CertShareOptions {
  /** @default 'shandong-certshare' */
  readonly id?: string
  /** Address without a trailing slash, for example ending in `/main/CertShare`. */
  readonly url: string
  readonly credentials: CertShareCredentials
  /** Opens data that the platform encrypts for us with SM2. */
  readonly key?: CertShareKey
  readonly covers?: Coverage
  /** Table of `head.status`. @default 'city': the documented codes, and those of city platforms beyond them */
  readonly statusVersion?: StatusVersion
  /** Holder types other than those of GB/T 36903 by document, for example `{ PASSPORT: '400' }`. */
  readonly holderTypes?: Readonly<Record<string, string>>
  /** Whether the platform is known to hand out certificates in force only, so that one without a state is valid. @default false: its state is unknown */
  readonly onlyInForce?: boolean
  readonly limits?: Partial<SourceLimits>
}

const anything = z.unknown()
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

/** The calls of the ports. */
function callsOf({ credentials, key, statusVersion = 'city', onlyInForce = false }: CertShareOptions) {
  const requests = certShareRequests(credentials)
  /** The certificate that was asked for, and no other; one that does not name itself is that one. */
  const readNamed = (data: unknown, identifier: string) =>
    writtenCertificates(data, key)
      .map(({ columns, face }) => ({ columns: { cert_identifier: identifier, ...columns }, face }))
      .map((one) => readCertificate(one, { onlyInForce }))
      .filter(({ certificate }) => certificate.identifier.toUpperCase() === identifier.toUpperCase())
      .map(({ certificate, signedBy }) => ({ certificate: { ...certificate, identifier }, signedBy }))

  const byIdentifier = async (identifier: string, purpose: string, operation: string, call: Call<RestRequest>) => {
    const request = { operation, ...requests.byIdentifier(identifier, purpose), reply: anything }
    return readNamed(await call(request), identifier).map(({ certificate }) => certificate)
  }

  /** Some platforms tell the identifiers only, and each certificate when it is asked for. */
  const byHolder = async (
    holder: Parameters<typeof requests.byHolder>[0],
    purpose: string,
    call: Call<RestRequest>,
  ) => {
    const operation = 'certificates.byHolder'
    const written = writtenCertificates(
      await call({ operation, ...requests.byHolder(holder, purpose), reply: anything }),
      key,
    )
    const told = written.filter((one) => !isBareIdentifier(one))
    const named = written.filter(isBareIdentifier).map(identifierIn)
    return [
      ...told.map((one) => readCertificate(one, { askedType: holder.certTypeCode, onlyInForce }).certificate),
      ...(await inBatches(named, { size: 1 }, ([one = '']) => byIdentifier(one, purpose, operation, call))),
    ]
  }

  const verify = async (identifier: string, purpose: string, call: Call<RestRequest>): Promise<CertShareVerdict> => {
    const unknown = { identifier, certificateStatus: 'UNKNOWN', signedBy: null } as const
    const asked = { operation: 'certificates.verify', ...requests.byIdentifier(identifier, purpose) }
    const state = await call({ ...asked, envelope: stateEnvelopeOf(statusVersion), reply: stateAnswer })
    if (state === null) return { ...unknown, status: 'NOT_FOUND' }
    const withheld = verdictOfHead(identifier, headStatuses(statusVersion).name(state.head.status))
    if (withheld) return withheld
    const [found] = readNamed(state.data, identifier)
    if (!found) return { ...unknown, status: 'NOT_FOUND' }
    const compared = comparable(found)
    if (!compared) return { ...unknown, status: 'UNKNOWN', certificateStatus: found.certificate.status }
    const request = requests.verify(found.certificate.typeCode, compared, purpose)
    return verdictOf(
      openData(await call({ operation: 'certificates.verify', ...request, reply: anything }), key),
      found,
    )
  }
  return { requests, byIdentifier, byHolder, verify }
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

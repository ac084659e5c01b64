import { z } from 'zod'
import { inBatches } from '../../batches.ts'
import type { RestRequest } from '../../protocols/rest/rest.ts'
import type { Call } from '../../source.ts'
import { openData, writtenCertificates } from './cert-data.ts'
import { identifierIn, isBareIdentifier, readCertificate } from './certificate.ts'
import { headStatuses, stateEnvelopeOf } from './codes.ts'
import type { CertShareOptions } from './options.ts'
import { certShareRequests } from './requests.ts'
import { type CertShareVerdict, comparable, stateAnswer, verdictOf, verdictOfHead } from './verification.ts'

const anything = z.unknown()

/** What the ports do with single certificates and holders. */
export function callsOf({ credentials, key, statusVersion = 'city', onlyInForce = false }: CertShareOptions) {
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

import { TongbanError } from '@tongban/schema'
import { requireClient } from '../../../access/caller.ts'
import type { ConsentsService } from '../../consents/service.ts'
import { stateName } from '../../consents/states.ts'
import type { Route, RouteReply } from '../../domain.ts'
import type { CertificateFile, CertificateFileFormat } from '../../generated/resolvers.ts'
import type { CityDirectory } from '../../ports.ts'
import type { RequestContext } from '../../request.ts'
import type { AccessLedger } from '../access-records/ledger.ts'
import { subjectOf } from '../identifiers.ts'
import { boundsOf } from '../platforms.ts'
import type { CertificateEntity } from '../record.ts'
import type { FileRequest, Tickets } from './tickets.ts'

const mediaTypes: Readonly<Record<CertificateFileFormat, string>> = { OFD: 'application/ofd', PNG: 'image/png' }
const basePath = '/certificates/files'

/** What files need. */
export interface FileParts {
  readonly directory: CityDirectory
  readonly ledger: AccessLedger
  readonly tickets: Tickets
  readonly consents: ConsentsService
  readonly publicUrl: () => string
}

/** A link to the file of a certificate that works for this client for five minutes. */
export async function linkTo(
  certificate: CertificateEntity,
  format: CertificateFileFormat,
  { ledger, tickets, publicUrl }: FileParts,
  context: RequestContext,
): Promise<CertificateFile> {
  const { identifier, typeCode, holderFingerprints, reason } = certificate
  const request = { identifier, format, typeCode, holderFingerprints, reason }
  const { ticket, expiresAt } = await tickets.issue(requireClient(context.caller).id, request)
  await ledger.record([{ ...accessOf(request), action: 'file' }], context)
  const url = `${publicUrl().replace(/\/+$/, '')}${basePath}/${ticket}`
  return { url, mediaType: mediaTypes[format], expiresAt: expiresAt.toISOString() }
}

const accessOf = ({ identifier, typeCode, holderFingerprints, reason }: FileRequest) => ({
  certificateType: typeCode,
  identifier,
  holderFingerprints,
  reason,
})

/** Serves the links. The file is fetched from its platform at this moment and kept nowhere. */
export const fileRoute = (parts: FileParts): Route => ({
  method: 'GET',
  path: `${basePath}/:ticket`,
  scope: 'certificates:read',
  handle: ({ params }, context) => download(params.ticket ?? '', parts, context),
})

async function download(ticket: string, parts: FileParts, context: RequestContext): Promise<RouteReply> {
  const request = await parts.tickets.redeem(requireClient(context.caller).id, ticket)
  // One answer for all of these: a stranger must not learn that a link exists.
  if (!request) throw new TongbanError('TB_FILE_LINK_EXPIRED')
  await requireStanding(request, parts.consents, context)
  const { identifier, format, reason } = request
  const { port } = parts.directory.require('certificates', subjectOf(identifier))
  const { value } = await port.file(
    { identifier, format, purpose: reason.purpose },
    boundsOf(context, reason.consentId, reason.purpose),
  )
  await parts.ledger.record([{ ...accessOf(request), action: 'download' }], context)
  return { status: 200, headers: headersFor(identifier, format), body: value.content }
}

/** A used-up consent allowed this very reading; a revoked one allows nothing any more. */
async function requireStanding(
  { reason: { consentId } }: FileRequest,
  consents: ConsentsService,
  context: RequestContext,
): Promise<void> {
  if (consentId === null) return
  const consent = await consents.byId(consentId, context)
  if (consent && consent.state !== 'REVOKED') return
  throw new TongbanError('TB_CONSENT_ENDED', { state: stateName('REVOKED', context.locale) })
}

/** Threat: what a platform sends could be a page with scripts. It is offered for saving, never shown under our address. */
const headersFor = (identifier: string, format: CertificateFileFormat): Readonly<Record<string, string>> => ({
  'content-type': mediaTypes[format],
  // GB/T 36905: the file is named by the identifier.
  'content-disposition': `attachment; filename="${identifier.replace(/[^\w.-]/g, '_')}.${format.toLowerCase()}"`,
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
})

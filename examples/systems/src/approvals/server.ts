import type { FastifyReply, FastifyRequest } from 'fastify'
import iconv from 'iconv-lite'
import type { Credentials } from '../credentials.ts'
import { type Clock, readCompactTime } from '../shared/clock.ts'
import { createSystem, openSystem, type SystemHandle } from '../shared/system.ts'
import { isRecord, type TreeRecord, text } from '../shared/tree.ts'
import type { Archive } from './archive.ts'
import { failure, OfficeRefusal, officeProtocol, success } from './envelope.ts'
import { isOfficeOperation, type OfficeContext, type OfficeOperationName, officeOperations } from './operations.ts'
import { readSoap, writeFault } from './soap.ts'
import { wsdl } from './wsdl.ts'
import { parseXml } from './xml.ts'

const PATH = '/services/ApprovalService'
const WINDOW_MS = 90_000

/** What tests may look at without asking over SOAP. */
export interface CaseView {
  readonly number: string
  readonly reference: string
  readonly state: string
  readonly certificateIdentifier: string
}

/** The approval system. */
export interface ApprovalsSystem extends SystemHandle {
  /** Every case does so many steps (default 1). */
  advance(steps?: number): void
  cases(): readonly CaseView[]
}

export interface ApprovalsOptions extends OfficeContext {
  readonly host: string
  readonly port: number
  /** Time between two steps of a case; 0 = only by `advance`. */
  readonly paceMs: number
  readonly credentials: Credentials['approvals']
}

const authenticate = (head: unknown, credentials: Credentials['approvals'], clock: Clock): void => {
  if (text(head, 'appid') !== credentials.appid || text(head, 'token') !== credentials.token)
    throw new OfficeRefusal('2001')
  const sent = readCompactTime(text(head, 'timestamp'))
  if (!sent || Math.abs(clock().getTime() - sent.getTime()) > WINDOW_MS) throw new OfficeRefusal('2002')
}

const decide = (
  operation: OfficeOperationName,
  xml: string,
  context: OfficeContext,
  credentials: Credentials['approvals'],
): TreeRecord => {
  try {
    const request = parseXml(xml)?.request
    if (!isRecord(request)) throw new OfficeRefusal('3001', 'request')
    authenticate(request.head, credentials, context.clock)
    return success(officeOperations[operation](context, request.body))
  } catch (error) {
    if (error instanceof OfficeRefusal) return failure(error)
    throw error
  }
}

const fault = (reply: FastifyReply, message: string) =>
  reply.code(500).type('text/xml; charset=GB18030').send(writeFault('Client', message).bytes)

/** `"urn:submit"`, with or without quotes; an empty header is allowed by SOAP 1.1. */
const actionAgrees = (request: FastifyRequest, operation: string): boolean => {
  const action = String(request.headers.soapaction ?? '').replaceAll('"', '')
  return action === '' || action === `urn:${operation}`
}

const viewOf = (archive: Archive): CaseView[] =>
  archive.all().map(({ number, submission, state, result }) => ({
    number,
    reference: submission.reference,
    state,
    certificateIdentifier: result?.certificateIdentifier ?? '',
  }))

export const startApprovals = async ({ host, port, paceMs, credentials, ...office }: ApprovalsOptions) => {
  const operations = Object.keys(officeOperations)
  const system = createSystem(operations, office.clock)
  const { archive } = office
  const { app } = system

  app.addContentTypeParser(['text/xml', 'application/xml'], { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  )
  app.get(PATH, (request, reply) =>
    reply
      .type('text/xml; charset=GB18030')
      .send(iconv.encode(wsdl(operations, `http://${request.host}${PATH}`), 'gb18030')),
  )
  app.post(PATH, (request, reply) => {
    const call = Buffer.isBuffer(request.body) ? readSoap(request.body) : undefined
    if (!call) return fault(reply, 'not a SOAP 1.1 envelope')
    const { operation, xml } = call
    if (!isOfficeOperation(operation)) return fault(reply, 'unknown operation')
    if (!actionAgrees(request, operation)) return fault(reply, 'SOAPAction does not match the body')
    const work = (clock: Clock) => decide(operation, xml, { ...office, clock }, credentials)
    return system.respond({ operation, protocol: officeProtocol(operation), work }, reply)
  })
  app.post('/__control/advance', ({ body }) => {
    archive.advance(Number(text(body, 'steps') || 1))
    return { cases: viewOf(archive) }
  })

  const handle: ApprovalsSystem = {
    ...(await openSystem(system, host, port)),
    advance: (steps = 1) => archive.advance(steps),
    cases: () => viewOf(archive),
  }
  const timer = paceMs > 0 ? setInterval(() => archive.advance(1), paceMs).unref() : undefined
  const close = async (): Promise<void> => {
    clearInterval(timer)
    await app.close()
  }
  return { handle, close }
}

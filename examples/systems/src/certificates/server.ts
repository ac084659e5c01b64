import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Credentials } from '../credentials.ts'
import type { Clock } from '../shared/clock.ts'
import { createSystem, openSystem, type SystemHandle } from '../shared/system.ts'
import { isRecord, type TreeRecord } from '../shared/tree.ts'
import { authenticate } from './access.ts'
import { failure, PlatformRefusal, platformProtocol, success } from './envelope.ts'
import { platformOperations } from './operations.ts'
import type { Registry } from './registry.ts'

/** The certificate platform. */
export interface CertificatesSystem extends SystemHandle {
  /** Identifiers of all certificates, in the order they were made. */
  identifiers(): readonly string[]
}

export interface CertificatesOptions {
  readonly host: string
  readonly port: number
  readonly clock: Clock
  readonly credentials: Credentials['certificates']
  readonly registry: Registry
}

type OperationName = keyof typeof platformOperations

const operationNames: readonly OperationName[] = [
  'queryCertInfoByHolderCode',
  'queryCertInfo',
  'downloadFile',
  'verifyCertInfo',
  'verifyFile',
]

export const startCertificates = async ({ host, port, clock, credentials, registry }: CertificatesOptions) => {
  const system = createSystem(operationNames, clock, () => failure('', new PlatformRefusal(99, '请求报文格式错误')))

  const work = (operation: OperationName, body: unknown, now: Clock): TreeRecord => {
    const { head, data } = isRecord(body) ? body : {}
    try {
      const context = { registry, clock: now, caller: authenticate(head, credentials) }
      return success(operation, platformOperations[operation](context, data))
    } catch (error) {
      if (error instanceof PlatformRefusal) return failure(operation, error)
      throw error
    }
  }

  for (const operation of operationNames)
    system.app.post(`/main/CertShare/${operation}`, (request: FastifyRequest, reply: FastifyReply) =>
      system.respond(
        { operation, protocol: platformProtocol, work: (now) => work(operation, request.body, now) },
        reply,
      ),
    )

  const handle: CertificatesSystem = {
    ...(await openSystem(system, host, port)),
    identifiers: () => registry.all().map(({ identifier }) => identifier),
  }
  return { handle, close: () => system.app.close() }
}

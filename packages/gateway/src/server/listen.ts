import { TongbanError } from '@tongban/schema'
import type { FastifyInstance } from 'fastify'

/** Where to listen, and which fields of the configuration say so. */
export interface Place {
  readonly host: string
  /** 0 takes a free port. */
  readonly port: number
  readonly at: { readonly host: string; readonly port: string }
}

/**
 * Starts listening.
 *
 * @returns the address
 * @throws TongbanError `TB_PORT_IN_USE`, or `TB_CONFIG_INVALID` naming the field that cannot be served
 */
export async function listenOn(app: FastifyInstance, place: Place): Promise<string> {
  try {
    return await app.listen({ host: place.host, port: place.port })
  } catch (cause) {
    throw listenError(cause, place)
  }
}

/** What the operating system said, as an error that names the field to change; what says nothing about it stays as it is. */
export function listenError(cause: unknown, { host, port, at }: Place): unknown {
  const wrong = (path: string, detail: string) => new TongbanError('TB_CONFIG_INVALID', { path, detail }, { cause })
  switch (cause instanceof Error && 'code' in cause ? cause.code : undefined) {
    case 'EADDRINUSE':
      return new TongbanError('TB_PORT_IN_USE', { port }, { cause })
    case 'EACCES':
      return wrong(at.port, `this user may not listen on port ${port}; use one above 1023, behind a proxy`)
    case 'EADDRNOTAVAIL':
    case 'EAFNOSUPPORT':
      return wrong(at.host, `this machine has no address ${host}; use one of its own, or 0.0.0.0 for all`)
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return wrong(at.host, `the name ${host} cannot be found; use a name or an address of this machine`)
    default:
      return cause
  }
}

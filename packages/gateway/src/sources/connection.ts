import { bindPort } from './bind.ts'
import { type CallDeps, type Caller, createCaller } from './calling/call.ts'
import { createFigures, type SourceFigures } from './figures.ts'
import { createHttpClient, type HttpClient } from './http/client.ts'
import type { BoundMethod, BoundSource } from './overlaps/port.ts'
import type { Source } from './source.ts'

/** One source, connected when it is first called: a province has thousands, and most are asked for seldom. */
export interface Connection {
  readonly source: Source
  /** A port of the source with its calls made for it, the same each time; undefined when it does not offer the port. */
  bound(port: string): BoundSource | undefined
  figures(): SourceFigures
  close(): Promise<void>
}

/** Prepares a source; nothing is opened yet. */
export function prepare(source: Source, deps: CallDeps): Connection {
  let caller: Caller | undefined
  let closed = false
  const open = deps.http ?? createHttpClient
  const connect = (): Caller => {
    caller ??= createCaller(source, {
      ...deps,
      http: (limits) =>
        lazyClient(
          () => open(limits),
          () => closed,
        ),
    })
    return caller
  }
  const ports = new Map<string, BoundSource>()
  const bind = (name: string): BoundSource | undefined => {
    const port = source.ports[name]
    if (port === undefined) return undefined
    const methods = bindPort<Readonly<Record<string, BoundMethod>>>(source, connect(), name, port)
    const made = { source, methods }
    ports.set(name, made)
    return made
  }
  return {
    source,
    bound: (name) => ports.get(name) ?? bind(name),
    figures: () => caller?.figures() ?? createFigures(deps.now).read([]),
    async close() {
      closed = true
      await (caller ? caller.close() : source.protocol.close?.())
    },
  }
}

/** Opens its connections at the first exchange; what is closed before stays closed. */
function lazyClient(open: () => HttpClient, isClosed: () => boolean): HttpClient {
  let client: HttpClient | undefined
  const opened = (): HttpClient => {
    if (client) return client
    client = open()
    if (isClosed()) void client.close()
    return client
  }
  return {
    exchange: (request, signal) => opened().exchange(request, signal),
    close: async () => client?.close(),
  }
}

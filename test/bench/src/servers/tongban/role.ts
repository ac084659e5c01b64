import { type ClientConfig, createGateway } from '@tongban/gateway'
import type { ServerInput } from '../calls.ts'
import { serveServer } from '../role.ts'
import { benchSource } from './source.ts'

/** What the gateway needs beside the upstream. */
export interface TongbanInput extends ServerInput {
  readonly client: ClientConfig
  readonly dataDir: string
  /** A PostgreSQL address; null: embedded. */
  readonly databaseUrl: string | null
}

/**
 * The whole gateway as a city runs it, with the catalogue read live so that the upstream is asked as by the peers. Its log is
 * set to warnings: the peers write no access log either.
 */
serveServer(async ({ upstream, client, dataDir, databaseUrl }: TongbanInput) => {
  const gateway = await createGateway({
    division: '330600',
    title: '性能测试',
    sources: [benchSource(upstream)],
    clients: [client],
    catalogue: 'live',
    store: { dataDir, ...(databaseUrl === null ? {} : { url: databaseUrl }) },
    server: { port: 0 },
    log: { level: 'warn' },
  })
  const { url } = await gateway.listen()
  return { url: `${url}/graphql`, stop: () => gateway.stop() }
})

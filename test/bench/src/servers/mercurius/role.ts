import { typeDefs } from '@tongban/schema'
import fastify from 'fastify'
import mercurius from 'mercurius'
import { request } from 'undici'
import { batchesOver } from '../peers/batches.ts'
import { addressOf, type ReadRows, type RowsEnvelope, rowsOf } from '../peers/rows.ts'
import { serveServer } from '../role.ts'
import { loadersOver, resolversOver } from './resolvers.ts'

const readWithUndici =
  (upstream: string): ReadRows =>
  async <Row>(path: string, query: Readonly<Record<string, string>>) => {
    const { body } = await request(addressOf(upstream, path, query))
    return rowsOf((await body.json()) as RowsEnvelope<Row>)
  }

/** Mercurius on Fastify with its JIT from the first hit, its loaders, and `undici.request` to the upstream. */
serveServer(async ({ upstream }) => {
  const batches = batchesOver(readWithUndici(upstream))
  const app = fastify()
  await app.register(mercurius, {
    schema: typeDefs,
    resolvers: resolversOver(batches),
    loaders: loadersOver(batches),
    jit: 1,
  })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  return { url: `${url}/graphql`, stop: () => app.close() }
})

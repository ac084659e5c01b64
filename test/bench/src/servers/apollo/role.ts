import { ApolloServer } from '@apollo/server'
import { startStandaloneServer } from '@apollo/server/standalone'
import { typeDefs } from '@tongban/schema'
import { batchesOver } from '../peers/batches.ts'
import { addressOf, type ReadRows, type RowsEnvelope, rowsOf } from '../peers/rows.ts'
import { serveServer } from '../role.ts'
import { type Loaders, loadersOver, resolvers } from './resolvers.ts'

const readWithFetch =
  (upstream: string): ReadRows =>
  async <Row>(path: string, query: Readonly<Record<string, string>>) => {
    const response = await fetch(addressOf(upstream, path, query))
    return rowsOf((await response.json()) as RowsEnvelope<Row>)
  }

/** A plain Apollo Server 5, standalone, as its guide shows it: DataLoader per request, `fetch` to the upstream. */
serveServer(async ({ upstream }) => {
  const batches = batchesOver(readWithFetch(upstream))
  const server = new ApolloServer<Loaders>({ typeDefs, resolvers, stopOnTerminationSignals: false })
  const { url } = await startStandaloneServer(server, {
    listen: { host: '127.0.0.1', port: 0 },
    context: async () => loadersOver(batches),
  })
  return { url: new URL('/graphql', url).href, stop: () => server.stop() }
})

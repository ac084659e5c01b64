import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { close, listenOnFreePort } from '../../processes/listening.ts'
import { serveServer } from '../role.ts'
import { type FloorVariables, floorOperations } from './operations.ts'
import { type FloorUpstream, floorUpstream } from './upstream.ts'

/** A hand-written node:http and undici program that does just the three operations: nothing general, nothing checked. */
serveServer(async ({ upstream: origin }) => {
  const upstream = floorUpstream(origin)
  const server = createServer((request, response) => {
    respond(upstream, request, response).catch((error: unknown) => {
      console.error(error)
      response.writeHead(500).end()
    })
  })
  const url = await listenOnFreePort(server)
  return {
    url: `${url}/graphql`,
    stop: async () => {
      await close(server)
      await upstream.close()
    },
  }
})

async function respond(upstream: FloorUpstream, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { query, variables } = JSON.parse(await read(request)) as { query: string; variables: FloorVariables }
  const operation = floorOperations[query.slice('query '.length, query.indexOf('('))]
  if (operation === undefined) throw new Error('the floor knows three operations only')
  const body = Buffer.from(JSON.stringify({ data: await operation(upstream, variables) }))
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length })
  response.end(body)
}

const read = (request: IncomingMessage): Promise<string> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
    request.on('error', reject)
  })

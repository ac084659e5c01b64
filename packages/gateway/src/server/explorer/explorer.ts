import { TongbanError } from '@tongban/schema'
import type { FastifyInstance } from 'fastify'
import { refuseOtherMethods } from '../http/methods.ts'
import { type Asset, explorerAssets } from './assets.ts'
import { explorerPage, explorerPolicy } from './page.ts'

const headers = {
  'content-security-policy': explorerPolicy,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

/** Serves GraphiQL at `/`, from here alone: inside a government network nothing outside can be reached, nor should it be. */
export function serveExplorer(app: FastifyInstance, title: string): void {
  let loaded: Promise<ReadonlyMap<string, Asset>> | undefined
  const assets = () => {
    loaded ??= explorerAssets(title)
    return loaded
  }
  app.get('/', async (_request, reply) =>
    reply.headers(headers).type('text/html; charset=utf-8').send(explorerPage(title)),
  )
  app.get<{ Params: { name: string } }>('/explorer/:name', async ({ params, headers: asked }, reply) => {
    const asset = (await assets()).get(params.name)
    if (asset === undefined) throw new TongbanError('TB_ROUTE_NOT_FOUND')
    const zipped = /\bgzip\b/.test(asked['accept-encoding'] ?? '')
    reply.headers({ ...headers, 'cache-control': 'public, max-age=3600', vary: 'accept-encoding' }).type(asset.type)
    if (zipped) reply.header('content-encoding', 'gzip')
    return reply.send(zipped ? asset.zipped : asset.body)
  })
  refuseOtherMethods(app, '/', ['GET'])
  refuseOtherMethods(app, '/explorer/:name', ['GET'])
}

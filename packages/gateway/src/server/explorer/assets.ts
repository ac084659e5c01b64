import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { exampleQuery } from './example.ts'

/** One file of the explorer. */
export interface Asset {
  readonly type: string
  readonly body: Buffer
  readonly zipped: Buffer
}

const zip = promisify(gzip)
const script = 'text/javascript; charset=utf-8'

/** Must run before GraphiQL: tells Monaco where its workers are. */
const settings = `self.MonacoEnvironment = {
  globalAPI: false,
  getWorkerUrl: (_module, label) => '/explorer/' + ({ json: 'json', graphql: 'graphql' }[label] ?? 'editor') + '.worker.js',
}
`

const start = (title: string): string => `YogaGraphiQL.renderYogaGraphiQL(
  document.querySelector('#root'),
  ${JSON.stringify({
    title,
    endpoint: '/graphql',
    defaultQuery: exampleQuery,
    headers: '{}',
    isHeadersEditorEnabled: true,
    // A token in the browser's storage would outlive the person who typed it.
    shouldPersistHeaders: false,
    additionalHeaders: { 'x-tongban-client': 'explorer' },
  })},
)
`

/** The files of the explorer by name, from the GraphiQL build that Yoga ships: nine megabytes, so loaded on first use. */
export async function explorerAssets(title: string): Promise<ReadonlyMap<string, Asset>> {
  const built = await import('@graphql-yoga/render-graphiql/graphiql')
  const files: readonly (readonly [name: string, type: string, content: string | Buffer])[] = [
    ['settings.js', script, settings],
    ['graphiql.js', script, built.js],
    ['start.js', script, start(title)],
    ['graphiql.css', 'text/css; charset=utf-8', built.css],
    ['editor.worker.js', script, built.editorWorkerService],
    ['json.worker.js', script, built.jsonWorker],
    ['graphql.worker.js', script, built.graphqlWorker],
    ['favicon.ico', 'image/x-icon', Buffer.from(built.favicon.slice(built.favicon.indexOf(',') + 1), 'base64')],
  ]
  const assets = files.map(async ([name, type, content]) => {
    const body = Buffer.from(content)
    return [name, { type, body, zipped: await zip(body) }] as const
  })
  return new Map(await Promise.all(assets))
}

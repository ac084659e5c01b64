/** `npm start`: the sandbox. Four simulated departments, a gateway, the catalogue synchronised, and what to try next. */
import { progressBar } from './progress.ts'
import { type Sandbox, startSandbox } from './sandbox.ts'
import { readSettings } from './settings.ts'

async function syncCatalogue({ gateway }: Sandbox): Promise<void> {
  const bar = progressBar('同步事项目录 catalogue')
  try {
    await gateway.services.items.sync({ onProgress: ({ done, total }) => bar.update(done, total) })
  } finally {
    bar.stop()
  }
  const notices = await gateway.services.notices.sync()
  console.log(`同步交易公告 notices: ${notices.reduce((sum, report) => sum + report.notices, 0)}`)
}

const whatNext = (url: string, prefix: string) => `
  调试页 explorer          ${url}
  完整办理一件事 errand     ${prefix}npm run errand
  访问令牌 token           ${prefix}npm run -s token -- bank   (utility, miniprogram, partner, operator, auditor)
  文档 documentation       docs/getting-started.md
`

/** The variables that later commands must be given, too. */
const commandPrefix = (url: string): string => (new URL(url).port === '4000' ? '' : `PORT=${new URL(url).port} `)

async function main(): Promise<void> {
  const sandbox = await startSandbox(readSettings())
  let stopping = false
  const stop = () => {
    if (stopping) process.exit(1)
    stopping = true
    sandbox.stop().then(() => process.exit(0), fail)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  await syncCatalogue(sandbox)
  console.log(`\nTongban gateway ready at ${sandbox.url}/graphql`)
  console.log(whatNext(sandbox.url, commandPrefix(sandbox.url)))
}

function fail(error: unknown): never {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

main().catch(fail)

/** `npm start`: the sandbox. Four simulated departments, a gateway, the catalogue synchronised, and what to try next. */
import { isTongbanError } from '@tongban/schema'
import { syncProgress } from './progress.ts'
import { type Sandbox, startSandbox } from './sandbox.ts'
import { readSettings } from './settings.ts'
import { untilAskedToStop } from './until-asked-to-stop.ts'

async function syncCatalogue({ gateway }: Sandbox): Promise<void> {
  const progress = syncProgress('同步事项目录 catalogue')
  try {
    await gateway.services.items.sync({ onProgress: progress.update })
  } finally {
    progress.stop()
  }
  const notices = await gateway.services.notices.sync()
  console.log(`同步交易公告 notices: ${notices.reduce((sum, report) => sum + report.notices, 0)}`)
}

/** The variables that later commands must be given, too. */
const commandPrefix = (url: string): string => (new URL(url).port === '4000' ? '' : `PORT=${new URL(url).port} `)

function whatNext({ url, systems }: Sandbox): string {
  const prefix = commandPrefix(url)
  return `
  调试页 explorer          ${url}
  完整办理一件事 errand     ${prefix}npm run errand
  访问令牌 token           ${prefix}npm run -s token -- bank   (utility, miniprogram, partner, operator, auditor)
  文档 documentation       docs/getting-started.md

  模拟部门系统 simulated departments (examples/systems/README.md: how to make them misbehave)
    事项库 items           ${systems.items.url}
    审批系统 approvals      ${systems.approvals.url}
    证照平台 certificates   ${systems.certificates.url}
    交易平台 trading        ${systems.trading.url}
`
}

async function main(): Promise<void> {
  const sandbox = await startSandbox(readSettings())
  const stopped = untilAskedToStop().then(() => sandbox.stop())
  await syncCatalogue(sandbox)
  console.log(`\nTongban gateway ready at ${sandbox.url}/graphql`)
  console.log(whatNext(sandbox))
  await stopped
}

/** In both languages, with the code: whoever starts the sandbox may not know yet what it is. */
function explain(error: unknown): string {
  if (isTongbanError(error)) return `${error.code} ${error.messageIn('zh-CN')}\n${error.messageIn('en')}`
  return error instanceof Error ? error.message : String(error)
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(explain(error))
    process.exit(1)
  },
)

/** `npm run errand`: a bank clerk does a whole errand against the running sandbox. `--items FILE` uses a real catalogue. */
import { parseArgs } from 'node:util'
import { readSettings } from '@tongban/example-sandbox'
import { isTongbanError } from '@tongban/sdk'
import { play } from './play.ts'
import { createTrace } from './trace.ts'

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { items: { type: 'string' } } })
  const { port, dataDir } = readSettings()
  const endpoint = `http://127.0.0.1:${port}/graphql`
  console.log(`通办:银行柜员办理一件事  ${endpoint}`)
  const followed = await play({ endpoint, dataDir, ...(values.items ? { items: values.items } : {}) }, createTrace())
  console.log(followed?.result?.granted ? '\n办结:准予。' : '\n办结。')
}

function explain(error: unknown): string {
  if (!isTongbanError(error)) return error instanceof Error ? error.message : String(error)
  const corrections = error.userErrors.map(({ path, message }) => `\n   · ${path.join('.')}: ${message}`).join('')
  const where = error.requestId ? `(请求 ${error.requestId})` : ''
  return `${error.code} ${error.message}${where}${corrections}`
}

main().catch((error: unknown) => {
  console.error(`\n未能办成:${explain(error)}`)
  console.error('沙箱在运行吗?先执行 npm start;PORT 与 TONGBAN_DATA_DIR 要与它一致。')
  process.exitCode = 1
})

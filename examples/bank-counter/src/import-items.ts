import { openAsBlob } from 'node:fs'
import { extname } from 'node:path'
import { type Sandbox, tokenOf } from './counter.ts'
import type { Trace } from './trace.ts'

const formats: Readonly<Record<string, string>> = { '.jsonl': 'jsonl', '.csv': 'csv', '.xlsx': 'xlsx' }

/** Brings a real catalogue into the running sandbox, as its operator would. */
export async function importItems(sandbox: Sandbox, file: string, trace: Trace): Promise<void> {
  trace.step(`导入真实事项清单:${file}`)
  const url = new URL(`/import/items?format=${formats[extname(file).toLowerCase()] ?? 'jsonl'}`, sandbox.endpoint)
  const headers = {
    authorization: `Bearer ${await tokenOf(sandbox, 'operator')}`,
    'content-type': 'application/octet-stream',
  }
  const response = await fetch(url, { method: 'POST', headers, body: await openAsBlob(file) })
  const report: { accepted?: number; warned?: number; refused?: number } = JSON.parse(await response.text())
  if (!response.ok) throw new Error(`导入失败:${JSON.stringify(report).slice(0, 500)}`)
  const { accepted = 0, warned = 0, refused = 0 } = report
  trace.line(`接受 ${accepted + warned} 行(其中 ${warned} 行带提示),拒绝 ${refused} 行`)
}

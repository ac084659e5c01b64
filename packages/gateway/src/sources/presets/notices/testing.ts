import type { IncomingMessage } from 'node:http'
import type { Ports } from '../../../domains/ports.ts'
import { createCaller } from '../../calling/call.ts'
import type { Call, Source } from '../../source.ts'
import { silentLog } from '../../testing/source.ts'

/** Walks a platform from the beginning until it says that there is no more, or until `most` pages. */
export async function walkNotices(source: Source, size: number, most = 100) {
  const caller = createCaller(source, { log: silentLog, metrics: { sourceCall() {} }, now: () => new Date() })
  // The sources under test offer exactly this port.
  const port = source.ports.notices as Ports['notices']
  const pages = []
  let mark: string | null = null
  for (let turn = 0; turn < most; turn++) {
    const page = await port.changes({ mark, size }, caller.callFor({}) as Call)
    pages.push(page)
    mark = page.mark
    if (!page.more) break
  }
  await caller.close()
  return {
    keys: pages.flatMap(({ notices }) => notices.map(({ key }) => key)),
    notices: pages.flatMap(({ notices }) => notices),
    skipped: pages.flatMap(({ skipped }) => skipped ?? []),
    mark,
  }
}

/** The fields of a form a portal was sent. */
export async function formOf(request: IncomingMessage): Promise<Record<string, string>> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  return Object.fromEntries(new URLSearchParams(Buffer.concat(parts).toString('utf8')))
}

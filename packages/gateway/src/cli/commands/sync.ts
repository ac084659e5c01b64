import { type CommonOptions, loadConfig } from '../load-config.ts'
import { withGateway } from '../with-gateway.ts'

/** Options of `tongban sync`. */
export interface SyncCommandOptions extends CommonOptions {
  readonly full?: boolean
  readonly acceptShrink?: boolean
}

const figures = (report: object): string =>
  Object.entries(report)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')

/** How far it is, on standard error: one line that is rewritten on a terminal, a line now and then elsewhere. */
function progressLine({ source, done, total }: { source: string; done: number; total: number | null }): void {
  const text = `${source}  ${done}${total === null ? '' : ` / ${total}`}`
  process.stderr.write(process.stderr.isTTY ? `\r${text}\u001b[K` : `${text}\n`)
}

/** `tongban sync`: brings items and notices up to date and says what changed. */
export async function sync(options: SyncCommandOptions): Promise<void> {
  await withGateway(await loadConfig(options), async (gateway) => {
    const items = await gateway.services.items.sync({
      mode: options.full ? 'full' : 'auto',
      acceptShrink: options.acceptShrink ?? false,
      onProgress: progressLine,
    })
    if (process.stderr.isTTY) process.stderr.write('\n')
    for (const report of items) console.log(`items    ${figures(report)}`)
    for (const report of await gateway.services.notices.sync()) console.log(`notices  ${figures(report)}`)
  })
}

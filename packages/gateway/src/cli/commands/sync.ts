import { type CommonOptions, loadConfig } from '../load-config.ts'
import { withGateway } from '../with-gateway.ts'

/** Options of `tongban sync`. */
export interface SyncCommandOptions extends CommonOptions {
  readonly full?: boolean
}

const figures = (report: object): string =>
  Object.entries(report)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')

/** `tongban sync`: brings items and notices up to date and says what changed. */
export async function sync(options: SyncCommandOptions): Promise<void> {
  await withGateway(await loadConfig(options), async (gateway) => {
    const items = await gateway.services.items.sync({ mode: options.full ? 'full' : 'auto' })
    for (const report of items) console.log(`items    ${figures(report)}`)
    for (const report of await gateway.services.notices.sync()) console.log(`notices  ${figures(report)}`)
  })
}

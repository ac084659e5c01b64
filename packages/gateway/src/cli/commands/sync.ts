import { createGateway } from '../../gateway.ts'
import { type CommonOptions, loadConfig } from '../load-config.ts'

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
  const gateway = await createGateway(await loadConfig(options))
  try {
    const items = await gateway.services.items.sync({ mode: options.full ? 'full' : 'auto' })
    for (const report of items) console.log(`items    ${figures(report)}`)
    for (const report of await gateway.services.notices.sync()) console.log(`notices  ${figures(report)}`)
  } finally {
    await gateway.stop()
  }
}

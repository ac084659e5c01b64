import { type CommonOptions, loadConfigOrFolder } from '../load-config.ts'
import { withGateway } from '../with-gateway.ts'

/** `tongban migrate`: brings the database to the form this version needs, and says what was done. */
export async function migrate(options: CommonOptions): Promise<void> {
  await withGateway(await loadConfigOrFolder(options), async (gateway) => {
    const { applied, all } = gateway.migrations
    for (const name of applied) console.log(`applied  ${name}`)
    console.log(`${applied.length} applied, ${all.length} in all`)
  })
}

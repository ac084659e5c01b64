import { createGateway } from '../../gateway.ts'
import { type CommonOptions, loadConfigOrFolder } from '../load-config.ts'

/** `tongban migrate`: brings the database to the form this version needs, and says what was done. */
export async function migrate(options: CommonOptions): Promise<void> {
  const gateway = await createGateway(await loadConfigOrFolder(options))
  try {
    const { applied, all } = gateway.migrations
    for (const name of applied) console.log(`applied  ${name}`)
    console.log(`${applied.length} applied, ${all.length} in all`)
  } finally {
    await gateway.stop()
  }
}

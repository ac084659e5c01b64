import { createGateway } from '../../gateway.ts'
import { type CommonOptions, loadConfig } from '../load-config.ts'
import { untilStopped } from '../until-stopped.ts'

/** `tongban start`: serves until SIGTERM. */
export async function start(options: CommonOptions): Promise<void> {
  const gateway = await createGateway(await loadConfig(options))
  const { url } = await gateway.listen()
  // Standard output is the log, one JSON object per line; what is meant for eyes goes beside it.
  console.error(`Tongban gateway ready at ${url}/graphql`)
  await untilStopped(() => gateway.stop())
}

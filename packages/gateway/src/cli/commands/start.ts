import { createGateway } from '../../gateway.ts'
import { type CommonOptions, loadConfig } from '../load-config.ts'
import { untilStopped } from '../until-stopped.ts'

/** `tongban start`: serves until SIGTERM. */
export async function start(options: CommonOptions): Promise<void> {
  const gateway = await createGateway(await loadConfig(options))
  const { url } = await gateway.listen()
  console.log(`Tongban gateway ready at ${url}/graphql`)
  await untilStopped(() => gateway.stop())
}

import type { GatewayConfig } from '../config/types.ts'
import { createGateway, type Gateway } from '../gateway.ts'
import { createLog } from '../telemetry/index.ts'

/**
 * Lets a command work with a gateway that does not serve, and closes it whatever happens. What the command has to say goes to
 * standard output, for people and for pipes; the log goes to standard error.
 */
export async function withGateway(config: GatewayConfig, work: (gateway: Gateway) => Promise<void>): Promise<void> {
  const log = createLog({ level: config.log?.level ?? 'warn', destination: process.stderr })
  const gateway = await createGateway(config, { log })
  try {
    await work(gateway)
  } finally {
    await gateway.stop()
  }
}

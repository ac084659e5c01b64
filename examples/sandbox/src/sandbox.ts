import { join } from 'node:path'
import { type Systems, sandboxCredentials, startSystems } from '@tongban/example-systems'
import { createGateway, type Gateway, sm2KeyPair } from '@tongban/gateway'
import { configureClients } from './clients/keys.ts'
import { type SystemAddresses, sandboxConfig } from './config.ts'
import { choosePorts, rememberPorts, type SystemPorts } from './ports.ts'
import type { SandboxSettings } from './settings.ts'

/** The running sandbox: four simulated departments and a gateway in front of them. */
export interface Sandbox {
  readonly gateway: Gateway
  readonly systems: Systems
  /** Address the gateway listens on. */
  readonly url: string
  /** Stops the gateway, then the departments. */
  stop(): Promise<void>
}

/** Codes of the invented city begin with it; anything else was imported by an operator and belongs to another city. */
const belongsElsewhere = (code: string): boolean => !code.startsWith('1133')

function addressesOf(ports: SystemPorts): SystemAddresses {
  const at = (port: number) => ({ url: `http://127.0.0.1:${port}` })
  const { items, approvals, certificates, trading } = ports
  return {
    items: at(items),
    approvals: at(approvals),
    certificates: at(certificates),
    trading: at(trading),
    credentials: sandboxCredentials,
  }
}

/**
 * Starts the departments and the gateway. The gateway is made first, because it locks the data folder that the departments
 * keep their state in, too. Whatever started is stopped again when a later part fails.
 */
export async function startSandbox(settings: SandboxSettings): Promise<Sandbox> {
  const { dataDir } = settings
  const ports = await choosePorts(dataDir)
  const opened = new AsyncDisposableStack()
  try {
    const clients = await configureClients(dataDir)
    const gateway = await createGateway(sandboxConfig(settings, addressesOf(ports), clients, sm2KeyPair()))
    opened.defer(() => gateway.stop())
    await rememberPorts(dataDir, ports)
    const stateDir = join(dataDir, 'sandbox', 'systems')
    const systems = await startSystems({ ports, stateDir, otherItems: belongsElsewhere })
    const { url } = await gateway.listen()
    const stop = async () => {
      await opened.disposeAsync()
      await systems.close()
    }
    return { gateway, systems, url, stop }
  } catch (error) {
    await opened.disposeAsync()
    throw error
  }
}

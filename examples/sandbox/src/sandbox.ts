import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { startSystems } from '@tongban/example-systems'
import { createGateway, type Gateway, sm2KeyPair } from '@tongban/gateway'
import { configureClients } from './clients/keys.ts'
import { sandboxConfig } from './config.ts'
import type { SandboxSettings } from './settings.ts'

/** The running sandbox: four simulated departments and a gateway in front of them. */
export interface Sandbox {
  readonly gateway: Gateway
  /** Address the gateway listens on. */
  readonly url: string
  /** Stops the gateway, then the departments. */
  stop(): Promise<void>
}

/** Codes of the invented city begin with it; anything else was imported by an operator and belongs to another city. */
const belongsElsewhere = (code: string): boolean => !code.startsWith('1133')

/** Starts the departments and the gateway. Whatever started is stopped again when a later part fails. */
export async function startSandbox(settings: SandboxSettings): Promise<Sandbox> {
  const stateDir = join(settings.dataDir, 'sandbox', 'systems')
  await mkdir(stateDir, { recursive: true })
  const opened = new AsyncDisposableStack()
  try {
    const systems = await startSystems({ stateDir, otherItems: belongsElsewhere })
    opened.defer(() => systems.close())
    const clients = await configureClients(settings.dataDir)
    const gateway = await createGateway(sandboxConfig(settings, systems, clients, sm2KeyPair()))
    opened.defer(() => gateway.stop())
    const { url } = await gateway.listen()
    return { gateway, url, stop: () => opened.disposeAsync() }
  } catch (error) {
    await opened.disposeAsync()
    throw error
  }
}

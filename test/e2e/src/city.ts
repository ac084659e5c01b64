import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  clientKeyFile,
  configureClients,
  type SandboxClient,
  type SystemAddresses,
  sandboxConfig,
} from '@tongban/example-sandbox'
import { type Systems, startSystems } from '@tongban/example-systems'
import { type ClientConfig, createGateway, type GatewayConfig, sm2KeyPair } from '@tongban/gateway'
import { createTongban, fetchTransport, type Tongban } from '@tongban/sdk'
import { keyFile, privateKeyJwt } from '@tongban/sdk/node'
import { type RunningGateway, runScript, startGatewayProcess } from './running-sandbox.ts'

/** An answer of the gateway as it travels. */
export interface Answer {
  readonly data?: Readonly<Record<string, unknown>>
  readonly errors?: readonly {
    readonly message: string
    readonly path?: readonly (string | number)[]
    readonly extensions: Readonly<Record<string, unknown>>
  }[]
}

/** A client of a gateway, logged in with its own key. */
export interface CityClient {
  readonly tongban: Tongban
  /** Sends any operation and gives the whole answer, errors included. */
  ask(query: string, variables?: object): Promise<Answer>
}

/** A gateway inside the test. */
export interface CityGateway {
  readonly syncItems: () => Promise<unknown>
  connect(client: SandboxClient): Promise<CityClient>
  stop(): Promise<void>
}

/** The simulated departments inside the test; their cases move only when told to. */
export interface City {
  readonly systems: Systems
  /** Starts a gateway in front of the departments; several may share a database. */
  openGateway(store?: GatewayConfig['store']): Promise<CityGateway>
  /** Starts a gateway with `tongban start` as a process of its own, on a data folder that every call gives it again. */
  startGatewayProcess(): Promise<RunningGateway>
  /** Runs a command of `tongban` on that same data folder. */
  command(
    ...args: string[]
  ): Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }>
  /** Logs a client in at a gateway that runs elsewhere. */
  connect(gateway: Pick<RunningGateway, 'endpoint'>, client: SandboxClient): Promise<CityClient>
  close(): Promise<void>
}

/** Failures are noticed and forgotten quickly, so that a test need not wait for what a city would wait for. */
const limits = { attemptTimeoutMs: 500, totalTimeoutMs: 2_000, maxRetries: 0, recoverAfterMs: 100, settleMs: 500 }

/** Starts the departments. */
export async function startCity(): Promise<City> {
  const folder = await mkdtemp(join(tmpdir(), 'tongban-city-'))
  const systems = await startSystems({ paceMs: 0 })
  const clients = await configureClients(folder)
  const gateways: CityGateway[] = []
  const openGateway: City['openGateway'] = async (store = {}) => {
    const dataDir = join(folder, `gateway-${gateways.length}`)
    const config = sandboxConfig({ port: 0, dataDir }, systems, clients, sm2KeyPair())
    const gateway = await createGateway({
      ...config,
      sources: config.sources.map((source) => ({ ...source, limits })),
      store: { dataDir, ...store },
      sync: { everyMinutes: 0 },
      polling: { fastestMs: 50, slowestMs: 200 },
      log: { level: 'silent' },
    })
    const { url } = await gateway.listen()
    const opened: CityGateway = {
      syncItems: () => gateway.services.items.sync(),
      connect: (client) => connect(`${url}/graphql`, client, folder),
      stop: () => gateway.stop(),
    }
    gateways.push(opened)
    return opened
  }
  const processes: RunningGateway[] = []
  const dataDir = join(folder, 'process')
  const place = { [cityVariable]: JSON.stringify(placeOf(systems, clients)) }
  const startProcess = async () => {
    const started = await startGatewayProcess([cli, 'start', ...configured], dataDir, place)
    processes.push(started)
    return started
  }
  const close = async () => {
    for (const started of processes) await started.stop()

    for (const gateway of gateways) await gateway.stop()
    await systems.close()
    await rm(folder, { recursive: true, force: true })
  }
  return {
    systems,
    openGateway,
    startGatewayProcess: startProcess,
    command: (...args) =>
      runScript(cli, [...args, ...configured], { ...place, TONGBAN_DATA_DIR: dataDir, DATABASE_URL: '' }),
    connect: ({ endpoint }, client) => connect(endpoint, client, folder),
    close,
  }
}

/** Variable in which a process finds its city. */
export const cityVariable = 'TONGBAN_E2E_CITY'

const cli = 'packages/gateway/src/cli/main.ts'
const configured = ['--config', 'test/e2e/src/city.config.ts']

/** What a gateway must know of a city to stand in front of it. */
export interface CityPlace {
  readonly systems: SystemAddresses
  readonly clients: readonly ClientConfig[]
}

const placeOf = (
  { items, approvals, certificates, trading, credentials }: Systems,
  clients: readonly ClientConfig[],
): CityPlace => ({
  systems: {
    items: { url: items.url },
    approvals: { url: approvals.url },
    certificates: { url: certificates.url },
    trading: { url: trading.url },
    credentials,
  },
  clients,
})

async function connect(endpoint: string, clientId: SandboxClient, dataDir: string): Promise<CityClient> {
  const auth = privateKeyJwt({ clientId, key: await keyFile(clientKeyFile(dataDir, clientId)) })
  const control = { endpoint, transport: fetchTransport(), locale: 'zh-CN' } as const
  return {
    tongban: createTongban({ endpoint, auth }),
    async ask(query, variables = {}) {
      const headers = {
        'content-type': 'application/json',
        'accept-language': 'zh-CN',
        authorization: `Bearer ${await auth.token(control)}`,
      }
      const response = await fetch(endpoint, { method: 'POST', headers, body: JSON.stringify({ query, variables }) })
      const answer: Answer = JSON.parse(await response.text())
      return answer
    },
  }
}

import { typeDefs } from '@tongban/schema'
import { createAuthorization } from './access/authorization.ts'
import { publicAddress } from './assembly/address.ts'
import { type GatewayParts, layFoundation } from './assembly/foundation.ts'
import { backgroundOf, stopOnce } from './assembly/lifecycle.ts'
import { type ResolvedConfig, resolveConfig } from './config/resolve.ts'
import type { GatewayConfig } from './config/types.ts'
import { type CityDirectory, portMethods } from './domains/ports.ts'
import { domains, type GatewayServices } from './domains/registry.ts'
import { createGraph } from './graph/graph.ts'
import { createServer, type Listening } from './server/server.ts'
import type { MigrationReport } from './store/store.ts'

/** A city's gateway, built and migrated. */
export interface Gateway {
  /**
   * Starts background work and serves.
   *
   * @returns the address the server listens on, and that of the figures when they have a port of their own
   * @throws TongbanError `TB_PORT_IN_USE`, or `TB_CONFIG_INVALID` when host or port cannot be listened on; the gateway is
   *   stopped then
   */
  listen(): Promise<Listening>
  /** Stops listening, finishes what runs within the grace time, and closes everything. Safe to call twice. */
  stop(): Promise<void>
  /** The domains' services by name, for commands that need no server, for example `services.items.sync`. */
  readonly services: GatewayServices
  /** Who is authoritative for what. */
  readonly directory: CityDirectory
  /** What was migrated when the store was opened. */
  readonly migrations: MigrationReport
}

/**
 * Builds a gateway: checks the configuration, opens and migrates the store, connects the sources, puts domains, graph and
 * server together. What was opened is closed again when a later step fails.
 *
 * @throws TongbanError `TB_CONFIG_INVALID`, `TB_DATA_FOLDER_IN_USE`, `TB_DATA_FOLDER_BROKEN`, `TB_DATABASE_UNAVAILABLE`,
 *   `TB_MIGRATION_FAILED`, `TB_FILE_UNREADABLE`
 *
 * @example
 * const gateway = await createGateway({ division: '330600', title: '绍兴市', sources: [provinceItems, approvals] })
 * const { url } = await gateway.listen()
 */
export async function createGateway(config: GatewayConfig, parts: GatewayParts = {}): Promise<Gateway> {
  const resolved = resolveConfig(config, portMethods)
  const opened = new AsyncDisposableStack()
  try {
    return await assemble(resolved, parts, opened)
  } catch (error) {
    await opened.disposeAsync()
    throw error
  }
}

async function assemble(config: ResolvedConfig, parts: GatewayParts, opened: AsyncDisposableStack): Promise<Gateway> {
  const address = publicAddress(config)
  const { deps, metrics, migrations } = await layFoundation(config, address, opened, parts)
  const { store, queue, log, directory } = deps
  const built = domains.build(deps)
  const background = backgroundOf(queue, built.parts)
  const authorization = await createAuthorization({ ...deps, clients: config.clients, publicUrl: address.get })
  const graph = await createGraph({ typeDefs, parts: built.parts, maxCost: config.server.maxCost, log })
  opened.defer(() => graph.stop())
  const server = createServer({
    settings: { ...config.server, title: config.title },
    graph,
    oauth: authorization.callback,
    authenticate: authorization.authenticate,
    now: deps.now,
    routes: built.parts.flatMap(({ routes = [] }) => routes),
    checks: { database: async () => void (await store.query('select 1')), queue: background.check },
    log,
    metrics,
  })
  const stop = stopOnce(server, background, opened, config.server.graceMs)
  const listen = async () => {
    await background.start()
    const listening = await server.listen()
    address.listening(listening.url)
    log.info({ ...listening, publicUrl: address.get() }, 'gateway ready')
    return listening
  }
  return { services: built.services, directory, migrations, stop, listen: () => orStop(listen, stop) }
}

/** A start that fails half-way leaves nothing open. */
async function orStop<Result>(start: () => Promise<Result>, stop: () => Promise<void>): Promise<Result> {
  try {
    return await start()
  } catch (error) {
    await stop()
    throw error
  }
}

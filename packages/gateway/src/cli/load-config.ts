import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isTongbanError, TongbanError } from '@tongban/schema'
import type { GatewayConfig } from '../config/types.ts'
import { type TapeOptions, withTapes } from './with-tapes.ts'

/** Options every command understands. */
export interface CommonOptions extends TapeOptions {
  /** Path of the configuration file. */
  readonly config: string
  /** Data folder; wins over the configuration. */
  readonly dataDir?: string
}

/** A gateway without sources, for commands that only need the data folder. */
const bare: GatewayConfig = { division: '100000', title: 'Tongban', sources: [] }

const isConfig = (value: unknown): value is GatewayConfig =>
  typeof value === 'object' && value !== null && 'sources' in value

const wrong = (file: string, detail: string, cause?: unknown) =>
  new TongbanError('TB_CONFIG_INVALID', { path: file, detail }, { cause })

async function importConfig(file: string): Promise<GatewayConfig> {
  const loaded: { default?: unknown } = await import(pathToFileURL(file).href).catch((error: unknown) => {
    // Sources check their options while the file is loaded: the field is where the mistake is.
    if (isTongbanError(error) && error.code === 'TB_CONFIG_INVALID')
      throw wrong(`${error.params.path} (${file})`, String(error.params.detail), error)
    throw wrong(file, error instanceof Error ? error.message : String(error), error)
  })
  if (!isConfig(loaded.default)) throw wrong(file, 'write "export default defineGateway({ … })"')
  return loaded.default
}

function withFolder(config: GatewayConfig, dataDir: string | undefined): GatewayConfig {
  // empty means embedded: an empty DATABASE_URL is an unset one, an empty address in the configuration a decision
  const url = config.store?.url ?? process.env.DATABASE_URL
  const folder = dataDir ?? config.store?.dataDir
  return { ...config, store: { ...(url ? { url } : {}), ...(folder ? { dataDir: folder } : {}) } }
}

/**
 * Reads the operator's configuration. `DATABASE_URL` and `--data-dir` fill in what it leaves open; tapes stand between the gateway
 * and its sources.
 *
 * @throws TongbanError `TB_CONFIG_INVALID` when there is none or it cannot be loaded, `TB_FILE_UNREADABLE` for a tape
 */
export async function loadConfig({ config, dataDir, ...tapes }: CommonOptions): Promise<GatewayConfig> {
  const file = resolve(config)
  if (!existsSync(file))
    throw wrong(config, `there is no such file; write one (docs/operating.md) or name it with --config`)
  return withTapes(withFolder(await importConfig(file), dataDir), tapes)
}

/** Like {@link loadConfig}, but without a configuration file the data folder alone is used. */
export const loadConfigOrFolder = (options: CommonOptions): Promise<GatewayConfig> =>
  existsSync(resolve(options.config)) ? loadConfig(options) : Promise.resolve(withFolder(bare, options.dataDir))

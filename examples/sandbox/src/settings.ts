import { join } from 'node:path'

/** Where the sandbox listens and keeps its data; `PORT` and `TONGBAN_DATA_DIR` say otherwise. */
export interface SandboxSettings {
  readonly port: number
  readonly dataDir: string
}

/** Reads the settings from the environment. @throws Error when `PORT` is no port number */
export function readSettings(env: Readonly<Record<string, string | undefined>> = process.env): SandboxSettings {
  const port = Number(env.PORT ?? '4000')
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT 必须是 0 到 65535 的数字。\nPORT must be a number from 0 to 65535, not "${env.PORT}".`)
  return { port, dataDir: env.TONGBAN_DATA_DIR ?? './data' }
}

/** Folder of the sandbox clients' private keys. Made on the first start; never part of the repository. */
export const clientKeyFolder = (dataDir: string): string => join(dataDir, 'sandbox', 'clients')

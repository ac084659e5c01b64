import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ClientConfig } from '@tongban/gateway'
import { TongbanError } from '@tongban/schema'
import { exportJWK, generateKeyPair, type JWK } from 'jose'
import { clientKeyFolder } from '../settings.ts'
import { type SandboxClient, sandboxClients } from './catalog.ts'

/** The private key file of a sandbox client. */
export const clientKeyFile = (dataDir: string, client: SandboxClient): string =>
  join(clientKeyFolder(dataDir), `${client}.jwk`)

async function newKey(file: string, client: SandboxClient): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const key = { ...(await exportJWK(privateKey)), alg: 'ES256', use: 'sig', kid: client }
  // Created exclusively and readable by the owner only: two first starts must not overwrite each other's keys.
  await writeFile(file, `${JSON.stringify(key, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
  return key
}

async function privateKey(dataDir: string, client: SandboxClient): Promise<JWK> {
  const file = clientKeyFile(dataDir, client)
  try {
    const key: JWK = JSON.parse(await readFile(file, 'utf8'))
    return key
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return newKey(file, client)
    throw error
  }
}

const publicPart = ({ kty, crv, x, y, alg, use, kid }: JWK) => ({ kty, crv, x, y, alg, use, kid })

async function configure(dataDir: string, id: SandboxClient): Promise<ClientConfig> {
  const key = await privateKey(dataDir, id)
  return { id, ...sandboxClients[id], jwks: { keys: [publicPart(key)] } }
}

/** The sandbox clients as the gateway is told about them: made on the first start, read again afterwards. */
export async function configureClients(dataDir: string): Promise<readonly ClientConfig[]> {
  await mkdir(clientKeyFolder(dataDir), { recursive: true, mode: 0o700 }).catch((cause: unknown) => {
    const detail = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown'
    throw new TongbanError('TB_DATA_FOLDER_BROKEN', { folder: dataDir, detail }, { cause })
  })
  return Promise.all((Object.keys(sandboxClients) as SandboxClient[]).map((id) => configure(dataDir, id)))
}

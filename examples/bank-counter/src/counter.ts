import { clientKeyFile, type SandboxClient } from '@tongban/example-sandbox'
import { createTongban, fetchTransport, type Operator, type Tongban } from '@tongban/sdk'
import { keyFile, privateKeyJwt } from '@tongban/sdk/node'

/** Where the sandbox is. */
export interface Sandbox {
  readonly endpoint: string
  readonly dataDir: string
}

/** A client of the sandbox, logged in with its own key. */
export async function connect(
  { endpoint, dataDir }: Sandbox,
  clientId: SandboxClient,
  operator?: Operator,
): Promise<Tongban> {
  const key = await keyFile(clientKeyFile(dataDir, clientId))
  return createTongban({
    endpoint,
    auth: privateKeyJwt({ clientId, key }),
    ...(operator ? { operator } : {}),
  })
}

/** A bearer token of a sandbox client, for what is not GraphQL. */
export async function tokenOf({ endpoint, dataDir }: Sandbox, clientId: SandboxClient): Promise<string> {
  const key = await keyFile(clientKeyFile(dataDir, clientId))
  return privateKeyJwt({ clientId, key }).token({ endpoint, transport: fetchTransport(), locale: 'zh-CN' })
}

/** `npm run -s token -- <client>`: prints a bearer token for a sandbox client and nothing else. */
import { fetchTransport } from '@tongban/sdk'
import { keyFile, privateKeyJwt } from '@tongban/sdk/node'
import { isSandboxClient, sandboxClients } from './clients/catalog.ts'
import { clientKeyFile } from './clients/keys.ts'
import { readSettings } from './settings.ts'

const names = Object.keys(sandboxClients).join(', ')

async function printToken(client: string | undefined): Promise<void> {
  if (!client || !isSandboxClient(client)) throw new Error(`name a client: ${names}`)
  const { port, dataDir } = readSettings()
  const endpoint = `http://127.0.0.1:${port}/graphql`
  const auth = privateKeyJwt({ clientId: client, key: await keyFile(clientKeyFile(dataDir, client)) })
  console.log(await auth.token({ endpoint, transport: fetchTransport(), locale: 'zh-CN' }))
}

printToken(process.argv[2]).catch((error: unknown) => {
  console.error(`token: ${error instanceof Error ? error.message : String(error)}`)
  console.error('Is the sandbox running? Start it with "npm start"; set PORT and TONGBAN_DATA_DIR as for npm start.')
  process.exitCode = 1
})

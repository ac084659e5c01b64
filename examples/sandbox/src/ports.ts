import { once } from 'node:events'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { z } from 'zod'

const port = z.int().min(1).max(65_535)
const ports = z.object({ items: port, approvals: port, certificates: port, trading: port })

/** Where the four simulated departments listen. */
export type SystemPorts = z.output<typeof ports>

const portFile = (dataDir: string): string => join(dataDir, 'sandbox', 'ports.json')

async function isFree(wanted: number): Promise<number | undefined> {
  const server = createServer()
  try {
    server.listen(wanted, '127.0.0.1')
    await once(server, 'listening')
    return (server.address() as AddressInfo).port
  } catch {
    return undefined
  } finally {
    server.close()
  }
}

async function remembered(dataDir: string): Promise<Partial<SystemPorts>> {
  try {
    return ports.parse(JSON.parse(await readFile(portFile(dataDir), 'utf8')))
  } catch {
    return {}
  }
}

async function freePort(preferred: number | undefined): Promise<number> {
  const found = (preferred && (await isFree(preferred))) || (await isFree(0))
  if (!found) throw new Error('no free port on 127.0.0.1')
  return found
}

/** The ports of the last start where they are still free, so that addresses the gateway has mirrored go on working. */
export async function choosePorts(dataDir: string): Promise<SystemPorts> {
  const last = await remembered(dataDir)
  const [items, approvals, certificates, trading] = await Promise.all([
    freePort(last.items),
    freePort(last.approvals),
    freePort(last.certificates),
    freePort(last.trading),
  ])
  return { items, approvals, certificates, trading }
}

export async function rememberPorts(dataDir: string, chosen: SystemPorts): Promise<void> {
  await mkdir(dirname(portFile(dataDir)), { recursive: true })
  await writeFile(portFile(dataDir), `${JSON.stringify(chosen)}\n`)
}

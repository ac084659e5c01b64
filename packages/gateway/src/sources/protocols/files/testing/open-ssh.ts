import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, connect, createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Need } from '@tongban/test-support'
import type { SftpOptions } from '../places/sftp/options.ts'
import { fingerprintOf } from './sftp-server.ts'

const program = '/usr/sbin/sshd'

/** The suite needs the OpenSSH server of this machine. */
export const openSsh: Need = { missing: () => (existsSync(program) ? undefined : `${program} is absent`) }

/** A server of OpenSSH for one test. */
export interface OpenSsh {
  optionsFor(path: string): SftpOptions
  close(): Promise<void>
}

const freePort = async (): Promise<number> => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

const isListening = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true))
    socket.on('error', () => resolve(false))
    socket.on('connect', () => socket.destroy())
  })

const configuration = (folder: string, port: number): string => `
ListenAddress 127.0.0.1:${port}
HostKey ${folder}/host
AuthorizedKeysFile ${folder}/user.pub
PidFile none
UsePAM no
StrictModes no
PasswordAuthentication no
PermitRootLogin prohibit-password
Subsystem sftp internal-sftp
`

async function stopped(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const exit = new Promise((resolve) => server.once('exit', resolve))
  server.kill()
  await exit
}

/** Starts a server on a port of its own that lets in whoever runs the tests, by key. */
export async function startOpenSsh(): Promise<OpenSsh> {
  const folder = await mkdtemp(join(tmpdir(), 'tongban-sshd-'))
  for (const name of ['host', 'user'])
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', join(folder, name)])
  const port = await freePort()
  await writeFile(join(folder, 'config'), configuration(folder, port))
  // The server of the distribution wants this folder for its child processes.
  await mkdir('/run/sshd', { recursive: true }).catch(() => {})
  const server = spawn(program, ['-D', '-e', '-f', join(folder, 'config')], { stdio: 'ignore' })
  while (!(await isListening(port))) {
    if (server.exitCode !== null) throw new Error(`${program} ended with ${server.exitCode}`)
    await sleep(20)
  }
  const privateKey = await readFile(join(folder, 'user'), 'utf8')
  const hostKey = fingerprintOf(await readFile(join(folder, 'host.pub'), 'utf8'))
  return {
    optionsFor: (path) => ({ host: '127.0.0.1', port, username: userInfo().username, privateKey, hostKey, path }),
    async close() {
      await stopped(server)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

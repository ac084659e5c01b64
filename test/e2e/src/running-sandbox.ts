import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = new URL('../../..', import.meta.url).pathname
const ready = /Tongban gateway ready at (http:\/\/127\.0\.0\.1:(\d+)\/graphql)/

/** A gateway as a process of its own. */
export interface RunningGateway {
  readonly endpoint: string
  readonly port: string
  readonly dataDir: string
  /** Everything it has printed so far. */
  output(): string
  /** Asks it to stop and waits ten seconds, as a service manager would; after that it is killed and the code is null. */
  stop(): Promise<number | null>
  /** Ends it as a power cut would: it gets no chance to finish anything. */
  kill(): Promise<void>
}

/** The sandbox, started the way `npm start` starts it. */
export interface RunningSandbox extends RunningGateway {
  /** Stops it and removes its data. */
  remove(): Promise<void>
}

const environment = (dataDir: string): NodeJS.ProcessEnv => ({
  ...process.env,
  PORT: '0',
  TONGBAN_DATA_DIR: dataDir,
  DATABASE_URL: undefined,
})

/** Runs a script of the repository and gives what it printed. */
export async function runScript(
  script: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, ['--conditions=source', script, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
  })
  const output = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()))
  const [code]: (number | null)[] = await once(child, 'close')
  return { code: code ?? null, ...output }
}

async function untilReady(child: ChildProcess, output: () => string): Promise<RegExpExecArray> {
  for (;;) {
    const match = ready.exec(output())
    if (match) return match
    if (child.exitCode !== null) throw new Error(`the process ended with ${child.exitCode}:\n${output()}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const isRunning = (child: ChildProcess): boolean => child.exitCode === null && child.signalCode === null

async function killed(child: ChildProcess): Promise<void> {
  if (!isRunning(child)) return
  const exit = once(child, 'exit')
  child.kill('SIGKILL')
  await exit
}

async function stopped(child: ChildProcess): Promise<number | null> {
  if (isRunning(child)) {
    const exit = once(child, 'exit')
    child.kill('SIGTERM')
    const killer = setTimeout(() => child.kill('SIGKILL'), 10_000)
    await exit
    clearTimeout(killer)
  }
  return child.exitCode
}

/** Runs a script that serves a gateway, and waits until it says where. */
export async function startGatewayProcess(
  args: readonly string[],
  dataDir: string,
  env: NodeJS.ProcessEnv = {},
): Promise<RunningGateway> {
  const child = spawn(process.execPath, ['--conditions=source', ...args], {
    cwd: root,
    env: { ...environment(dataDir), ...env },
  })
  const printed: string[] = []
  child.stdout.on('data', (chunk: Buffer) => printed.push(chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => printed.push(chunk.toString()))
  const output = () => printed.join('')
  const [, endpoint = '', port = ''] = await untilReady(child, output)
  return { endpoint, port, dataDir, output, stop: () => stopped(child), kill: () => killed(child) }
}

/** Starts the sandbox on a free port with a data folder of its own. */
export async function startSandboxProcess(folder?: string): Promise<RunningSandbox> {
  const dataDir = folder ?? (await mkdtemp(join(tmpdir(), 'tongban-e2e-')))
  const sandbox = await startGatewayProcess(['examples/sandbox/src/start.ts'], dataDir)
  const remove = async () => {
    await sandbox.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  return { ...sandbox, remove }
}

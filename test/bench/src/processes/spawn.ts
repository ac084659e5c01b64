import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { type Answer, type Calls, isAnswer } from './calls.ts'

/** A child process that answers calls. */
export interface Child<Served extends Calls> extends AsyncDisposable {
  ask<Name extends keyof Served & string>(
    name: Name,
    input: Parameters<Served[Name]>[0],
  ): Promise<Awaited<ReturnType<Served[Name]>>>
}

/** How a child is started. */
export interface SpawnOptions {
  /** Command that pins the process to a core, in front of its own; empty where that is not possible. */
  readonly pin: readonly string[]
  /** Ends the child at once when aborted. */
  readonly signal: AbortSignal
}

/** Longer than the grace time of a child: who is still there then is ended by force. */
const killAfterMs = 12_000

/** Starts a role in a process of its own. What it prints goes to stderr: stdout belongs to the report. */
export function spawnRole<Served extends Calls>(file: URL, { pin, signal }: SpawnOptions): Child<Served> {
  const own = [process.execPath, '--conditions=source', ...inherited, fileURLToPath(file)]
  const [command = process.execPath, ...args] = [...pin, ...own]
  const child = spawn(command, args, {
    stdio: ['ignore', process.stderr, process.stderr, 'ipc'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  const waiting = listenTo(child)
  const stop = () => stopChild(child)
  signal.addEventListener('abort', stop, { once: true })
  let last = 0
  return {
    ask: (name, input) =>
      new Promise((resolve, reject) => {
        const id = ++last
        // The child answers with what the call of this name gave; both sides share its type.
        waiting.set(id, { resolve: (value) => resolve(value as never), reject })
        child.send({ id, name, input }, (error) => error && reject(error))
      }),
    [Symbol.asyncDispose]: async () => {
      signal.removeEventListener('abort', stop)
      await stop()
    },
  }
}

/** Profiling flags reach the children: `node --cpu-prof --conditions=source …`. */
const inherited = process.execArgv.filter((flag) => flag.startsWith('--cpu-prof'))

interface Waiting {
  resolve(value: unknown): void
  reject(error: Error): void
}

function listenTo(child: ChildProcess): Map<number, Waiting> {
  const waiting = new Map<number, Waiting>()
  const failAll = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  child.on('message', (message) => {
    if (!isAnswer(message)) return
    settle(waiting.get(message.id), message)
    waiting.delete(message.id)
  })
  child.on('error', failAll)
  child.on('exit', (code, signal) => failAll(new Error(`a process of the bench ended early (${signal ?? code})`)))
  return waiting
}

function settle(waiting: Waiting | undefined, answer: Answer): void {
  if ('fault' in answer) waiting?.reject(new Error(answer.fault))
  else waiting?.resolve(answer.value)
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  const exit = once(child, 'exit')
  if (child.connected) child.disconnect()
  const force = setTimeout(() => child.kill('SIGKILL'), killAfterMs)
  await exit
  clearTimeout(force)
}

import { type Answer, type Calls, isQuestion, type Question } from './calls.ts'

/**
 * Answers the questions of the parent process. The child ends when the parent lets go of the channel, also when it died, so
 * that nothing is left behind; Ctrl-C reaches the whole group of processes, and the parent decides what follows from it.
 */
export function serve(calls: Calls, stop: () => Promise<void>): void {
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => void leave(stop))
  process.on('disconnect', () => void leave(stop))
  process.on('message', (message) => {
    if (isQuestion(message)) void answer(calls, message)
  })
}

/** The longest a child may take to stop. */
const graceMs = 10_000

async function leave(stop: () => Promise<void>): Promise<void> {
  setTimeout(() => process.exit(1), graceMs).unref()
  await stop().catch((error: unknown) => console.error(error))
  process.exit(0)
}

async function answer(calls: Calls, { id, name, input }: Question): Promise<void> {
  try {
    const call = calls[name]
    if (call === undefined) throw new Error(`no such call: ${name}`)
    // The parent's `ask` took the input by the type of this very call.
    reply({ id, value: (await call(input as never)) ?? null })
  } catch (error) {
    reply({ id, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
}

/** The parent may have let go meanwhile: then nobody waits for the answer. */
const reply = (message: Answer): void => {
  if (process.connected) process.send?.(message, undefined, undefined, () => {})
}

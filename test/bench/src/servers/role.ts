import { serve } from '../processes/serve.ts'
import { processorMs } from '../processes/usage.ts'
import type { ServerCalls, ServerInput } from './calls.ts'

/** A server that runs. */
export interface Running {
  readonly url: string
  stop(): Promise<void>
}

/** Makes this process a server under test. */
export function serveServer<Input extends ServerInput>(start: (input: Input) => Promise<Running>): void {
  let running: Running | undefined
  const stop = async () => {
    await running?.stop()
    running = undefined
  }
  const calls: ServerCalls<Input> = {
    start: async (input) => {
      running = await start(input)
      return { url: running.url }
    },
    stop,
    processor: () => processorMs(),
  }
  serve(calls, stop)
}

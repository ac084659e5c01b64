import { close, listenOnFreePort } from '../processes/listening.ts'
import { serve } from '../processes/serve.ts'
import { processorMs } from '../processes/usage.ts'
import { operationsOn } from './operations.ts'
import { type Aliases, createRegistry } from './registry.ts'
import { createUpstream } from './server.ts'

const registry = createRegistry()
let running: ReturnType<typeof createUpstream> | undefined

const calls = {
  start: async ({ people }: { readonly people: number }) => {
    running = createUpstream(operationsOn(registry, people))
    return { url: await listenOnFreePort(running.server) }
  },
  learn: (aliases: Aliases) => registry.learn(aliases),
  /** Calls so far, all operations together. */
  counts: (_: null) => ({ calls: [...(running?.counts.values() ?? [])].reduce((sum, count) => sum + count, 0) }),
  processor: (_: null) => processorMs(),
}

/** The upstream process as its parent sees it. */
export type UpstreamCalls = typeof calls

serve(calls, async () => {
  if (running) await close(running.server)
})

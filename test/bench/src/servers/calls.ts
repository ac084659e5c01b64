/** What every server under test needs to know. */
export interface ServerInput {
  /** Address of the upstream. */
  readonly upstream: string
}

/** What every server process answers. */
export type ServerCalls<Input extends ServerInput = ServerInput> = {
  /** @returns the address of the GraphQL endpoint */
  readonly start: (input: Input) => Promise<{ readonly url: string }>
  /** Ends what was started; it can be started again. */
  readonly stop: (input: null) => Promise<void>
  /** Processor time used so far, in milliseconds. */
  readonly processor: (input: null) => number
}

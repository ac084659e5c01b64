import type { ResolvedConfig } from '../config/resolve.ts'

/** The address under which clients reach the gateway. */
export interface PublicAddress {
  /** @throws Error when the port is free to choose and nothing listens yet */
  get(): string
  /** Notes where the server listens; counts only when the configuration names no address. */
  listening(url: string): void
}

/** As configured, or where the server listens once it does. */
export function publicAddress({ server }: ResolvedConfig): PublicAddress {
  let address = server.publicUrl ?? (server.port === 0 ? undefined : `http://${server.host}:${server.port}`)
  return {
    get() {
      if (address === undefined) throw new Error('the public address is known once the gateway listens')
      return address
    },
    listening(url) {
      address ??= url
    },
  }
}

/** The servers, in the order of a round. */
export const serverNames = ['tongban', 'apollo', 'mercurius', 'floor'] as const
export type ServerName = (typeof serverNames)[number]
/** Who stands beside the gateway. */
export const peerNames = ['apollo', 'mercurius', 'floor'] as const

/** What each is, for people. */
export const serverTitles: Readonly<Record<ServerName, string>> = {
  tongban: 'Tongban gateway',
  apollo: 'Apollo Server standalone + DataLoader + fetch',
  mercurius: 'Mercurius (jit: 1) + its loaders + undici',
  floor: 'hand-written node:http + undici',
}

/** One value per server. */
export type PerServer<Value> = Readonly<Record<ServerName, Value>>

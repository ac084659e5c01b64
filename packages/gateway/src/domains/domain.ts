import type { SourceFigures } from '../sources/figures.ts'
import type { Seal } from '../store/seal.ts'
import type { Migrations, Store } from '../store/store.ts'
import type { Log } from '../telemetry/types.ts'
import type { JobDefinition, Queue } from '../work/queue.ts'
import type { EventSettings } from './events/settings.ts'
import type { Resolvers } from './generated/resolvers.ts'
import type { CityDirectory } from './ports.ts'
import type { RequestContext } from './request.ts'
import type { TimeOptions } from './time.ts'

/** What every domain is built from. */
export interface DomainDeps {
  readonly store: Store
  readonly directory: CityDirectory
  /** What has been seen of a source since the start. */
  readonly health: (sourceId: string) => SourceFigures
  readonly queue: Queue
  readonly seal: Seal
  readonly log: Log
  readonly now: () => Date
  readonly settings: DomainSettings
}

/** What the operator's configuration says to the domains, defaults filled in. */
export interface DomainSettings extends TimeOptions {
  /** Division of the city, 12 digits. */
  readonly division: string
  readonly publicUrl: () => string
  readonly catalogue: 'mirror' | 'live'
  readonly syncEveryMinutes: number
  readonly polling: { readonly fastestMs: number; readonly slowestMs: number }
  readonly events: EventSettings
}

/** Who may use a route: whoever has a token with the scope, or whoever the route itself lets in by a signature. */
type RouteAccess = { readonly scope: string } | { readonly authenticate: 'route' }

/** A plain HTTP route a domain needs beside GraphQL, for files in and out, and for messages of departments. */
export type Route = RouteAccess & RouteSpec

interface RouteSpec {
  readonly method: 'GET' | 'POST'
  readonly path: string
  /** Largest body for POST, in bytes. */
  readonly bodyLimitBytes?: number
  handle(request: RouteRequest, context: RequestContext): Promise<RouteReply>
}

export interface RouteRequest {
  readonly method: string
  /** Path and query as sent. */
  readonly url: string
  /** Header names in lower case; several lines of one name are joined. */
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

export interface RouteReply {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: Uint8Array | string
}

/** Loads an object of a type by the key inside its global identifier; null when there is none or the caller may not see it. */
export type NodeLoader = (key: string, context: RequestContext) => Promise<object | null>

/** A domain, built: what it gives to the graph, to the queue and to its neighbours. */
export interface BuiltDomain<Service> {
  readonly service: Service
  readonly resolvers: Resolvers
  readonly nodes?: Readonly<Record<string, NodeLoader>>
  readonly jobs?: readonly JobDefinition<never>[]
  readonly routes?: readonly Route[]
  /** Called once when the gateway is up. */
  start?(): Promise<void>
  /** Called once when the gateway stops, before the queue does: ends what `start` began, within the time. */
  stop?(graceMs: number): Promise<void>
}

/** A domain: a folder, its tables, and how to build it from the common parts and from its neighbours' services. */
export interface Domain<Name extends string, Service, Peers extends object = object> {
  readonly name: Name
  readonly migrations: Migrations
  build(deps: DomainDeps, peers: Peers): BuiltDomain<Service>
}

/** Keeps a domain's types while checking its shape. */
export const defineDomain = <Name extends string, Service, Peers extends object = object>(
  domain: Domain<Name, Service, Peers>,
): Domain<Name, Service, Peers> => domain

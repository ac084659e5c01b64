import type { OverlapRule } from '../sources/overlaps/rule.ts'
import type { Source } from '../sources/source.ts'

/** A third party that may call the gateway (接入方). */
export interface ClientConfig {
  /** Identifier, lower case letters, digits and hyphens. */
  readonly id: string
  /** Title shown to citizens and in records, for example 某银行绍兴越城支行. */
  readonly title: string
  /** What it may do, for example `submissions:write`. */
  readonly scopes: readonly string[]
  /** Public keys it signs its login with (`private_key_jwt`). */
  readonly jwks: { readonly keys: readonly Readonly<Record<string, unknown>>[] }
}

/** What an operator writes in `tongban.config.ts`. Only `division`, `title` and `sources` are needed. */
export interface GatewayConfig {
  /** Division of the city, 6 digits. */
  readonly division: string
  readonly title: string
  readonly sources: readonly Source[]
  /**
   * What happens where several sources cover the same; the first rule that fits counts. @default the source that covers it most
   * closely is asked, and no other
   */
  readonly overlaps?: readonly OverlapRule[]
  readonly clients?: readonly ClientConfig[]
  readonly store?: {
    /** A PostgreSQL address; absent, undefined or empty: embedded. */
    readonly url?: string | undefined
    /** Folder of the embedded database and of keys. @default './data' */
    readonly dataDir?: string | undefined
  }
  readonly server?: {
    /** @default '127.0.0.1' */
    readonly host?: string
    /** 0 takes a free port. @default 4000 */
    readonly port?: number
    /** Address under which clients reach the gateway; tokens are issued for it. @default http://host:port */
    readonly publicUrl?: string
    /**
     * Serves `/metrics` on a port of its own, for example one the load balancer does not reach; `/metrics` is then absent from
     * the port of the API. 0 takes a free port. @default absent: served with the API
     */
    readonly metricsPort?: number
    /** @default the host of the API */
    readonly metricsHost?: string
    /** @default 1_048_576 */
    readonly bodyLimitBytes?: number
    /** @default 15_000 */
    readonly requestTimeoutMs?: number
    /** Largest cost of one query. @default 2_000 */
    readonly maxCost?: number
    /** Whether GraphiQL is served at `/`. @default true */
    readonly explorer?: boolean
    /** How long a stop waits for requests and jobs. @default 8_000 */
    readonly graceMs?: number
  }
  /** Whether items are mirrored into the store, or read through for each request. @default 'mirror' */
  readonly catalogue?: 'mirror' | 'live'
  readonly sync?: {
    /** Minutes between incremental synchronisations; 0 turns them off. @default 10 */
    readonly everyMinutes?: number
  }
  /** How often the status of open cases is asked for. */
  readonly polling?: {
    /** First wait after a change, in milliseconds; it doubles while nothing changes. @default 5_000 */
    readonly fastestMs?: number
    /** @default 600_000 */
    readonly slowestMs?: number
  }
  readonly calendar?: {
    /** Opening hours for hour-based promises, separated by `;` where days differ. @default 'mon-fri 08:30-12:00 14:00-17:30' */
    readonly opening?: string
  }
  readonly lights?: {
    readonly yellow?: { readonly workingDaysBefore?: number }
  }
  /** Events of clients: the feed and webhooks. */
  readonly events?: {
    /** How many days events are kept for the feed and for replay. @default 730 */
    readonly retentionDays?: number
    readonly webhooks?: {
      /**
       * Networks that are not public and may be delivered to all the same, as CIDR, for example `10.32.0.0/16` for banks on the
       * government network. @default none
       */
      readonly allowedNetworks?: readonly string[]
      /** Whether plain http to this machine itself is allowed. For sandboxes only. @default false */
      readonly allowHttp?: boolean
      /** How long a receiver may take to answer, in milliseconds. @default 15_000 */
      readonly attemptTimeoutMs?: number
      /** How many webhooks a client may have. @default 10 */
      readonly maxPerClient?: number
      /** How many days attempts are listed. @default 30 */
      readonly attemptDays?: number
    }
  }
  readonly log?: {
    /** @default 'info' */
    readonly level?: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  }
}

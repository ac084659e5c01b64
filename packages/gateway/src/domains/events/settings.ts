/** What the operator's configuration says about events, defaults filled in. */
export interface EventSettings {
  /** How many days events are kept for the feed and for replay. */
  readonly retentionDays: number
  readonly webhooks: WebhookSettings
  /** Clients that are configured and may have webhooks: to those of others nothing is delivered any more. */
  readonly receivers: readonly string[]
}

/** What the operator's configuration says about webhooks. */
export interface WebhookSettings {
  /** Networks inside which deliveries may go although they are not public, as CIDR. */
  readonly allowedNetworks: readonly string[]
  /** Whether plain http to this machine itself is allowed. For sandboxes. */
  readonly allowHttp: boolean
  readonly attemptTimeoutMs: number
  readonly maxPerClient: number
  /** How many days attempts are listed. */
  readonly attemptDays: number
}

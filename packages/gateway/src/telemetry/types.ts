/** Structured logs. Fields hold identifiers, codes and figures, never names, numbers of documents or variables. */
export interface Log {
  debug(fields: object, message: string): void
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
  child(fields: object): Log
}

/** Counts and durations, exported for Prometheus. Labels must have few values. */
export interface Metrics {
  /** One finished call to a source. `outcome` is `ok` or an error code. */
  sourceCall(labels: { source: string; operation: string; outcome: string }, seconds: number): void
  /** Something that happened to the quality of a source, so many times. */
  sourceQuality(event: SourceEvent, labels: { source: string; operation: string }, by: number): void
  /** One finished request. */
  request(labels: { operation: string; outcome: string }, seconds: number): void
  /** One finished background job. */
  job(labels: { name: string; outcome: string }, seconds: number): void
  /** Everything in the Prometheus text format. */
  expose(): Promise<{ contentType: string; body: string }>
}

/** What is counted of the quality of sources beside calls. An attempt is one exchange; a call may need several. */
export type SourceEvent = 'attempt' | 'shape-error' | 'skipped-row' | 'stale' | 'conflict' | 'drift'

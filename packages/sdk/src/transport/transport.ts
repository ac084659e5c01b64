import type { AbortSignalLike } from '../cancel/signal.ts'

/** One HTTP request, ready to be sent as it is. */
export interface TransportRequest {
  readonly method: 'POST'
  readonly url: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** One HTTP answer, whatever its status. */
export interface TransportResponse {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** The body as text; the SDK parses it itself. */
  readonly body: string
}

/** How the SDK steers a request that is under way. */
export interface TransportControl {
  /** Cancelled when the attempt is given up; the transport must then stop the request, not only forget it. */
  readonly signal: AbortSignalLike
}

/**
 * How requests reach the gateway. Called once per attempt. Any HTTP status resolves; only a request without an answer
 * rejects, with whatever error the runtime gives.
 */
export interface Transport {
  send(request: TransportRequest, control: TransportControl): Promise<TransportResponse>
}

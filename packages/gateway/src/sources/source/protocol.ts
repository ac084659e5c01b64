import type { TongbanError } from '@tongban/schema'
import type { SourceLimits } from './limits.ts'

/** What every request to a source says, whatever the protocol. */
export interface UpstreamRequest {
  /** Name of the operation, for limits, figures and fault reports, for example `items.page`. */
  readonly operation: string
  /** Whether repeating it changes nothing at the source. Only safe calls are retried. @default false */
  readonly safe?: boolean
}

/** A plain HTTP exchange, offered to protocols with time-out, size limit and cancellation already in force. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}

/** The whole answer to an {@link HttpRequest}. */
export interface HttpResponse {
  readonly status: number
  /** Header names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** What one attempt may use. */
export interface AttemptIo {
  /** Aborted when the attempt must end. */
  readonly signal: AbortSignal
  readonly now: () => Date
  /** The source's limits, for protocols that hold connections of their own. @default those of a source without any */
  readonly limits?: SourceLimits
  http(request: HttpRequest): Promise<HttpResponse>
}

/**
 * How a source speaks. `send` makes one attempt: it encodes, signs, exchanges, decodes and applies the source's success rule.
 *
 * @throws TongbanError `TB_SOURCE_REFUSED`, `TB_SOURCE_AUTH`, `TB_SOURCE_SHAPE`, `TB_SOURCE_UNAVAILABLE`
 */
export interface Protocol<Request extends UpstreamRequest = UpstreamRequest> {
  readonly kind: string
  send(request: Request, io: AttemptIo): Promise<unknown>
  /**
   * Told when an attempt failed with `TB_SOURCE_AUTH`: makes the signer get credentials newer than the refused ones, once for
   * all calls that ask at the same time.
   *
   * @returns true: there are newer credentials, and the attempt is made once more, even one that is not safe, because the source
   * did not let it in; false: the failure stands. Asked once a call. What it throws takes the place of the failure.
   */
  renew?(failure: TongbanError): boolean | Promise<boolean>
  /** Ends connections of its own, for protocols that are not HTTP. */
  close?(): Promise<void>
}

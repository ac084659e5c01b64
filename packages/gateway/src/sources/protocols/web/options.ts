import type { Signer } from '../../signing/signer.ts'
import type { UpstreamRequest } from '../../source.ts'
import type { Envelope } from '../envelope.ts'
import type { Query } from './address.ts'
import type { AnswerFormat } from './answer.ts'

/** What a request over plain HTTP says, whatever its body is. */
export interface WebRequest extends UpstreamRequest {
  /** Path below `base`. */
  readonly path: string
  readonly query?: Query
  readonly headers?: Readonly<Record<string, string>>
  /** For operations that answer in another envelope than the rest of the API. */
  readonly envelope?: Envelope
}

/** Where a system is reached over plain HTTP, and how its answers are judged. */
export interface WebOptions {
  /** Address without a trailing slash. */
  readonly base: string
  readonly headers?: Readonly<Record<string, string>>
  readonly sign?: Signer
  readonly envelope: Envelope
}

/** In what a system answers that takes XML. */
export interface XmlAnswers {
  /** @default 'xml' */
  readonly answers?: AnswerFormat
  /** Whether attributes of an XML answer are kept, as `@name`. @default false */
  readonly attributes?: boolean
}

import { checkOptions, type ShapeOf } from '../../options/option-mistake.ts'
import { charsetName, flag } from '../../options/shapes.ts'
import { strict } from '../../options/strict.ts'
import type { HttpRequest, Protocol } from '../../source.ts'
import { type Charset, percentEncodeAll } from '../charset.ts'
import { address } from '../web/address.ts'
import type { WebOptions, WebRequest, XmlAnswers } from '../web/options.ts'
import { webProtocol } from '../web/protocol.ts'
import { noOptions, webShape, xmlAnswersShape } from '../web/shape.ts'
import { writeDocument, writeXml, type XmlTree } from '../xml/write.ts'

/** A parameter: plain, or an XML document that travels as its text. */
export type FormValue = string | number | XmlTree | undefined

/** One form sent to a source. */
export interface FormRequest extends WebRequest {
  /** Parameters by name; undefined ones are left out, trees are written as XML documents. */
  readonly parameters: Readonly<Record<string, FormValue>>
}

/** How a source takes forms. */
export interface FormOptions extends WebOptions, XmlAnswers {
  /** Character set whose bytes are percent-encoded. @default 'utf-8' */
  readonly sends?: Charset
  /** Whether the content type names that character set; some receivers reject the parameter. @default false */
  readonly namesCharset?: boolean
  /** What the declaration of documents in parameters says, which some receivers want other than what is sent; null: none. @default `sends` */
  readonly declares?: Charset | null
  /** What to assume when the answer does not say. @default 'utf-8' */
  readonly charset?: Charset
}

const writtenValue = (
  value: FormValue,
  { sends = 'utf-8', declares = sends }: FormOptions,
): string | number | undefined => (typeof value === 'object' ? written(value, declares) : value)

const written = (tree: XmlTree, declares: Charset | null): string =>
  declares === null ? writeXml(tree) : writeDocument(tree, declares)

const shape = strict(
  {
    ...webShape,
    ...xmlAnswersShape,
    charset: charsetName,
    sends: charsetName,
    namesCharset: flag,
    declares: charsetName.nullable(),
  } satisfies ShapeOf<FormOptions>,
  noOptions,
)

const draft = (options: FormOptions, request: FormRequest): HttpRequest => {
  const { base, sends = 'utf-8', namesCharset = false, headers } = options
  const parameters = Object.entries(request.parameters).map(
    ([name, value]) => [name, writtenValue(value, options)] as const,
  )
  const type = 'application/x-www-form-urlencoded'
  return {
    method: 'POST',
    url: address(base, request.path, request.query, sends),
    headers: {
      'content-type': namesCharset ? `${type}; charset=${sends.toUpperCase()}` : type,
      ...headers,
      ...request.headers,
    },
    body: percentEncodeAll(Object.fromEntries(parameters), sends),
  }
}

/**
 * A source that takes forms whose parameters may be XML documents (表单 POST + XML), and answers XML or JSON. Receivers of this
 * kind read the percent-encoded bytes in a character set of their own and often answer GB18030 without saying so: name it in
 * `charset`.
 *
 * @example
 * form({ base: 'http://accept.example.cn', charset: 'gb18030', envelope: { success: { path: 'result.status', in: ['1'] }, payload: 'result' } })
 *
 * @throws TongbanError `TB_CONFIG_INVALID` for options that cannot be meant
 */
export const form = (options: FormOptions): Protocol<FormRequest> => {
  checkOptions('form', shape, options)
  const { charset = 'utf-8', answers: format = 'xml', attributes = false } = options
  const reading = { format, charset, attributes }
  return webProtocol(options, { kind: 'form', draft: (request) => draft(options, request), reading })
}

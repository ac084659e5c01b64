import { z } from 'zod'
import { checkOptions, type ShapeOf } from '../../options/option-mistake.ts'
import { callable, charsetName, flag, httpAddress, signer, text } from '../../options/shapes.ts'
import { strict } from '../../options/strict.ts'
import { envelopeShape } from '../envelope-shape.ts'
import type { InnerDocument, SoapOptions } from './options.ts'

const make = callable('give a function').optional()
const document = strict(
  {
    parameter: text,
    request: text,
    head: make,
    spelling: z.enum(['cdata', 'escaped'], "use 'cdata' or 'escaped'").optional(),
    answers: z.enum(['xml', 'json', 'plain'], "use 'xml', 'json' or 'plain'").optional(),
    result: text,
    response: text,
    attributes: flag,
  } satisfies ShapeOf<InnerDocument>,
  'give { head: … }, or leave it out',
)
const shape = strict(
  {
    endpoint: httpAddress.optional(),
    namespace: text,
    wsdl: text,
    version: z.enum(['1.1', '1.2'], "use '1.1' or '1.2'").optional(),
    style: z.enum(['document', 'rpc'], "use 'document' or 'rpc'").optional(),
    qualified: flag,
    soapAction: make,
    responseElement: make,
    charset: charsetName,
    header: make,
    document: document.optional(),
    envelope: envelopeShape,
    sign: signer,
  } satisfies ShapeOf<SoapOptions>,
  'give { endpoint: …, namespace: …, envelope: … }',
)

/** Refuses what cannot be meant by a SOAP source. @throws TongbanError `TB_CONFIG_INVALID` */
export const checkSoapOptions = (options: SoapOptions): void => checkOptions('soap', shape, options)

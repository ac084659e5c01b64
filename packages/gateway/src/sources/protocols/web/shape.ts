import { z } from 'zod'
import type { ShapeOf } from '../../options/option-mistake.ts'
import { flag, headers, httpAddress, signer } from '../../options/shapes.ts'
import { envelopeShape } from '../envelope-shape.ts'
import type { WebOptions, XmlAnswers } from './options.ts'

/** What is said when there are no options at all. */
export const noOptions = 'give { base: …, envelope: … }'

/** What every protocol over plain HTTP takes. */
export const webShape = {
  base: httpAddress,
  headers,
  sign: signer,
  envelope: envelopeShape,
} satisfies ShapeOf<WebOptions>

/** What those take whose answers may be XML. */
export const xmlAnswersShape = {
  answers: z.enum(['json', 'xml'], "use 'xml' or 'json'").optional(),
  attributes: flag,
} satisfies ShapeOf<XmlAnswers>

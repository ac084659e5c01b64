import type { Envelope } from '../../protocols/envelope.ts'
import { form } from '../../protocols/form/form.ts'
import type { Signer } from '../../signing/signer.ts'

/** How a platform of this family is reached and answers. */
export interface NingboForms {
  /** Address without a trailing slash. */
  readonly url: string
  /** Values of `result` that mean success. The published adapter hands them on unread, so each platform must say them. */
  readonly success: readonly (string | number)[]
  /** Values of `result` that mean that token or key were not accepted. @default none */
  readonly unauthorised?: readonly (string | number)[]
  readonly sign?: Signer
  /** Name of the outermost element when answers are XML. @default none: answers are JSON */
  readonly xmlRoot?: string
}

const under = (root: string | undefined, name: string): string => (root === undefined ? name : `${root}.${name}`)

/** `result` (返回代码), `resultmsg` (返回信息), and what was asked for in `data`. */
export const envelopeOf = ({ success, unauthorised, xmlRoot }: NingboForms): Envelope => ({
  success: { path: under(xmlRoot, 'result'), in: success },
  payload: under(xmlRoot, 'data'),
  message: under(xmlRoot, 'resultmsg'),
  ...(unauthorised ? { auth: unauthorised } : {}),
})

/** The same, with answers of other codes as answers too, and with the code itself as the payload. */
export const answeringEnvelope = (forms: NingboForms, others: readonly (string | number)[]): Envelope => ({
  ...envelopeOf(forms),
  success: { path: under(forms.xmlRoot, 'result'), in: [...forms.success, ...others] },
  payload: forms.xmlRoot ?? '',
})

/** Forms in UTF-8, whose bytes the receiver reads as ISO-8859-1 and puts right itself; answers are GB18030 and do not say so. */
export const formsOf = (forms: NingboForms) =>
  form({
    base: forms.url,
    envelope: envelopeOf(forms),
    charset: 'gb18030',
    answers: forms.xmlRoot === undefined ? 'json' : 'xml',
    ...(forms.sign ? { sign: forms.sign } : {}),
  })

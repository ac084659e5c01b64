import {
  type Check,
  formatCertificateIdentifier,
  formatCertificateTypeCode,
  formatCreditCode,
  formatItemCode,
  parseCertificateIdentifier,
  parseCertificateTypeCode,
  parseCreditCode,
  parseDivisionCode,
  parseItemCode,
} from '@tongban/schema'
import { defineScalar, InvalidValueError } from './scalar.ts'
import { readText } from './text.ts'

/** No identifier of the field is longer; a bound spares the parsers. */
const maxLength = 256

/** A scalar over an identifier. Warnings pass: live systems issue codes with faults, and they must stay usable. */
const code = <Parsed>(name: string, parse: (text: string) => Check<Parsed>, format: (parsed: Parsed) => string) =>
  defineScalar<string>({
    name,
    read(input) {
      const text = readText(input)
      const check = parse(text.slice(0, maxLength + 1))
      if (check.status !== 'invalid') return format(check.value)
      throw new InvalidValueError(check.reasons[0].message)
    },
  })

export const creditCode = code('CreditCode', parseCreditCode, formatCreditCode)
export const itemCode = code('ItemCode', parseItemCode, formatItemCode)
export const certificateTypeCode = code('CertificateTypeCode', parseCertificateTypeCode, formatCertificateTypeCode)
export const certificateIdentifier = code(
  'CertificateIdentifier',
  parseCertificateIdentifier,
  formatCertificateIdentifier,
)

/** Comes through with as many digits as it has: 330602 asks for a district, 330602000000 says the same. */
export const divisionCode = defineScalar<string>({
  name: 'DivisionCode',
  read(input) {
    const text = readText(input).trim()
    const check = parseDivisionCode(text.slice(0, maxLength))
    if (check.status !== 'invalid') return text
    throw new InvalidValueError(check.reasons[0].message)
  },
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Check,
  parseCatalogueCode,
  parseCertificateIdentifier,
  parseCertificateTypeCode,
  parseCreditCode,
  parseDivisionCode,
  parseHandlingItemCode,
  parseItemCode,
  parseOrganisationCode,
  parseResidentId,
  parseTaskCode,
  reasonTable,
} from './index.ts'

const parsers: Readonly<Record<string, (input: string) => Check<unknown>>> = {
  parseCatalogueCode,
  parseCertificateIdentifier,
  parseCertificateTypeCode,
  parseCreditCode,
  parseDivisionCode,
  parseHandlingItemCode,
  parseItemCode,
  parseOrganisationCode,
  parseResidentId,
  parseTaskCode,
}

const nearlyRight = fc
  .constantFrom(
    '11010519491231002X',
    '91350100M000100Y43',
    'D2143569-X',
    '370800000000',
    '11370800MB28559184300011711200001',
    '511A0138000000-511602000000-000-115113010833722043-1-00',
    '1.2.156.3005.2.11100000MB03271699001.11370800MB28559184.2024000001.001.R',
  )
  .chain((text) =>
    fc
      .tuple(fc.nat(text.length), fc.nat(3), fc.string({ maxLength: 3 }))
      .map(([at, cut, put]) => text.slice(0, at) + put + text.slice(at + cut)),
  )
const anyText = fc.oneof(
  nearlyRight,
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.stringMatching(/^[0-9X.-]{0,60}$/),
)

describe.each(Object.entries(parsers))('%s', (_name, parse) => {
  it('gives a value exactly when the text is usable, reasons exactly when it is not simply valid, and never throws', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { status, value, reasons } = parse(text)
        expect(value === undefined).toBe(status === 'invalid')
        expect(reasons.length === 0).toBe(status === 'valid')
      }),
    )
  })

  it('says why in words of the table, never with words of the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { code, message } of parse(text).reasons) expect(message).toBe(reasonTable[code])
      }),
    )
  })
})

import { describeWith, neededData, needs, readJsonLines } from '@tongban/test-support'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  certificateCheckCharacter,
  formatCertificateIdentifier,
  parseCertificateIdentifier,
} from './certificate-identifier.ts'
import { parseCertificateTypeCode } from './certificate-type-code.ts'
import { hasReason } from './check.ts'
import { lettersOffByOneMod37Comma36, mod37Comma36, offByOneMod37Comma36 } from './check-digits.ts'

const land = '1.2.156.3005.2.11100000MB03271699001.11370800MB28559184.2024000001'
const idCard = '1.2.156.3005.2.11100000000013127D001.11370800MB28559184.000000001'

describe('a certificate type code', () => {
  it.each(['11100000MB0143028R001', '11100000000013127D001', '11100000MB03271699001', '11100000000013338W050'])(
    '%s is valid',
    (code) => expect(parseCertificateTypeCode(code)).toMatchObject({ status: 'valid', value: { code } }),
  )

  it.each([
    ['11100000MB0143028R01', 'LENGTH'],
    ['11100000MB0143028R0X1', 'CHARACTERS'],
    ['11100000MB0143028X001', 'CREDIT_CODE'],
  ])('%s is invalid (%s)', (code, reason) => {
    const check = parseCertificateTypeCode(code)
    expect([check.status, check.reasons[0]?.code]).toEqual(['invalid', reason])
  })
})

describe('the check character of certificate identifiers', () => {
  it('follows ISO 7064 MOD 37,36, as the GRid example shows', () => {
    expect(mod37Comma36('A12425GABC1234002')).toBe('M')
  })
})

describe('a certificate identifier', () => {
  it.each([
    '1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9',
    `${land}.001.R`,
    `${land}.002.P`,
    `${idCard}.001.G`,
    `${idCard}.002.E`,
  ])('%s is valid and is written back the same', (text) => {
    const check = parseCertificateIdentifier(text)
    expect(check.status).toBe('valid')
    expect(check.value && formatCertificateIdentifier(check.value)).toBe(text)
  })

  it('is taken apart', () => {
    expect(parseCertificateIdentifier(`${land}.002.P`).value).toEqual({
      typeCode: '11100000MB03271699001',
      issuer: '11370800MB28559184',
      issuerForm: 'CREDIT_CODE',
      serial: '2024000001',
      version: '002',
      checkCharacter: 'P',
    })
  })

  it.each([
    ['340100', 'DIVISION'],
    ['370800D2143569X', 'DIVISION_AND_ORGANISATION'],
    ['NOBODY', 'UNKNOWN'],
  ])('issued by %s has an issuer of the form %s', (issuer, form) => {
    const text = `1.2.156.3005.2.11100000MB03271699001.${issuer}.1.001.0`
    expect(parseCertificateIdentifier(text).value?.issuerForm).toBe(form)
  })

  it('with a wrong check character is a warning that names the right one, and is still parsed', () => {
    expect(parseCertificateIdentifier(`${idCard}.002.F`)).toMatchObject({
      status: 'warning',
      value: { checkCharacter: 'F' },
      reasons: [{ code: 'CHECK_CHARACTER', expected: 'E' }],
    })
  })

  it.each([offByOneMod37Comma36, lettersOffByOneMod37Comma36])(
    'from a system that counts letters off by one is a warning that names the fault (%o)',
    (faulty) => {
      const serial = 'A1B2'
      const body = `11100000MB0327169900111370800MB28559184${serial}001`
      const text = `1.2.156.3005.2.11100000MB03271699001.11370800MB28559184.${serial}.001.${faulty(body)}`
      const check = parseCertificateIdentifier(text)
      expect(check.status).toBe('warning')
      expect(hasReason(check, 'CHECK_CHARACTER') && hasReason(check, 'CHECK_CHARACTER_OFF_BY_ONE')).toBe(true)
    },
  )

  it.each([
    [`${idCard}.001`, 'no check character'],
    [`${idCard}.1.G`, 'a version of one digit'],
    ['1.2.156.3005.3.11100000000013127D001.11370800MB28559184.000000001.001.G', 'another root'],
    ['', 'nothing'],
  ])('%s is invalid: %s', (text) => {
    expect(parseCertificateIdentifier(text)).toMatchObject({ status: 'invalid', reasons: [{ code: 'SHAPE' }] })
  })

  it('whose serial holds a hyphen is kept, though its check character cannot be compared', () => {
    const check = parseCertificateIdentifier('1.2.156.3005.2.11100000MB03271699001.340100.a1-b2.001.G')
    expect(check).toMatchObject({ status: 'warning', value: { serial: 'A1-B2' } })
    expect(hasReason(check, 'CHECK_CHARACTER_NOT_COMPUTABLE')).toBe(true)
  })

  it('made by the generator is accepted by the reader, and a changed serial is noticed', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-Z]{1,32}$/), fc.nat(31), (serial, at) => {
        const parts = { typeCode: '11100000MB03271699001', issuer: '11370800MB28559184', serial, version: '001' }
        const id = { ...parts, issuerForm: 'CREDIT_CODE' as const, checkCharacter: certificateCheckCharacter(parts) }
        expect(parseCertificateIdentifier(formatCertificateIdentifier(id)).status).toBe('valid')
        const place = at % serial.length
        const other = serial.charAt(place) === '7' ? '8' : '7'
        const changed = { ...id, serial: serial.slice(0, place) + other + serial.slice(place + 1) }
        expect(parseCertificateIdentifier(formatCertificateIdentifier(changed)).status).toBe('warning')
      }),
    )
  })
})

const files = ['certs/certificate-identifiers.jsonl', 'certs/certificate-type-codes.jsonl'] as const

describeWith(needs.sharedData(...files), 'published certificate codes', () => {
  it('identifiers check as their collectors computed', () => {
    interface Row {
      readonly identifier: string
      readonly computedCheckChar: string
      readonly checkValid: boolean
    }
    const rows = readJsonLines<Row>(neededData(files[0]))
    console.info(
      `${files[0]}: ${rows.map(({ identifier }) => parseCertificateIdentifier(identifier).status).join(', ')}`,
    )
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) {
      const check = parseCertificateIdentifier(row.identifier)
      expect(hasReason(check, 'CHECK_CHARACTER')).toBe(!row.checkValid)
      expect(check.value && certificateCheckCharacter(check.value)).toBe(row.computedCheckChar)
    }
  })

  it('the documentation sample with M instead of D shows the off-by-one fault', () => {
    const sample = readJsonLines<{ identifier: string }>(neededData(files[0])).find(({ identifier }) =>
      identifier.endsWith('.M'),
    )
    expect(sample && hasReason(parseCertificateIdentifier(sample.identifier), 'CHECK_CHARACTER_OFF_BY_ONE')).toBe(true)
  })

  it('type codes are all valid', () => {
    const codes = readJsonLines<{ certificateTypeCode: string }>(neededData(files[1]))
    const notValid = codes.filter(
      ({ certificateTypeCode }) => parseCertificateTypeCode(certificateTypeCode).status !== 'valid',
    )
    console.info(`${files[1]}: ${codes.length} codes, ${notValid.length} not valid`)
    expect(notValid).toEqual([])
  })
})

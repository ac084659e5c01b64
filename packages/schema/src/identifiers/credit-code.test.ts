import { describeWith, neededData, needs, readJsonLines } from '@tongban/test-support'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasReason } from './check.ts'
import { creditCheck, creditCodeAlphabet, organisationCheck } from './check-digits.ts'
import { formatCreditCode, parseCreditCode } from './credit-code.ts'
import { formatOrganisationCode, parseOrganisationCode } from './organisation-code.ts'

const standardExample = '91350100M000100Y43'
const creditBodies = fc
  .tuple(
    fc.constantFrom('11', '12', '51', '91', '92', '93'),
    fc.constantFrom('100000', '370800', '511602'),
    fc.stringMatching(/^[0-9A-HJ-NP-RTUWXY]{8}$/),
  )
  .map(([kind, division, organisation]) => kind + division + organisation + organisationCheck(organisation))

describe('a unified social credit code', () => {
  it.each([
    [standardExample, 'ENTERPRISE'],
    ['11100000MB0143028R', 'STATE_BODY'],
    ['11100000000013127D', 'STATE_BODY'],
    ['11100000MB03271699', 'STATE_BODY'],
    ['11370800MB28559184', 'STATE_BODY'],
    ['12100000000018032A', 'PUBLIC_INSTITUTION'],
    ['91370800MA00TE5T2W', 'ENTERPRISE'],
  ])('%s is valid and belongs to a body of kind %s', (code, kind) => {
    expect(parseCreditCode(code)).toMatchObject({ status: 'valid', value: { code, kind }, reasons: [] })
  })

  it('holds a division and an organisation code', () => {
    expect(parseCreditCode('91370800MA00TE5T2W').value).toMatchObject({
      division: '370800',
      organisationCode: 'MA00TE5T2',
    })
  })

  it('with a wrong check character is invalid, and the right one is named', () => {
    expect(parseCreditCode('914401010000000000')).toMatchObject({
      status: 'invalid',
      reasons: [{ code: 'CHECK_CHARACTER', part: 'checkCharacter', expected: 'J' }],
    })
  })

  it.each([
    ['9144010100000000O1', 'CHARACTERS', 'the letter O'],
    ['1151130108778239R', 'LENGTH', 'a lost digit'],
    ['TE5116020105116050', 'CHECK_CHARACTER', 'letters no register gives'],
    ['', 'LENGTH', 'nothing'],
  ])('%s is invalid (%s): %s', (input, code) => {
    expect(parseCreditCode(input)).toMatchObject({ status: 'invalid', reasons: [{ code }] })
  })

  it('in lower case is read as upper case with a warning', () => {
    const check = parseCreditCode('11511301452259996u')
    expect(check).toMatchObject({ status: 'warning', reasons: [{ code: 'LOWER_CASE' }] })
    expect(check.value && formatCreditCode(check.value)).toBe('11511301452259996U')
  })

  it('whose organisation code does not check by itself is a warning', () => {
    expect(hasReason(parseCreditCode('263201008153310025'), 'EMBEDDED_ORGANISATION_CODE')).toBe(true)
  })

  it('is never confused with any code that differs from it in one character', () => {
    const survivors = [...standardExample].flatMap((character, at) =>
      [...creditCodeAlphabet]
        .filter((other) => other !== character)
        .map((other) => standardExample.slice(0, at) + other + standardExample.slice(at + 1))
        .filter((changed) => parseCreditCode(changed).status !== 'invalid'),
    )
    expect(survivors).toEqual([])
  })

  it('made by the generator is accepted by the reader', () => {
    fc.assert(
      fc.property(creditBodies, (body) => {
        expect(parseCreditCode(body + creditCheck(body)).status).toBe('valid')
      }),
    )
  })
})

describe('an organisation code', () => {
  it.each(['D2143569X', 'D2143569-X'])('%s is valid, with or without the hyphen', (input) => {
    const check = parseOrganisationCode(input)
    expect(check).toMatchObject({ status: 'valid', value: { code: 'D2143569X' } })
    expect(check.value && formatOrganisationCode(check.value)).toBe('D2143569-X')
  })

  it.each([
    ['D21435691', 'CHECK_CHARACTER'],
    ['D214-3569X', 'LENGTH'],
    ['D2143569XX', 'LENGTH'],
    ['D21435*9X', 'CHARACTERS'],
  ])('%s is invalid (%s)', (input, code) => {
    expect(parseOrganisationCode(input)).toMatchObject({ status: 'invalid', reasons: [{ code }] })
  })
})

interface PublishedCode {
  readonly code: string
  readonly kind: 'uscc' | 'orgCode' | 'irregular'
  readonly checkDigitValid: boolean
  readonly embeddedOrgCodeValid?: boolean
}

/** Whether the code holds exactly as published: a code that first had to be put in upper case does not. */
function holdsAsPublished({ code, kind }: PublishedCode): boolean {
  const check = kind === 'orgCode' ? parseOrganisationCode(code) : parseCreditCode(code)
  return check.status !== 'invalid' && !hasReason(check, 'LOWER_CASE')
}

describeWith(needs.sharedData('orgs/codes.jsonl'), 'published organisation identifiers', () => {
  const rows = readJsonLines<PublishedCode>(neededData('orgs/codes.jsonl'))

  it('all check as their collectors found, counts printed by kind', () => {
    const disagreements = rows.filter((row) => holdsAsPublished(row) !== row.checkDigitValid)
    const counts = Object.entries(
      Object.groupBy(rows, (row) => `${row.kind} ${holdsAsPublished(row) ? 'holds' : 'fails'}`),
    )
    console.info(`orgs/codes.jsonl: ${counts.map(([kind, some]) => `${kind} ${some?.length}`).join(', ')}`)
    expect(rows.length).toBeGreaterThan(0)
    expect(disagreements).toEqual([])
  })

  it('agree about the organisation code inside each credit code', () => {
    const creditCodes = rows.filter(({ kind }) => kind === 'uscc')
    const doubted = creditCodes.filter(({ code }) => hasReason(parseCreditCode(code), 'EMBEDDED_ORGANISATION_CODE'))
    expect(doubted).toEqual(creditCodes.filter(({ embeddedOrgCodeValid }) => embeddedOrgCodeValid === false))
  })
})

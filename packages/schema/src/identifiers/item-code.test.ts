import { describeWith, neededData, needs, readJsonLines } from '@tongban/test-support'
import { describe, expect, it } from 'vitest'
import { hasReason } from './check.ts'
import { formatItemCode, parseItemCode } from './item-code.ts'
import { parseHandlingItemCode } from './national-item-code.ts'

const agency = '11511301008778183N'
const provincial = (basic: string, agencyPart = agency) => `${basic}-511602000000-000-${agencyPart}-1-00`

describe('a national item code', () => {
  it('of 31 characters is a task code', () => {
    expect(parseItemCode('11370800MB285591843370117002011')).toMatchObject({
      status: 'valid',
      value: {
        kind: 'TASK',
        agency: { code: '11370800MB28559184' },
        level: '3',
        catalogue: { code: '370117002011', source: '37', itemType: '01' },
      },
    })
  })

  it('of 33 characters is a handling item', () => {
    expect(parseItemCode('11370800MB28559184300011711200001')).toMatchObject({
      status: 'valid',
      value: { kind: 'HANDLING_ITEM', sequence: '01', task: { catalogue: { code: '000117112000', source: '00' } } },
    })
    expect(parseItemCode('11310000MB2F30661Y231200356400001')).toMatchObject({
      status: 'valid',
      value: { task: { level: '2', catalogue: { code: '312003564000', itemType: '20' } } },
    })
  })

  it('of 12 digits is a catalogue code', () => {
    expect(parseItemCode('000117112000')).toMatchObject({
      status: 'valid',
      value: { kind: 'CATALOGUE', subItem: '000' },
    })
  })

  it.each([
    ['11370800MB28559185300011711200001', 'CREDIT_CODE', 'a credit code that does not check'],
    ['009917112000', 'ITEM_TYPE_UNKNOWN', 'item type 99'],
    ['11370800MB285591849370117002011', 'LEVEL_UNKNOWN', 'exercise level 9'],
    ['', 'LENGTH', 'nothing'],
    ['x'.repeat(65), 'LENGTH', 'longer than any code'],
    ['<script>', 'CHARACTERS', 'no code at all'],
    ['511A 0138', 'CHARACTERS', 'a blank inside'],
  ])('%s is invalid (%s): %s', (code, reason) => {
    const check = parseItemCode(code)
    expect([check.status, check.reasons[0]?.code]).toEqual(['invalid', reason])
  })

  it.each([
    ['001117112000', 'ITEM_TYPE_EXTENSION'],
    ['000017112000', 'ITEM_TYPE_EXTENSION'],
    ['990117112000', 'CATALOGUE_SOURCE_UNKNOWN'],
  ])('%s is a warning (%s)', (code, reason) => {
    expect(parseItemCode(code)).toMatchObject({ status: 'warning', reasons: [{ code: reason }] })
  })
})

describe('a provincial item code', () => {
  it('is read from the right', () => {
    expect(parseItemCode(provincial('511A0138000000'))).toMatchObject({
      status: 'valid',
      value: {
        kind: 'PROVINCIAL',
        basicCode: '511A0138000000',
        division: { code: '511602000000' },
        sequence: '000',
        agency,
        agencyForm: 'CREDIT_CODE',
        version: '1',
        extension: '00',
      },
    })
  })

  it.each(['L-510103-0001', 'L-510103-001', '1J-0001-00001'])(
    'whose basic code %s holds hyphens is not cut there',
    (basic) => {
      expect(parseItemCode(provincial(basic)).value).toMatchObject({ kind: 'PROVINCIAL', basicCode: basic, agency })
    },
  )

  it.each([
    ['00877868-5', 'ORGANISATION_CODE', ['AGENCY_ORGANISATION_CODE']],
    ['008778183', 'ORGANISATION_CODE', ['AGENCY_ORGANISATION_CODE']],
    ['130501003', 'UNKNOWN', ['AGENCY_FORM_UNKNOWN', 'CHECK_CHARACTER']],
    ['11511301452259996u', 'CREDIT_CODE', ['LOWER_CASE']],
    ['1151130108778239R', 'UNKNOWN', ['AGENCY_FORM_UNKNOWN', 'LENGTH']],
    ['2222222222222', 'UNKNOWN', ['AGENCY_FORM_UNKNOWN', 'LENGTH']],
    ['TE5116020105116050', 'UNKNOWN', ['AGENCY_FORM_UNKNOWN', 'CHECK_CHARACTER']],
  ])('with the agency %s is a warning', (part, form, codes) => {
    const check = parseItemCode(provincial('511A0138000000', part))
    expect(check).toMatchObject({ status: 'warning', value: { agency: part, agencyForm: form } })
    expect(check.reasons.map(({ code }) => code)).toEqual(codes)
  })
})

describe('a local item code', () => {
  it.each([
    ['62052400MZ-XK-0001', 'GANSU', 'LOCAL_FORM'],
    ['XK00123001', 'GUIZHOU', 'LOCAL_FORM'],
    ['4201000012345678', 'HUBEI', 'LOCAL_FORM'],
    ['37100001000055', 'UNKNOWN', 'LOCAL_FORM'],
    ['111102345678148H2000132038001', 'UNKNOWN', 'LOCAL_FORM'],
    ['E-000004-001-11511301008778386B', 'UNKNOWN', 'PROVINCIAL_PARTS_MISSING'],
  ])('%s is kept as it is (scheme %s, %s)', (code, scheme, reason) => {
    const check = parseItemCode(code)
    expect(check).toMatchObject({
      status: 'warning',
      value: { kind: 'LOCAL', code, scheme },
      reasons: [{ code: reason }],
    })
    expect(check.value && formatItemCode(check.value)).toBe(code)
  })
})

/** Counts by an idea, most frequent first, in one printable line. */
function tally<T>(rows: readonly T[], idea: (row: T) => string): string {
  const groups = Object.entries(Object.groupBy(rows, idea)).map(([name, some]) => [name, some?.length ?? 0] as const)
  return groups
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `${name} ${count}`)
    .join(' · ')
}

interface PublishedItem {
  readonly itemCode: string
  readonly basicCode: string
  readonly divisionCode: string
}

describeWith(needs.sharedData('items-511602.jsonl'), 'the published items of one district', () => {
  const rows = readJsonLines<PublishedItem>(neededData('items-511602.jsonl'))
  const checks = rows.map((row) => ({ row, check: parseItemCode(row.itemCode) }))

  it('are all usable, counts printed by status and reason', () => {
    console.info(`items-511602.jsonl: ${rows.length} codes · ${tally(checks, ({ check }) => check.status)}`)
    console.info(
      `  reasons: ${tally(checks, ({ check }) => check.reasons.map(({ code }) => code).join('+') || 'none')}`,
    )
    console.info(`  kinds: ${tally(checks, ({ check }) => check.value?.kind ?? 'none')}`)
    const agencies = checks.flatMap(({ check }) => (check.value?.kind === 'PROVINCIAL' ? [check.value] : []))
    console.info(`  agency: ${tally(agencies, (value) => `${value.agencyForm}/${value.agency.length}`)}`)
    expect(checks.filter(({ check }) => check.status === 'invalid')).toEqual([])
  })

  it('have as unknown agencies only what the collectors describe: lost digits, fillers and short codes', () => {
    const unknown = checks.flatMap(({ check: { value } }) =>
      value?.kind === 'PROVINCIAL' && value.agencyForm === 'UNKNOWN' ? [value.agency] : [],
    )
    const lostDigit = unknown.filter((agency) => agency.length === 17)
    expect([...new Set(lostDigit)].sort()).toEqual(['1151130000877869M', '1151130108778239R'])
    expect(unknown.filter((agency) => ![7, 10, 13, 17, 18].includes(agency.length))).toEqual([])
  })

  it('give the same basic code as the column beside them', () => {
    const differing = checks.filter(
      ({ row, check }) => check.value?.kind === 'PROVINCIAL' && check.value.basicCode !== row.basicCode,
    )
    expect(differing).toEqual([])
  })

  it('are local only where parts are missing, and each such code says so', () => {
    const local = checks.filter(({ check }) => check.value?.kind === 'LOCAL')
    expect(local.every(({ check }) => hasReason(check, 'PROVINCIAL_PARTS_MISSING'))).toBe(true)
  })
})

interface PublishedTaskCode {
  readonly code: string
  readonly length: number
  readonly agencyUscc: string | null
  readonly levelDigit: string | null
  readonly basicCode: string | null
  readonly handlingItemSuffix: string | null
}

describeWith(needs.sharedData('items/national-task-codes.jsonl'), 'published national codes', () => {
  const rows = readJsonLines<PublishedTaskCode>(neededData('items/national-task-codes.jsonl'))

  it('are taken apart as their collectors did, and irregular ones are local', () => {
    console.info(
      `items/national-task-codes.jsonl: ${tally(rows, ({ code }) => parseItemCode(code).value?.kind ?? 'none')}`,
    )
    for (const row of rows) {
      const { value } = parseItemCode(row.code)
      const task = value?.kind === 'HANDLING_ITEM' ? value.task : value
      if (row.agencyUscc === null) expect(value?.kind).toBe('LOCAL')
      else
        expect(task).toMatchObject({
          agency: { code: row.agencyUscc },
          level: row.levelDigit,
          catalogue: { code: row.basicCode },
        })
    }
  })

  it('of 33 characters carry the handling item', () => {
    const handling = rows.filter(({ handlingItemSuffix }) => handlingItemSuffix !== null)
    expect(handling.map(({ code }) => parseHandlingItemCode(code).value?.sequence)).toEqual(
      handling.map(({ handlingItemSuffix }) => handlingItemSuffix),
    )
  })
})

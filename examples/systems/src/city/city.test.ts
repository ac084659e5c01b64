import {
  mod37Comma36,
  parseCertificateIdentifier,
  parseCreditCode,
  parseItemCode,
  parseOrganisationCode,
  parseResidentId,
} from '@tongban/schema'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRegistry } from '../certificates/registry.ts'
import { projects } from '../trading/project.ts'
import { agencies, agencyByCode } from './agencies.ts'
import { applicants, organisations, persons } from './applicants.ts'
import { certificateTypes } from './certificate-types.ts'
import { certificateCheck, creditCode, organisationCode, residentNumber } from './check-digits.ts'
import { items, materialsFor, retiredItems } from './item.ts'
import { templateGroups } from './items/all.ts'

describe('check characters', () => {
  it.each([
    [() => residentNumber('110105', '19491231', '002'), '11010519491231002X'],
    [() => residentNumber('440524', '18800101', '001'), '440524188001010014'],
    [() => organisationCode('D2143569'), 'D2143569X'],
    [() => organisationCode('MA00TE5T'), 'MA00TE5T2'],
    [() => creditCode('91', '350100', 'M000100Y4'), '91350100M000100Y43'],
    [() => creditCode('91', '370800', 'MA00TE5T2'), '91370800MA00TE5T2W'],
    [() => certificateCheck('A12425GABC1234002'), 'M'],
    [() => certificateCheck('11100000MB03271699022340100000000016001'), '9'],
  ])('agree with the published vectors: %#', (make, expected) => expect(make()).toBe(expected))
})

describe('made codes', () => {
  const serial = fc.integer({ min: 0, max: 9999 }).map((number) => `MB99${String(number).padStart(4, '0')}`)

  it('are read as valid by the shared parsers', () => {
    fc.assert(
      fc.property(serial, fc.constantFrom('11', '12', '91', '92'), (body, kind) => {
        const organisation = organisationCode(body)
        expect(parseOrganisationCode(organisation).status).toBe('valid')
        expect(parseCreditCode(creditCode(kind, '330602', organisation)).status).toBe('valid')
      }),
    )
  })

  it('carry the check character of the shared algorithm', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-Z]{1,60}$/), (body) => {
        expect(certificateCheck(body)).toBe(mod37Comma36(body))
      }),
    )
  })
})

describe('the simulated city', () => {
  it('is as large as promised', () => {
    expect(agencies.length).toBeGreaterThanOrEqual(40)
    expect(items.length).toBeGreaterThanOrEqual(300)
    expect(templateGroups.flatMap((group) => group.items).length).toBeGreaterThanOrEqual(90)
    expect(applicants.length).toBeGreaterThanOrEqual(30)
    expect(projects.length).toBeGreaterThanOrEqual(150)
    expect(new Set(items.map((item) => item.template.type))).toEqual(
      new Set(['01', '05', '07', '08', '09', '10', '20']),
    )
  })

  it('has agencies with valid and distinct codes', () => {
    expect(agencies.filter(({ code }) => parseCreditCode(code).status !== 'valid')).toEqual([])
    expect(new Set(agencies.map(({ code }) => code)).size).toBe(agencies.length)
  })

  it('has items with valid and distinct codes whose agency exists', () => {
    for (const item of [...items, ...retiredItems]) {
      expect([item.catalogCode.length, item.taskCode.length, item.handleCode.length]).toEqual([12, 31, 33])
      expect(parseItemCode(item.handleCode).status).toBe('valid')
      expect(agencyByCode(item.handleCode.slice(0, 18))).toBe(item.agency)
    }
    expect(new Set([...items, ...retiredItems].map(({ handleCode }) => handleCode)).size).toBe(
      items.length + retiredItems.length,
    )
  })

  it('has question trees whose answers lead on, end, and select materials that exist', () => {
    for (const item of items) {
      const order = item.questions.map(({ code }) => code)
      const codes = new Set(item.materials.map(({ code }) => code))
      for (const [position, { options }] of item.questions.entries()) {
        expect(options.length).toBeGreaterThanOrEqual(2)
        for (const { next, materialCodes } of options) {
          // Forward only: so a walk ends.
          if (next !== undefined) expect(order.indexOf(next)).toBeGreaterThan(position)
          expect(materialCodes.filter((code) => !codes.has(code))).toEqual([])
        }
      }
    }
  })

  it('asks more of joint owners than of a single one', () => {
    const item = items.find(({ template }) => template.name === '二手房抵押登记')
    if (!item) throw new Error('The mortgage is missing.')
    const names = (ownership: string) =>
      materialsFor(
        item,
        new Map([
          ['ownership', ownership],
          ['loan', 'PROVIDENT_FUND'],
        ]),
      ).map(({ name }) => name)
    expect(names('JOINT')).toContain('共有人同意抵押的书面意见')
    expect(names('SOLE')).not.toContain('共有人同意抵押的书面意见')
    expect(names('SOLE')).toContain('住房公积金借款合同')
  })

  it('has persons whose numbers check but could belong to nobody, and companies with valid codes', () => {
    for (const { code } of persons) {
      expect(parseResidentId(code).status).not.toBe('invalid')
      expect(code).toMatch(/^330600\d{4}0101/)
    }
    expect(organisations.filter(({ code }) => parseCreditCode(code).status !== 'valid')).toEqual([])
    expect(new Set(applicants.map(({ code }) => code)).size).toBe(applicants.length)
  })

  it('has certificates for every applicant, with right check characters but for the few of the faulty vendor', () => {
    const all = createRegistry().all()
    for (const applicant of applicants)
      expect(all.some(({ holders }) => holders.some(({ code }) => code === applicant.code))).toBe(true)
    const statuses = all.map(({ identifier }) => parseCertificateIdentifier(identifier).status)
    expect(statuses).not.toContain('invalid')
    expect(statuses.filter((status) => status === 'warning')).toHaveLength(3)
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set(['01', '02', '03', '04', '05']))
  })

  it('marks invented certificate types by an authority that is nobody', () => {
    for (const { code, invented } of Object.values(certificateTypes)) {
      expect(parseCreditCode(code.slice(0, 18)).status).toBe('valid')
      expect(code.slice(8, 12) === 'MB99').toBe(invented)
      expect(code).toHaveLength(21)
    }
  })
})

import { decodeCodes } from '@tongban/schema'
import { describe, expect, it } from 'vitest'
import { items } from '../city/item.ts'
import { isEntirelyOnline, onlineDepth } from './online-depth.ts'

const namesOf = (codes: string) =>
  decodeCodes('onlineDepth', { system: 'national-exchange', tableVersion: '1', code: codes }, '^').map(
    ({ name }) => name,
  )

describe('how far errands go online', () => {
  it.each([
    ['done on the spot in person', { visits: 1 as const, days: [0, 0] as const }, ['CONSULTATION']],
    [
      'decided later, in person',
      { visits: 1 as const, days: [20, 5] as const },
      ['CONSULTATION', 'INTAKE', 'PRE_REVIEW'],
    ],
  ])('%s', (_, template, names) => {
    expect(namesOf(onlineDepth(template))).toEqual(names)
  })

  it.each([
    ['nothing is handed over', { days: [20, 5] as const }, true],
    [
      'the result is an electronic certificate',
      { days: [20, 5] as const, result: ['营业执照', 'licence'] as const },
      true,
    ],
    ['the result is paper', { days: [20, 5] as const, result: ['批文'] as const }, false],
    ['somebody inspects', { days: [20, 5] as const, inspection: true as const }, false],
  ])('is entire or not where %s', (_, template, entirely) => {
    expect(isEntirelyOnline(template)).toBe(entirely)
  })

  it('is spread so that every depth chooses some errands, and the ends of the scale not all', () => {
    const entirely = items.filter(({ template }) => isEntirelyOnline(template)).length
    const depths = items.map(({ template }) => namesOf(onlineDepth(template)))
    const having = (name: string) => depths.filter((names) => names.some((each) => each === name)).length
    for (const name of ['INTAKE', 'PRE_REVIEW', 'ACCEPTANCE', 'HANDLING', 'RESULT_FEEDBACK'])
      expect(having(name)).toBeGreaterThan(0)
    for (const count of [having('CONSULTATION'), having('CERTIFICATE_FEEDBACK'), entirely]) {
      expect(count).toBeGreaterThan(20)
      expect(count).toBeLessThan(items.length - 20)
    }
  })
})

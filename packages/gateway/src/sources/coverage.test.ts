import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexCoverage } from './coverage-index.ts'
import type { Subject } from './directory.ts'
import type { Coverage, Source } from './source.ts'

const source = (id: string, covers: Coverage): Source => ({
  id,
  title: id,
  covers,
  ports: { items: {} },
  protocol: { kind: 'test', send: async () => null },
})

const index = indexCoverage([
  source('country', {}),
  source('province', { divisions: ['330000'] }),
  source('city', { divisions: ['3306'] }),
  source('second-city', { divisions: ['330600000000'] }),
  source('city-licences', { divisions: ['3306'], itemTypes: ['ADMINISTRATIVE_LICENSE'] }),
  source('city-marriage', { divisions: ['3306'], itemCodes: ['113306'] }),
  source('city-id-cards', { divisions: ['3306'], certificateTypes: ['11100000000013127D'] }),
  source('district', { divisions: ['330602'], itemTypes: ['PUBLIC_SERVICE'] }),
])

describe('the authority', () => {
  it.each<[Subject, string]>([
    [{ division: '440100' }, 'country'],
    [{ division: '330100' }, 'province'],
    [{ division: '330600' }, 'city'],
    [{ division: '330603000000' }, 'city'],
    [{ division: '330603', itemType: 'ADMINISTRATIVE_LICENSE' }, 'city-licences'],
    [{ division: '330603', itemType: 'ADMINISTRATIVE_LICENSE', itemCode: '11330600MB' }, 'city-marriage'],
    [{ division: '330603', itemCode: '370117002011' }, 'city'],
    [{ division: '330603', certificateType: '11100000000013127D001' }, 'city-id-cards'],
    [{ division: '330603', certificateType: '11100000MB0143028R001' }, 'city'],
    // The district is only in charge of public services; everything else stays with the city.
    [{ division: '330602', itemType: 'PUBLIC_SERVICE' }, 'district'],
    [{ division: '330602', itemType: 'ADMINISTRATIVE_LICENSE' }, 'city-licences'],
    // Nobody said which kind: whoever is nearest may answer.
    [{ division: '330602' }, 'district'],
    [{}, 'country'],
    [{ itemType: 'PUBLIC_SERVICE' }, 'district'],
  ])('for %j is %s', (subject, id) => {
    expect(index.find(subject)?.id).toBe(id)
  })

  it('is nobody where nobody covers the subject', () => {
    const small = indexCoverage([source('city', { divisions: ['3306'], itemTypes: ['PUBLIC_SERVICE'] })])
    expect(small.find({ division: '3301' })).toBeUndefined()
    expect(small.find({ division: '330602', itemType: 'ADMINISTRATIVE_LICENSE' })).toBeUndefined()
  })

  it('comes before all others that cover the subject: the closest, then the higher precedence, then the order', () => {
    const sources = [
      source('country', {}),
      source('city', { divisions: ['3306'] }),
      { ...source('better', { divisions: ['3306'] }), precedence: 2 },
      { ...source('worse', { divisions: ['3306'] }), precedence: -1 },
      source('licences', { divisions: ['3306'], itemTypes: ['ADMINISTRATIVE_LICENSE'] }),
      source('district', { divisions: ['330602', '3306'] }),
      source('elsewhere', { divisions: ['3301'] }),
    ]
    const index = indexCoverage(sources)
    const ids = (subject: Subject) => index.all(subject).map(({ id }) => id)
    expect(ids({ division: '330602', itemType: 'ADMINISTRATIVE_LICENSE' })).toEqual([
      ...['district', 'licences', 'better', 'city', 'worse', 'country'],
    ])
    expect(ids({ division: '330603', itemType: 'PUBLIC_SERVICE' })).toEqual([
      ...['better', 'city', 'district', 'worse', 'country'],
    ])
    expect(ids({ division: '4401' })).toEqual(['country'])
  })

  it('is found among ten thousand sources as if there were ten', () => {
    const many = Array.from({ length: 10_000 }, (_, n) =>
      source(`s${n}`, { divisions: [String(100_000 + n)], itemTypes: ['PUBLIC_SERVICE'] }),
    )
    let looked = 0
    const watched = many.map((one) => ({
      ...one,
      get covers() {
        looked += 1
        return one.covers
      },
    }))
    const large = indexCoverage(watched)
    looked = 0
    expect(large.find({ division: '107777', itemType: 'PUBLIC_SERVICE' })?.id).toBe('s7777')
    expect(large.find({ division: '107777', itemType: 'OTHER' })).toBeUndefined()
    expect(looked).toBeLessThan(10)
  })

  it('always covers what it was found for', () => {
    const level = fc.constantFrom('11', '12', '20')
    const digits = fc.array(level, { minLength: 1, maxLength: 3 }).map((all) => all.join(''))
    const coverage = fc.record(
      {
        divisions: fc.array(digits, { minLength: 1, maxLength: 3 }),
        itemTypes: fc.subarray(['A', 'B'], { minLength: 1 }),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(
        fc.array(coverage, { maxLength: 8 }),
        digits,
        fc.constantFrom('A', 'B'),
        (coverages, division, itemType) => {
          const sources = coverages.map((covers, n) => source(String(n), covers))
          const covering = sources.filter(
            ({ covers }) =>
              (covers.divisions?.some((prefix) => division.startsWith(prefix)) ?? true) &&
              (covers.itemTypes?.includes(itemType) ?? true),
          )
          const index = indexCoverage(sources)
          const found = index.find({ division, itemType })
          const all = index.all({ division, itemType })
          expect(all[0]).toBe(found)
          expect(new Set(all)).toEqual(new Set(covering))
          expect(covering.length === 0 ? found === undefined : found !== undefined && covering.includes(found)).toBe(
            true,
          )
        },
      ),
      { numRuns: 200 },
    )
  })
})

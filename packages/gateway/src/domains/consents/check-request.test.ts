import { describe, expect, it } from 'vitest'
import { InputErrors } from '../user-errors.ts'
import { checkRequest, contentDigest } from './check-request.ts'

const identity = '11100000000013127D001'
const property = '11100000MB03271699001'
const input = { applicant: 'handle', certificateTypes: [property, identity], purpose: '不动产抵押登记' }

const fieldsOf = (given: Parameters<typeof checkRequest>[0]): readonly string[] => {
  try {
    checkRequest(given)
    return []
  } catch (error) {
    return error instanceof InputErrors ? error.errors.map(({ argumentPath }) => String(argumentPath)) : [String(error)]
  }
}

describe('checkRequest', () => {
  it('fills in one use and thirty minutes', () => {
    expect(checkRequest(input)).toMatchObject({ uses: 1, validMinutes: 30, types: [identity, property] })
  })

  it.each([
    ['at the lower bounds', { uses: 1, validMinutes: 1, purpose: '贷' }],
    ['at the upper bounds', { uses: 20, validMinutes: 1_440, purpose: '𠮷'.repeat(200) }],
  ])('takes values %s', (_, values) => {
    expect(fieldsOf({ ...input, ...values })).toEqual([])
  })

  it('names every field that is out of bounds', () => {
    const wrong = { applicant: 'handle', certificateTypes: [], purpose: '  ', uses: 21, validMinutes: 0 }
    expect(fieldsOf(wrong)).toEqual(['certificateTypes', 'purpose', 'uses', 'validMinutes'])
    expect(fieldsOf({ ...input, purpose: '贷'.repeat(201), uses: -1, validMinutes: 1_441 })).toEqual([
      'purpose',
      'uses',
      'validMinutes',
    ])
  })
})

describe('contentDigest', () => {
  const digest = (change: object): string => contentDigest(checkRequest({ ...input, ...change }))

  it('is the same for the same content, however it is written', () => {
    expect(digest({ certificateTypes: [identity, property, identity], uses: 1, purpose: ' 不动产抵押登记 ' })).toBe(
      digest({}),
    )
  })

  it('leaves out the handle, which is another one tomorrow for the same person', () => {
    expect(digest({ applicant: 'other' })).toBe(digest({}))
  })

  it.each([[{ certificateTypes: [identity] }], [{ purpose: '查询' }], [{ uses: 2 }], [{ validMinutes: 31 }]])(
    'differs with %j',
    (change) => {
      expect(digest(change)).not.toBe(digest({}))
    },
  )
})

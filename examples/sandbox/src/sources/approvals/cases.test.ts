import { describe, expect, it } from 'vitest'
import { caseOf, caseRow, nodeRow } from './cases.ts'

const row = (fields: object = {}) =>
  caseRow.parse({ projid: 'P1', state: '10', receivetime: '2026-03-02 09:00:00', doneresultver: '1', ...fields })
const decided = (noderesult: string) => [
  nodeRow.parse({ nodecode: 'JD', noderesult, begintime: '2026-03-05 10:00:00', state: '10' }),
]

describe('whether a case is granted', () => {
  it.each([
    ['the decision', { doneresult: '' }, '1', true],
    ['the decision against it', { doneresult: '' }, '0', false],
    ['a certificate that was issued, without a decision', { doneresult: '0' }, null, true],
    ['the decision, whatever else it ended with', { doneresult: '6' }, '1', true],
    ['a refusal of the later version', { doneresult: '1', doneresultver: '2' }, null, false],
    ['a refusal against an earlier decision', { doneresult: '1', doneresultver: '2' }, '1', false],
  ])('is told by %s', (_name, fields, noderesult, granted) => {
    expect(caseOf(row(fields), noderesult ? decided(noderesult) : []).result).toMatchObject({ granted })
  })

  it.each([
    ['returned', { doneresult: '1' }, null],
    ['voided', { doneresult: '2' }, null],
    ['voided after the decision', { doneresult: '2' }, '1'],
    ['forwarded', { doneresult: '4' }, null],
    ['ended otherwise', { doneresult: '6' }, null],
    ['not accepted', { doneresult: '6', doneresultver: '2' }, null],
    ['finished in a way nobody has confirmed', { doneresult: '2', doneresultver: '2' }, null],
    ['still open', { doneresult: '' }, null],
  ])('is not told of one %s', (_name, fields, noderesult) => {
    expect(caseOf(row(fields), noderesult ? decided(noderesult) : []).result).toBeNull()
  })
})

describe('a case without a history', () => {
  const told = (fields: object) => caseOf(row(fields), []).reports.map(({ at, state }) => [at.slice(0, 10), state])

  it.each([
    ['its receipt alone', { state: '02' }, [['2026-03-02', 'RECEIVED']]],
    [
      'its receipt and its end',
      { finishtime: '2026-03-09' },
      [
        ['2026-03-02', 'RECEIVED'],
        ['2026-03-09', 'CLOSED'],
      ],
    ],
    [
      'its receipt and its state now',
      { state: '12' },
      [
        ['2026-03-02', 'RECEIVED'],
        ['2026-03-02', 'IN_REVIEW'],
      ],
    ],
    ['its end alone', { receivetime: '', finishtime: '2026-03-09' }, [['2026-03-09', 'CLOSED']]],
  ])('tells %s', (_name, fields, reports) => {
    expect(told(fields)).toEqual(reports)
  })

  it.each([[{ state: '99' }], [{ receivetime: '', finishtime: '' }]])('with %j cannot be read', (fields) => {
    expect(() => told(fields)).toThrow(expect.objectContaining({ code: 'TB_SOURCE_SHAPE' }))
  })
})

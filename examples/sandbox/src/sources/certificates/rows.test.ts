import { expect, it } from 'vitest'
import { verification, verificationOf } from './rows.ts'

const told = (row: unknown) => verificationOf('1.2.156', verification.parse(row))

it.each([
  ['1', '01', 'GENUINE', 'VALID'],
  ['0', '01', 'MISMATCH', 'VALID'],
  ['0', '04', 'NOT_IN_FORCE', 'CANCELLED'],
  ['1', '07', 'NOT_IN_FORCE', 'REVOKED'],
  ['1', '', 'UNKNOWN', 'UNKNOWN'],
  ['0', '88', 'UNKNOWN', 'UNKNOWN'],
] as const)('a result %j of a certificate in state %j is %s', (verifyResult, certStatus, status, certificateStatus) => {
  expect(told({ verifyResult, certStatus })).toMatchObject({ status, certificateStatus })
})

it.each([[undefined], [''], ['2'], ['通过']])('a result written %j is no verdict', (verifyResult) => {
  expect(() => told({ verifyResult, certStatus: '01' })).toThrow(expect.objectContaining({ code: 'TB_SOURCE_SHAPE' }))
})

it.each([[null], [''], [[]]])('an answer of %j says that the register does not know it', (nothing) => {
  expect(told(nothing)).toMatchObject({ status: 'NOT_FOUND', certificateStatus: 'UNKNOWN' })
})

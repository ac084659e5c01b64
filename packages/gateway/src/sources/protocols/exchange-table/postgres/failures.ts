import { isTongbanError, type TongbanError } from '@tongban/schema'
import { type SourceFailureCode, sourceFailure } from '../../../failures.ts'

const textAt = (error: unknown, name: string): string => {
  const value = typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined
  return typeof value === 'string' ? value : ''
}

type Reading = readonly [code: SourceFailureCode, detail: (error: unknown) => string]

/** What a column or table is called; the message itself may quote values and is never passed on. */
const named = (error: unknown): string =>
  textAt(error, 'column') || /(?:column|relation) "([^"]+)"/.exec(textAt(error, 'message'))?.[1] || 'a column'

const refused = (expected: string): Reading => ['TB_SOURCE_REFUSED', (error) => `${named(error)}: ${expected}`]
const plain = (detail: string): Reading => ['TB_SOURCE_REFUSED', () => detail]
const unwell = (detail: string): Reading => ['TB_SOURCE_UNAVAILABLE', () => detail]
const denied = (detail: string): Reading => ['TB_SOURCE_AUTH', () => detail]

/** By SQLSTATE, whole or its class. */
const readings: Readonly<Record<string, Reading>> = {
  '08': unwell('connection lost'),
  '22': plain('a value that a column cannot hold'),
  '22001': plain('a value too long for its column'),
  '22021': plain('a character that the database cannot hold'),
  '22P05': plain('a character that the character set of the database cannot hold'),
  '23502': refused('may not be empty'),
  '23505': plain('another row has the same unique values'),
  '28': denied('access denied'),
  '3D': plain('the database is not there'),
  '40': unwell('the transaction was undone'),
  '40P01': unwell('deadlock'),
  '42501': denied('no right to use the table'),
  '42703': refused('no such column'),
  '42P01': refused('no such table'),
  '53': unwell('too many connections or no room'),
  '55P03': unwell('waited too long for a lock'),
  '57': unwell('the server is ending connections'),
  '57014': ['TB_SOURCE_TIMEOUT', () => 'the server ended the statement'],
  '58': unwell('the server has trouble with its system'),
  XX: unwell('the server has an internal fault'),
}

/** Whatever the driver or the server reports, as one of our codes. */
export function postgresFailure(error: unknown): TongbanError {
  if (isTongbanError(error)) return error
  const state = textAt(error, 'code')
  const isState = /^[0-9A-Z]{5}$/.test(state) && textAt(error, 'severity') !== ''
  const found = isState
    ? (readings[state] ?? readings[state.slice(0, 2)] ?? plain(state))
    : unwell(state || 'connection lost')
  return sourceFailure(found[0], { detail: found[1](error) }, { cause: error })
}

/** Deadlock or a failed serialisation: the server undid the transaction. */
export const isUndone = (error: unknown): boolean => ['40P01', '40001'].includes(textAt(error, 'code'))

import { isPlain, isPlainProse } from '../../domains/plain-text.ts'
import { defineScalar, InvalidValueError, type Sentence } from './scalar.ts'

const maxKeys = 200
const maxKeyLength = 64
const maxChoices = 50
const maxTextLength = 4_000

type Answer = string | readonly string[]
type FormValue = string | number | boolean

const shortText = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= maxTextLength && isPlainProse(value)

const isAnswer = (value: unknown): value is Answer =>
  shortText(value) || (Array.isArray(value) && value.length <= maxChoices && value.every(shortText))

const isFormValue = (value: unknown): value is FormValue =>
  shortText(value) || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))

const isFact = (value: unknown): value is FormValue | null => value === null || isFormValue(value)

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Prototype keys never become properties: the result has none of its own to overwrite. */
const isKey = (key: string): boolean => key !== '' && key.length <= maxKeyLength && key !== '__proto__' && isPlain(key)

function readRecord<Value>(input: unknown, isValue: (value: unknown) => value is Value, reason: Sentence) {
  if (!isObject(input)) throw new InvalidValueError(reason)
  const entries = Object.entries(input)
  const read: [string, Value][] = []
  for (const [key, value] of entries) if (isKey(key) && isValue(value)) read.push([key, value])
  if (read.length !== entries.length || read.length > maxKeys) throw new InvalidValueError(reason)
  return Object.fromEntries(read)
}

const record = <Value>(name: string, isValue: (value: unknown) => value is Value, reason: Sentence) =>
  defineScalar<Readonly<Record<string, Value>>>({
    name,
    read: (input) => readRecord(input, isValue, reason),
    write(value) {
      if (isObject(value)) return value as Readonly<Record<string, Value>>
      throw new TypeError(`${name} cannot be written from a ${typeof value}`)
    },
  })

export const situationAnswers = record('SituationAnswers', isAnswer, {
  zh: `应为对象,至多 ${maxKeys} 项,值为选项代码或选项代码列表`,
  en: `expected an object of at most ${maxKeys} keys, each value an option or a list of options`,
})

export const formData = record('FormData', isFormValue, {
  zh: `应为对象,至多 ${maxKeys} 项,值为至多 ${maxTextLength} 字的字符串、数字或布尔值`,
  en: `expected an object of at most ${maxKeys} keys, each value a string of at most ${maxTextLength} characters, a number or a boolean`,
})

/** Only ever written: no argument takes one. */
export const eventData = record('EventData', isFact, {
  zh: '应为对象,值为字符串、数字、布尔值或空',
  en: 'expected an object whose values are strings, numbers, booleans or null',
})

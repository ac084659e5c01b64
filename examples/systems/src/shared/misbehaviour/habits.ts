import { isRecord } from '../tree.ts'

/** A bad habit seen in real departmental systems; what each does is in the README's table. */
export type Habit =
  | { readonly habit: 'delay'; readonly ms?: number }
  | { readonly habit: 'error'; readonly status?: number }
  | { readonly habit: 'business-error'; readonly code?: string; readonly message?: string }
  | { readonly habit: 'login-page' }
  | { readonly habit: 'cut'; readonly keep?: number }
  | { readonly habit: 'wrong-charset' }
  | { readonly habit: 'duplicate-rows' }
  | { readonly habit: 'empty-body' }
  | { readonly habit: 'nothing'; readonly as?: 'null' | '""' | '"null"' | '[]' | 'missing' }
  | { readonly habit: 'clock-skew'; readonly seconds?: number }
  | { readonly habit: 'hang' }
  | { readonly habit: 'reset'; readonly when?: 'before' | 'after' }
  | { readonly habit: 'flip-numbers' }
  | { readonly habit: 'drip'; readonly bytes?: number; readonly everyMs?: number }
  | { readonly habit: 'bom' }

/** An order to misbehave: which operation (`*` = all), how many calls, after how many good ones. */
export type Misbehaviour = Habit & { readonly operation: string; readonly times?: number; readonly skip?: number }

export type HabitOf<Name extends Habit['habit']> = Extract<Habit, { habit: Name }>

type Check = (value: unknown) => boolean
const whole: Check = (value) => Number.isInteger(value) && Number(value) >= 0
const string: Check = (value) => typeof value === 'string'
const oneOf =
  (...allowed: string[]): Check =>
  (value) =>
    allowed.includes(String(value))

const optionChecks: Record<Habit['habit'], Record<string, Check>> = {
  delay: { ms: whole },
  error: { status: (value) => whole(value) && Number(value) >= 400 && Number(value) <= 599 },
  'business-error': { code: string, message: string },
  'login-page': {},
  cut: { keep: (value) => typeof value === 'number' && value > 0 && value < 1 },
  'wrong-charset': {},
  'duplicate-rows': {},
  'empty-body': {},
  nothing: { as: oneOf('null', '""', '"null"', '[]', 'missing') },
  'clock-skew': { seconds: Number.isInteger },
  hang: {},
  reset: { when: oneOf('before', 'after') },
  'flip-numbers': {},
  drip: { bytes: (value) => whole(value) && Number(value) > 0, everyMs: whole },
  bom: {},
}

/** All habits by name. */
export const habitNames: readonly string[] = Object.keys(optionChecks)

const isHabitName = (value: unknown): value is Habit['habit'] =>
  typeof value === 'string' && Object.hasOwn(optionChecks, value)

const isMisbehaviour = (value: unknown, operations: readonly string[]): value is Misbehaviour => {
  if (!isRecord(value) || !isHabitName(value.habit)) return false
  if (value.operation !== '*' && !operations.includes(String(value.operation))) return false
  const checks: Record<string, Check> = { ...optionChecks[value.habit], times: whole, skip: whole }
  return Object.entries(value).every(
    ([name, option]) => name === 'habit' || name === 'operation' || checks[name]?.(option),
  )
}

/** Reads an order from the control endpoint. @throws TypeError naming what is allowed. */
export const parseMisbehaviour = (value: unknown, operations: readonly string[]): Misbehaviour => {
  if (isMisbehaviour(value, operations)) return value
  throw new TypeError(
    `Expected { operation, habit, times?, skip?, … }: operation one of ${['*', ...operations].join(', ')}; ` +
      `habit one of ${habitNames.join(', ')} with the options of the README's table.`,
  )
}

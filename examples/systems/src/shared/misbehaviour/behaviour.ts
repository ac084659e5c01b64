import { type Habit, type HabitOf, type Misbehaviour, parseMisbehaviour } from './habits.ts'

/** The habits in force for one call. */
export interface Mood {
  find<Name extends Habit['habit']>(name: Name): HabitOf<Name> | undefined
}

/** Counts the calls of one system and decides which of them go wrong. */
export interface Behaviour {
  readonly operations: readonly string[]
  /** A call of this operation begins: counts it and says what is wrong with it. */
  meet(operation: string): Mood
  /** @throws TypeError when the order is not understood. */
  misbehave(order: unknown): Misbehaviour
  behave(): void
  orders(): readonly Misbehaviour[]
  calls(): Readonly<Record<string, number>>
  forgetCalls(): void
}

interface Standing {
  readonly order: Misbehaviour
  skip: number
  left: number
}

const takes = (standing: Standing, operation: string): boolean => {
  if (standing.order.operation !== '*' && standing.order.operation !== operation) return false
  if (standing.left === 0) return false
  if (standing.skip > 0) {
    standing.skip -= 1
    return false
  }
  standing.left -= 1
  return true
}

const isHabit = <Name extends Habit['habit']>(habit: Habit, name: Name): habit is HabitOf<Name> => habit.habit === name

const moodOf = (habits: readonly Habit[]): Mood => ({
  find: <Name extends Habit['habit']>(name: Name) =>
    habits.find((habit): habit is HabitOf<Name> => isHabit(habit, name)),
})

export const createBehaviour = (operations: readonly string[]): Behaviour => {
  let standing: Standing[] = []
  let counted = new Map<string, number>()
  return {
    operations,
    meet(operation) {
      counted.set(operation, (counted.get(operation) ?? 0) + 1)
      const mood = moodOf(standing.filter((each) => takes(each, operation)).map((each) => each.order))
      standing = standing.filter((each) => each.left > 0)
      return mood
    },
    misbehave(value) {
      const order = parseMisbehaviour(value, operations)
      standing.push({ order, skip: order.skip ?? 0, left: order.times ?? Number.POSITIVE_INFINITY })
      return order
    },
    behave: () => {
      standing = []
    },
    orders: () => standing.map((each) => each.order),
    calls: () => Object.fromEntries(counted),
    forgetCalls: () => {
      counted = new Map()
    },
  }
}

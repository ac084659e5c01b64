/** What a child process can be asked to do, by name; every answer must survive JSON. */
export type Calls = Readonly<Record<string, (input: never) => unknown>>

/** A question on the way to a child. */
export interface Question {
  readonly id: number
  readonly name: string
  readonly input: unknown
}

/** An answer on the way back. */
export type Answer = { readonly id: number; readonly value: unknown } | { readonly id: number; readonly fault: string }

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

export const isQuestion = (message: unknown): message is Question =>
  isRecord(message) && typeof message.id === 'number' && typeof message.name === 'string'

export const isAnswer = (message: unknown): message is Answer =>
  isRecord(message) && typeof message.id === 'number' && ('value' in message || typeof message.fault === 'string')

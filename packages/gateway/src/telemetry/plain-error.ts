import { isTongbanError } from '@tongban/schema'

/** What drivers say about a failure in names of ours: tables, columns and constraints, never values. */
const identifiers = ['code', 'constraint', 'table', 'column', 'routine', 'syscall'] as const
const identifier = /^[\w.-]{1,64}$/

/**
 * An error as a log may hold it: its kind, its codes and where it was thrown. The text of an error is written by whoever made
 * it and may quote any value (`invalid input syntax for type date: "张三"`), so only that of our own errors is kept, whose
 * parameters are never personal data.
 */
export const plainError = (error: Error): Record<string, unknown> => ({
  type: error.name,
  ...identifiersOf(error),
  ...(isTongbanError(error) ? { message: error.message } : {}),
  stack: framesOf(error),
})

function identifiersOf(error: Error): Record<string, string> {
  const found: Record<string, unknown> = { ...error }
  return Object.fromEntries(
    identifiers.flatMap((name) => {
      const value = found[name]
      return typeof value === 'string' && identifier.test(value) ? [[name, value]] : []
    }),
  )
}

/** The stack without the message that stands before it. */
function framesOf({ stack = '', message }: Error): string {
  const from = stack.indexOf(message)
  const below = from < 0 ? stack : stack.slice(from + message.length)
  return below
    .split('\n')
    .filter((line) => /^ +at /.test(line))
    .map((line) => line.trim())
    .join('\n')
}

import { z } from 'zod'
import { hintAt } from './hint.ts'

/**
 * An object that may hold these fields and no others: an unknown one is a slip that would silently leave a default in force.
 *
 * @param fault - what to say when the value is no object
 */
export const strict = <Shape extends z.core.$ZodLooseShape>(shape: Shape, fault?: string) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `there is no such field; ${hintAt(String(issue.keys[0]), Object.keys(shape))}`
        : fault,
  })

/** A misspelt field comes before the absent one it was meant to be. */
export const firstMistake = (issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue | undefined =>
  issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0]

/** Where a mistake is; of unknown fields, the first. */
export const pathOf = (issue: z.core.$ZodIssue): readonly PropertyKey[] =>
  issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path

import { z } from 'zod'
import { checkOptions } from '../options/option-mistake.ts'
import { needed } from '../options/shapes.ts'

/**
 * Refuses a signer or verifier without one of its secrets or names: with an unset variable everything would be signed with nothing,
 * or taken that is.
 *
 * @param what - name of the function whose options they are
 * @param names - the fields that must not be empty, with what they are
 * @throws TongbanError `TB_CONFIG_INVALID` with the path, never with the value
 */
export const checkNeeded = (what: string, options: object, names: Readonly<Record<string, string>>): void =>
  checkOptions(
    what,
    z.looseObject(Object.fromEntries(Object.entries(names).map(([name, meaning]) => [name, needed(meaning)]))),
    options,
  )

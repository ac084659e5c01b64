import type { TongbanError } from '@tongban/schema'
import type { z } from 'zod'
import { configMistake } from '../config-mistake.ts'
import { firstMistake, pathOf } from './strict.ts'

/**
 * A mistake in what a source file gives to a protocol or signer. The identifier of the source is not known there, so paths begin
 * with the name of the function: `rest.envelope.success.in`.
 */
export const optionMistake = (what: string, path: readonly PropertyKey[], fix: string): TongbanError =>
  configMistake([what, ...path], fix)

/**
 * Refuses options that cannot be meant, when a source file is loaded and not at the first call.
 *
 * @param what - name of the function whose options they are
 * @throws TongbanError `TB_CONFIG_INVALID` with the path of the first mistake and how to mend it
 */
export function checkOptions(what: string, shape: z.ZodType, options: unknown): void {
  const mistake = firstMistake(shape.safeParse(options).error?.issues ?? [])
  if (mistake) throw optionMistake(what, pathOf(mistake), mistake.message)
}

/** Field by field of a type's fields: one that is added to the type and not to its shape does not compile. */
export type ShapeOf<Options> = { readonly [Name in keyof Required<Options>]: z.ZodType }

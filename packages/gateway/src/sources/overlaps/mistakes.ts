import { configMistake } from '../config-mistake.ts'
import { policyMistake } from '../copies/policy.ts'
import type { AllReadings } from '../readings.ts'
import type { Source } from '../source.ts'
import { ruleMistake } from './check.ts'
import type { OverlapRule } from './rule.ts'

/**
 * Checks what depends on the readings of ports: rules for overlaps and policies of last good copies.
 *
 * @throws TongbanError `TB_CONFIG_INVALID` with the path of the first mistake and how to mend it
 */
export function refuseMistakes(
  sources: readonly Source[],
  overlaps: readonly OverlapRule[],
  readings: AllReadings | undefined,
): void {
  if (readings === undefined) return
  for (const [index, source] of sources.entries()) {
    const mistake = policyMistake(source, readings)
    if (mistake) throw configMistake(['sources', index, ...mistake.path], mistake.fix)
  }
  for (const [index, rule] of overlaps.entries()) {
    const mistake = ruleMistake(rule, sources, readings)
    if (mistake) throw configMistake(['overlaps', index, ...mistake.path], mistake.fix)
  }
}

import type { Reporter, TestModule } from 'vitest/node'

/** The reason that `describeWith` put into a suite's name, or a hint that somebody skipped without one. */
const reasonIn = (name: string): string => /\[skipped: (.+?)\]/.exec(name)?.[1] ?? 'no reason given'

/**
 * Prints what was skipped and why, because a silent skip looks like a pass.
 * With `TONGBAN_NO_SKIPS` set, as in CI, a skip fails the run.
 */
export class SkipReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const skipped = modules.flatMap((module) => [...module.children.allTests('skipped')])
    if (skipped.length === 0) return
    const counts = Map.groupBy(skipped, (test) => reasonIn(test.fullName))
    console.log('\nSkipped:')
    for (const [reason, tests] of counts) console.log(`  ${tests.length} tests: ${reason}`)
    if (process.env.TONGBAN_NO_SKIPS) {
      console.log('  TONGBAN_NO_SKIPS is set, so the run fails.')
      process.exitCode = 1
    }
  }
}

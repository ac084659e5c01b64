/** Prints the plain count of a test run as the last line of CI. A run without a report counts as one failure. */
import { readFileSync } from 'node:fs'

interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  /** Suites that failed outside any test, for example while they were loaded. */
  readonly numFailedTestSuites: number
}

function read(path: string | undefined): Report {
  try {
    return JSON.parse(readFileSync(path ?? '', 'utf8'))
  } catch {
    return { numPassedTests: 0, numFailedTests: 1, numFailedTestSuites: 0 }
  }
}

const { numPassedTests, numFailedTests, numFailedTestSuites } = read(process.argv[2])
console.log(`${numPassedTests} passed, ${Math.max(numFailedTests, Math.min(numFailedTestSuites, 1))} failed`)

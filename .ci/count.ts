/** Prints the plain count of a test run as the last line of CI. */
import { readFileSync } from 'node:fs'

const path = process.argv[2]
const text = path ? readFileSync(path, 'utf8') : ''
const report: { numPassedTests?: number; numFailedTests?: number } = text ? JSON.parse(text) : {}
console.log(`${report.numPassedTests ?? 0} passed, ${report.numFailedTests ?? 1} failed`)

import { createProgram } from './program.ts'
import { errorLine } from './report-error.ts'

try {
  await createProgram().parseAsync()
} catch (error) {
  console.error(errorLine(error))
  process.exitCode = 1
}

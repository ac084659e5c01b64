import { globSync, readFileSync } from 'node:fs'
import { command, type Step } from './step.ts'

const pattern = ['{packages,examples,test}/**/generated/**/*.*', 'docs/errors.md']

const contents = (): Map<string, string> =>
  new Map(
    globSync(pattern, { exclude: (path) => String(path).includes('node_modules') }).map((path) => [
      path,
      readFileSync(path, 'utf8'),
    ]),
  )

/** Regenerates everything under `generated/` and says what was not up to date. */
export const generatedCodeIsCurrent: Step = {
  name: 'generated code is current',
  async run() {
    const before = contents()
    const failures = await command('generate', 'npm run -s generate').run()
    if (failures.length > 0) return failures
    const after = contents()
    const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
      (path) => before.get(path) !== after.get(path),
    )
    return changed.map((path) => `${path} was not up to date; commit what "npm run generate" makes`)
  },
}

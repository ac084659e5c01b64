/** `npm run check`: everything about the tree that a machine can judge, without running it. */
import { generatedCodeIsCurrent } from './generated.ts'
import { schemaFollowsConventions } from './schema-lint.ts'
import { sdlDoesNotBreakCallers } from './sdl-diff.ts'
import { command, type Step } from './step.ts'

const published = ['schema', 'sdk', 'gateway'].map((name) => `packages/${name}`)

const steps: readonly Step[] = [
  command('format and lint', 'biome ci --colors=off --error-on-warnings .'),
  command('types', 'turbo run typecheck --output-logs=errors-only'),
  command('import rules', 'depcruise --config .dependency-cruiser.cjs packages examples test'),
  command('unused code', 'knip'),
  schemaFollowsConventions,
  sdlDoesNotBreakCallers,
  generatedCodeIsCurrent,
  command('packages build', 'turbo run build --output-logs=errors-only'),
  ...published.map((path) => command(`publint ${path}`, `publint --strict ${path}`)),
  ...published.map((path) => command(`types as consumers see them ${path}`, `attw --pack ${path} --profile esm-only`)),
]

const only = process.argv.slice(2)
let failed = 0
for (const step of steps.filter(({ name }) => only.length === 0 || only.some((word) => name.includes(word)))) {
  const started = performance.now()
  const problems = await step.run()
  failed += problems.length > 0 ? 1 : 0
  console.log(
    `${problems.length > 0 ? 'FAILED' : 'ok    '}  ${step.name}  ${((performance.now() - started) / 1000).toFixed(1)} s`,
  )
  for (const problem of problems) console.log(problem.replace(/^/gm, '        '))
}
console.log(failed === 0 ? 'All checks passed.' : `${failed} checks failed.`)
process.exitCode = failed === 0 ? 0 : 1

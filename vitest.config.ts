import { defineConfig } from 'vitest/config'
import { SkipReporter } from './test/support/src/skip-reporter.ts'

const report = process.env.TONGBAN_TEST_REPORT

export default defineConfig({
  resolve: {
    conditions: ['source'],
    // Node loads graphql's .js, vite would find its .mjs: two copies that do not know each other's types.
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  ssr: { resolve: { conditions: ['source'], externalConditions: ['source'] } },
  test: {
    include: ['packages/**/*.test.ts', 'examples/**/*.test.ts', 'test/**/*.test.ts', 'docs/**/*.test.ts'],
    pool: 'forks',
    execArgv: ['--conditions=source'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    reporters: ['default', new SkipReporter(), ...(report ? ['json'] : [])],
    ...(report ? { outputFile: { json: report } } : {}),
  },
})

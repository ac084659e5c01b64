import { defineConfig } from 'tsup'

export default defineConfig({
  entry: { index: 'src/index.ts', 'cli/main': 'src/cli/main.ts' },
  format: 'esm',
  target: 'node24',
  dts: { entry: { index: 'src/index.ts' } },
  clean: true,
})

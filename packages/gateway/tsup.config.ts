import { defineConfig } from 'tsup'

const library = { index: 'src/index.ts', presets: 'src/sources/presets/index.ts', testing: 'src/contract/index.ts' }

export default defineConfig({
  entry: { ...library, 'cli/main': 'src/cli/main.ts' },
  format: 'esm',
  target: 'node24',
  dts: { entry: library },
  clean: true,
})

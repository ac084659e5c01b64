import { defineConfig } from 'tsup'

/** ESM only. Both entries share their chunks, so that `TongbanError` is one class. */
export default defineConfig({
  entry: { index: 'src/index.ts', 'node/index': 'src/node/index.ts' },
  format: ['esm'],
  target: 'es2022',
  platform: 'neutral',
  external: [/^node:/],
  dts: true,
  splitting: true,
  treeshake: true,
  clean: true,
})

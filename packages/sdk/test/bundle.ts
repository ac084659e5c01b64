import { build } from 'esbuild'

const folder = new URL('.', import.meta.url).pathname

/** Bundles some code that uses the SDK, as a browser or a mini-program would. */
export async function bundle(code: string, format: 'esm' | 'iife' = 'esm') {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: folder, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format,
    globalName: 'sdk',
    platform: 'neutral',
    target: 'es2022',
    conditions: ['source'],
  })
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports.map(({ path }) => path))
  return { text: outputFiles.map((file) => file.text).join('\n'), inputs: Object.keys(metafile.inputs), imports }
}

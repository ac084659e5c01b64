#!/usr/bin/env node
// In a published package this loads dist/. In a checkout it runs the sources, under the Node that the checkout installs.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const source = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url))

function nodeOfCheckout() {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('node/package.json')), 'bin', 'node')
  } catch {
    return process.execPath
  }
}

if (existsSync(source)) {
  const child = spawn(nodeOfCheckout(), ['--conditions=source', source, ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code) => process.exit(code ?? 1))
} else {
  await import('../dist/cli/main.js')
}

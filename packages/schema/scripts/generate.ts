/** Makes everything under `generated/` of this package from `sdl/`, the table of errors and the division data. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { printSchemaWithDirectives } from '@graphql-tools/utils'
import { buildSchema } from 'graphql'
import { errorTable } from '../src/errors/table.ts'
import { divisionsModule } from './divisions.ts'
import { errorsPage } from './errors-page.ts'

const header = '# Generated from packages/schema: change sdl/ or src/errors/table.ts, then run "npm run generate".\n\n'
const at = (path: string) => new URL(`../${path}`, import.meta.url)

function errorCodeSdl(): string {
  const values = Object.entries(errorTable).map(
    ([code, row]) => `  "${row.en.replaceAll('"', "'")} ${row.zh}"\n  ${code}`,
  )
  return `"""\nA stable error code; the meaning of a code never changes.\n错误代码,含义永不改变。\n"""\nenum ErrorCode {\n${values.join('\n')}\n}\n`
}

function readSdl(): string {
  const files = readdirSync(at('sdl'))
    .filter((name) => name.endsWith('.graphql'))
    .sort()
  return [...files.map((name) => readFileSync(at(`sdl/${name}`), 'utf8')), errorCodeSdl()].join('\n')
}

const sdl = readSdl()
writeFileSync(at('generated/schema.graphql'), `${header}${printSchemaWithDirectives(buildSchema(sdl))}\n`)
writeFileSync(
  at('generated/type-defs.ts'),
  `// ${header.slice(2).trim()}\n/** The SDL of the whole schema, descriptions and directives included. */\nexport const typeDefs: string = ${JSON.stringify(sdl)}\n`,
)
writeFileSync(at('../../docs/errors.md'), errorsPage())
writeFileSync(at('generated/divisions.ts'), divisionsModule())

import { readdirSync, readFileSync } from 'node:fs'
import { CriticalityLevel, diff } from '@graphql-inspector/core'
import { buildSchema } from 'graphql'
import type { Step } from './step.ts'

const current = 'packages/schema/generated/schema.graphql'
/** The SDL as last released; the release step copies the current one over it. */
const released = 'packages/schema/released.graphql'

const read = (path: string) => buildSchema(readFileSync(path, 'utf8'))

function announcesMajor(): boolean {
  const notes = readdirSync('.changeset').filter((name) => name.endsWith('.md') && name !== 'README.md')
  return notes.some((name) =>
    /'@tongban\/schema': major/.test(readFileSync(`.changeset/${name}`, 'utf8').replaceAll('"', "'")),
  )
}

/** Compares the SDL with the released one: a change that breaks callers needs a changeset that says so. */
export const sdlDoesNotBreakCallers: Step = {
  name: 'SDL against the released one',
  async run() {
    const changes = await diff(read(released), read(current))
    const breaking = changes.filter((change) => change.criticality.level === CriticalityLevel.Breaking)
    if (breaking.length === 0 || announcesMajor()) return []
    return breaking.map(
      (change) =>
        `${change.message} (breaks callers: announce a major change of @tongban/schema in .changeset/, or keep the old form)`,
    )
  },
}

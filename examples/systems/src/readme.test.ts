import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { nodeNames, returnCodes, stateNames } from './approvals/codes.ts'
import { officeOperations } from './approvals/operations.ts'
import { platformOperations } from './certificates/operations.ts'
import { sandboxCredentials } from './credentials.ts'
import { libraryOperations } from './items/operations.ts'
import { habitNames } from './shared/misbehaviour/habits.ts'
import { portalOperations } from './trading/operations.ts'
import { stageInfo } from './trading/stages.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

const documented: Record<string, readonly string[]> = {
  operation: [libraryOperations, officeOperations, platformOperations, portalOperations].flatMap(Object.keys),
  habit: habitNames,
  'return code': Object.keys(returnCodes),
  state: Object.keys(stateNames),
  node: Object.keys(nodeNames),
  stage: Object.keys(stageInfo),
  credential: [sandboxCredentials.items.token, sandboxCredentials.approvals.token, sandboxCredentials.trading.appKey],
}

it.each(Object.entries(documented))('the README names every %s', (_kind, names) => {
  expect(names.filter((name) => !readme.includes(name))).toEqual([])
})

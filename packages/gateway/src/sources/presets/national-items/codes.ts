import type { RawCode } from '@tongban/schema'
import { knownCodes } from '../../reading/code-table.ts'

const gb = (tableVersion: string) => ({ system: 'gb-t-39046-2020', tableVersion })
const exchange = (tableVersion: string) => ({ system: 'national-exchange', tableVersion })

/** Which published table a column is written in, where places differ. */
export type TableName = Omit<RawCode, 'code'>

/** GB/T 39046-2020, annex A. */
export const itemTypes = knownCodes('itemType', gb('A.1'))
export const exerciseLevels = knownCodes('exerciseLevel', gb('A.2'))
export const authorityKinds = knownCodes('authorityKind', gb('A.3'))
export const audiences = knownCodes('audience', gb('A.4'))
export const channels = knownCodes('channel', gb('A.5'))
export const processingTypes = knownCodes('processingType', gb('A.6'))
export const specialProcedures = knownCodes('specialProcedure', gb('A.7'))

/** Tables of the exchange itself. */
export const onlineDepths = knownCodes('onlineDepth', exchange('1'))
export const necessities = knownCodes('materialNecessity', exchange('1'))
export const materialTypes = knownCodes('materialForm', exchange('material_type'))
export const materialFormats = knownCodes('materialForm', exchange('material_format'))
export const materialSources = knownCodes('materialSource', exchange('1'))

/** Columns whose codes the exchange does not publish; they are told raw unless the place says which table it uses. */
const unpublished = {
  state: exchange('task_state'),
  statutory: exchange('anticipate_type'),
  promised: exchange('promise_type'),
} as const

/** Tables that a place uses for what the exchange leaves open. */
export interface LocalTables {
  /** For example `{ system: 'shandong', tableVersion: 'item-dictionary' }`. */
  readonly state?: TableName
  /** For example `{ system: 'shandong', tableVersion: 'statutory' }`. */
  readonly statutory?: TableName
  /** For example `{ system: 'shandong', tableVersion: 'promised' }`. */
  readonly promised?: TableName
}

export const localCodes = (tables: LocalTables) => ({
  state: knownCodes('itemState', tables.state ?? unpublished.state),
  statutory: knownCodes('timeUnit', tables.statutory ?? unpublished.statutory),
  promised: knownCodes('timeUnit', tables.promised ?? unpublished.promised),
})
export type LocalCodes = ReturnType<typeof localCodes>

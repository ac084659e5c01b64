import { knownCodes, ownCodes } from '@tongban/gateway'

/** Tables of GB/T 39046-2020 and of the national exchange that the library uses unchanged. */
const gb = (tableVersion: string) => ({ system: 'gb-t-39046-2020', tableVersion })
const exchange = (tableVersion: string) => ({ system: 'national-exchange', tableVersion })

export const itemTypes = knownCodes('itemType', gb('A.1'))
export const levels = knownCodes('exerciseLevel', gb('A.2'))
export const authorityKinds = knownCodes('authorityKind', gb('A.3'))
export const audiences = knownCodes('audience', gb('A.4'))
export const channels = knownCodes('channel', gb('A.5'))
export const processingTypes = knownCodes('processingType', gb('A.6'))
export const specialProcedures = knownCodes('specialProcedure', gb('A.7'))
export const onlineDepths = knownCodes('onlineDepth', exchange('1'))
export const necessities = knownCodes('materialNecessity', exchange('1'))
export const materialTypes = knownCodes('materialForm', exchange('material_type'))
export const materialFormats = knownCodes('materialForm', exchange('material_format'))
export const materialSources = knownCodes('materialSource', exchange('1'))
export const statutoryUnits = knownCodes('timeUnit', { system: 'shandong', tableVersion: 'statutory' })
export const promisedUnits = knownCodes('timeUnit', { system: 'shandong', tableVersion: 'promised' })
export const itemStates = knownCodes('itemState', { system: 'shandong', tableVersion: 'item-dictionary' })

/** Tables of the library's own. */
const own = { system: 'province-items', source: 'interface document of the library' } as const

export const handlingAreas = ownCodes({
  ...own,
  tableVersion: 'handle_area/1',
  codes: { '1': 'NATIONWIDE', '2': 'CROSS_PROVINCE', '3': 'CROSS_CITY', '4': 'CROSS_COUNTY' },
})
export const powerSources = ownCodes({
  ...own,
  tableVersion: 'power_source/1',
  codes: { '1': '法定本级行使', '2': '授权', '3': '委托' },
})
export const resultKinds = ownCodes({
  ...own,
  tableVersion: 'result_type/1',
  codes: { '10': '证照', '20': '证明', '30': '批文', '99': '无' },
})

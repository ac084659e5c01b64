/** How a system error of the service is told on. */
type Meaning = 'AUTH' | 'UNWELL' | 'REFUSED'

/**
 * Error codes of the whole answer: interface specification of the identity check, V2.1. Money that has run out (-30, -31) and
 * conditions that do not fit the service ordered (-40 … -64) are for people to put right; repeating them costs and cannot help.
 */
export const errorCodes: Readonly<Record<string, Meaning>> = {
  '-10': 'UNWELL',
  '-20': 'UNWELL',
  '-30': 'REFUSED',
  '-31': 'REFUSED',
  '-40': 'REFUSED',
  '-41': 'REFUSED',
  '-42': 'REFUSED',
  '-50': 'REFUSED',
  '-51': 'REFUSED',
  '-52': 'REFUSED',
  '-53': 'AUTH',
  '-54': 'REFUSED',
  '-55': 'REFUSED',
  '-56': 'REFUSED',
  '-60': 'REFUSED',
  '-64': 'REFUSED',
  '-70': 'AUTH',
  '-71': 'AUTH',
  '-72': 'AUTH',
  '-80': 'AUTH',
  '-90': 'UNWELL',
}

/** More records than the contract allows in one request. */
export const tooMany = '-54'

export const codesThatMean = (meaning: Meaning): string[] =>
  Object.entries(errorCodes).flatMap(([code, one]) => (one === meaning ? [code] : []))

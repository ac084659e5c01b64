import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { field } from '../../reading/fields.ts'

/** `PROJID` (申报号): 21 digits. */
export const isProjectNumber = (number: string): boolean => /^\d{21}$/.test(number)

/** A `PROJID` in an answer. */
export const projectNumber = field.required.refine(isProjectNumber, { error: 'expected 21 digits' })

/** The number that the platform gives out, alone or as `PROJID` of an object. */
export const givenNumber = z.preprocess(
  (value) => (typeof value === 'object' ? value : { PROJID: value }),
  z.object({ PROJID: projectNumber }),
)

/**
 * `PROJPWD` (查询密码): six digits that follow from the number and a secret of ours, so that none has to be kept, and whoever
 * knows numbers does not know passwords.
 */
export const projectPassword = (number: string, secret: string): string =>
  String(createHmac('sha256', secret).update(number).digest().readUInt32BE(0) % 1_000_000).padStart(6, '0')

import { halfWidth } from '../../reading/nothing.ts'

/** A label of a form table without blanks and colons, with half-width brackets. */
export const plainLabel = (label: string): string => halfWidth(label).replaceAll(/[\s:]/g, '')

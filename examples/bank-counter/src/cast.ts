import { samplePersons } from '@tongban/example-systems'
import type { IdentityLevel } from '@tongban/sdk'

/** The clerk at the counter. */
export const clerk = { branch: '绍兴越城支行', id: 'T0421' } as const

const person = samplePersons.find(({ name }) => name === '陈䶮')
if (!person) throw new Error('the simulated city no longer has the applicant of this errand')

/** The customer in front of the clerk: an invented person with a home, in joint ownership. */
export const customer = {
  documentType: 'RESIDENT_ID',
  documentNumber: person.code,
  name: person.name,
  level: 'IN_PERSON' satisfies IdentityLevel,
} as const

import { type Applicant, applicants } from './applicants.ts'

/** Somebody who can apply in an example or a test: invented, with codes whose check digits are right. */
export type SampleApplicant = Applicant

/**
 * The persons of the simulated city. All hold a resident identity card (`holderType` `111`) on the certificate platform
 * except the last two: a passport (`414`) and a residence permit of Hong Kong, Macao and Taiwan residents (`551`).
 *
 * @example
 * const chen = samplePersons.find(({ name }) => name === '陈䶮')
 */
export const samplePersons: readonly SampleApplicant[] = applicants.filter(({ kind }) => kind === 'person')

/** The companies and shops of the simulated city; `code` is the unified social credit code, each has a business licence. */
export const sampleOrganisations: readonly SampleApplicant[] = applicants.filter(({ kind }) => kind === 'organisation')

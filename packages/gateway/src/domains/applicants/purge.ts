import type { Purge } from '../purge-job.ts'
import type { ApplicantStore } from './store.ts'

/** Applicants whose handle has expired are forgotten every hour. */
export const applicantPurge = (store: ApplicantStore): Purge => ({
  name: 'applicants.purge',
  everyMs: 3_600_000,
  done: 'expired applicants forgotten',
  forget: (now) => store.purge(now),
})

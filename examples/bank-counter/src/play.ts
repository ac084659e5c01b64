import { clerk, customer } from './cast.ts'
import { connect, type Sandbox } from './counter.ts'
import { importItems } from './import-items.ts'
import { type ErrandPlan, foodLicence, mortgage } from './plan.ts'
import { askSituations } from './steps/ask.ts'
import { askConsent, checkMaterials, identify } from './steps/check.ts'
import { findItem } from './steps/find.ts'
import { followUntilClosed } from './steps/follow.ts'
import { listNotices, readResult } from './steps/result.ts'
import { submit } from './steps/submit.ts'
import type { Trace } from './trace.ts'

/** How to play the errand. */
export interface PlayOptions extends Sandbox {
  /** A real catalogue to import and use instead of the simulated city's. */
  readonly items?: string
}

/** Plays one errand from the search to the certificate. Returns the case as its owner closed it. */
export async function play({ items, ...sandbox }: PlayOptions, trace: Trace) {
  const plan: ErrandPlan = items ? foodLicence : mortgage
  const [bank, phone] = await Promise.all([connect(sandbox, 'bank', clerk), connect(sandbox, 'miniprogram')])
  if (items) await importItems(sandbox, items, trace)

  const item = await findItem(bank, plan, trace)
  const answers = askSituations(item, plan, trace)
  const applicant = await identify(bank, customer, trace)
  const first = await checkMaterials(bank, { item, answers, applicant }, trace)
  const consent = await askConsent(bank, phone, first, plan, trace)
  const check = consent ? await checkMaterials(bank, { item, answers, applicant, consent }, trace) : first
  const submission = await submit(bank, { item, answers, applicant, consent, check, plan }, trace)
  const followed = await followUntilClosed(bank, submission, trace)
  await readResult(bank, followed, plan, trace)
  await listNotices(bank, plan, trace)
  return followed
}

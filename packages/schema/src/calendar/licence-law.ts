import { deadline } from './deadline.ts'
import type { PlainDate } from './plain-date.ts'
import type { Deadline } from './walk.ts'
import { nationalCalendar, type WorkingCalendar } from './working-calendar.ts'

/** Time limits of the Administrative Licensing Law (行政许可法), all in working days (art. 82). */
export const licenceLimits = {
  /** Art. 32: tell once, and everything, what is missing. */
  supplementNotice: 5,
  /** Art. 42: decision of a single body. */
  decision: 20,
  /** Art. 42: with approval of the head of the body, and the applicant told why. */
  decisionExtension: 10,
  /** Art. 42 para. 2: decision where several bodies handle one application. */
  jointDecision: 45,
  /** Art. 42 para. 2: with approval of the head of the government of that level. */
  jointDecisionExtension: 15,
  /** Art. 43: review by the lower body, where one comes first. */
  lowerReview: 20,
  /** Art. 44: issue and deliver after the decision. */
  delivery: 10,
  /** Art. 47: asking for a hearing. */
  hearingRequest: 5,
  /** Art. 47: holding it. */
  hearing: 20,
} as const

/** Last day to tell the applicant, once and completely, what is missing (一次性告知, art. 32). */
export const supplementNoticeDue = (receivedOn: PlainDate, calendar?: WorkingCalendar): Deadline =>
  deadline({
    from: receivedOn,
    limit: { amount: licenceLimits.supplementNotice, unit: 'WORKING_DAY' },
    ...(calendar === undefined ? {} : { calendar }),
  })

/**
 * The day an application counts as accepted by silence (art. 32): without a notice within five working days it is
 * accepted from the day the materials were received. A rule of the law without a caller in the gateway so far: who shows it to an
 * applicant decides where. `undefined` while the office may still speak, when it
 * spoke in time, or while the last day is only provisional.
 */
export function acceptedBySilence(
  { receivedOn, noticedOn, today }: { receivedOn: PlainDate; noticedOn?: PlainDate; today: PlainDate },
  calendar: WorkingCalendar = nationalCalendar,
): PlainDate | undefined {
  const due = supplementNoticeDue(receivedOn, calendar)
  const inTime = noticedOn !== undefined && noticedOn <= due.date
  return due.provisional || inTime || today <= due.date ? undefined : receivedOn
}

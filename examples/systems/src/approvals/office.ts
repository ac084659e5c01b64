import type { Issuer } from '../certificates/issue.ts'
import type { Registry } from '../certificates/registry.ts'
import { certificateTypes } from '../city/certificate-types.ts'
import { countsCalendarDays, resultType } from '../city/item.ts'
import { type Clock, plusDays, shanghaiDate, shanghaiTime } from '../shared/clock.ts'
import type { CaseRecord, Phase } from './case.ts'
import { deficiencies } from './deficiencies.ts'
import { hasMark } from './marks.ts'
import type { OfficeItem } from './office-item.ts'
import type { Move } from './record.ts'
import { holderTypeOf } from './submission.ts'

/** What the office needs of the outside world. */
export interface Surroundings {
  readonly clock: Clock
  readonly registry: Registry
  readonly issue: Issuer
}

/** What happens next to a case; undefined = nothing. */
type Step = (kase: CaseRecord, around: Surroundings) => Move | undefined

/** This office's own calendar knows weekends only. */
const plusWorkdays = (date: string, days: number): string => {
  let at = date
  for (let left = days; left > 0; ) {
    at = plusDays(at, 1)
    const weekday = new Date(`${at}T00:00:00Z`).getUTCDay()
    if (weekday !== 0 && weekday !== 6) left -= 1
  }
  return at
}

const promisedOn = ({ template }: OfficeItem, today: string): string =>
  (countsCalendarDays(template) ? plusDays : plusWorkdays)(today, template.days[1])

const askOnce = (kase: CaseRecord, { clock, registry }: Surroundings): Move | undefined => {
  const parts = deficiencies(kase.item, kase.submission, kase.supplemented, registry)
  if (parts.length === 0) return undefined
  kase.supplement = { askedAt: shanghaiTime(clock()), dueOn: plusWorkdays(shanghaiDate(clock()), 5), parts }
  return { phase: 'waiting', state: '06', node: 'BZ', result: '5', special: '1', explain: '请一次性补齐' }
}

const receive: Step = (kase, around) => {
  if (hasMark(kase.submission, '不予受理'))
    return { phase: 'ended', state: '07', node: 'SL', result: '3', done: '6', explain: '不属于本机关职权范围' }
  const asked = askOnce(kase, around)
  if (asked) return asked
  kase.acceptedAt = shanghaiTime(around.clock())
  kase.promisedOn = promisedOn(kase.item, shanghaiDate(around.clock()))
  return { phase: 'accepted', state: '05', node: 'SL', result: '4' }
}

const startReview: Step = ({ submission }) =>
  hasMark(submission, '退件')
    ? { phase: 'ended', state: '13', node: 'TJ', result: '7', done: '5', explain: '材料与事项不符,退件' }
    : { phase: 'reviewing', state: '12', node: 'SH' }

const suspend: Step = (kase, { clock }) => {
  kase.suspension = { beganAt: shanghaiTime(clock()), endedAt: '', reason: '现场核查' }
  return { phase: 'suspended', state: '11', node: 'GQ', result: '6', special: '5', explain: '现场核查' }
}

const review: Step = (kase, around) => {
  if (hasMark(kase.submission, '停留')) return undefined
  const special = kase.item.template.inspection || hasMark(kase.submission, '挂起')
  if (special && !kase.suspension) return suspend(kase, around)
  return hasMark(kase.submission, '不予许可')
    ? { phase: 'refused', state: '12', node: 'JD', result: '0', explain: '不符合法定条件' }
    : { phase: 'approved', state: '12', node: 'JD', result: '1' }
}

const resume: Step = (kase, { clock }) => {
  if (kase.suspension) kase.suspension.endedAt = shanghaiTime(clock())
  return { phase: 'reviewing', state: '12', node: 'HF' }
}

const makeResult = (kase: CaseRecord, { clock, issue }: Surroundings): void => {
  const [name, type] = kase.item.template.result ?? []
  const { applicant } = kase.submission
  const certificate =
    type &&
    issue({
      type,
      holder: { name: applicant.name, code: applicant.idCode, type: holderTypeOf(applicant.idType) },
      agency: kase.item.agency,
      caseNumber: kase.number,
    })
  kase.result = {
    type: resultType(kase.item.template),
    name: name ?? '',
    number: certificate?.number ?? '',
    date: shanghaiDate(clock()),
    certificateType: type ? certificateTypes[type].code : '',
    certificateIdentifier: certificate?.identifier ?? '',
  }
}

const close: Step = () => ({ phase: 'closed', state: '10', node: 'BJ', result: '1' })

const finish: Step = (kase, around) => {
  makeResult(kase, around)
  if (!kase.result?.certificateIdentifier) return close(kase, around)
  return { phase: 'certified', state: '12', node: 'ZZ', result: '1' }
}

const refuse: Step = () => ({
  phase: 'ended',
  state: '10',
  node: 'BJ',
  result: '0',
  done: '1',
  explain: '不予许可:不符合法定条件',
})

const reportAgain: Step = (kase) => {
  if (!hasMark(kase.submission, '重报')) return undefined
  kase.dataver += 1
  return { phase: 'ended', state: '10', node: 'CB', result: '1', explain: '数据重报' }
}

const rest: Step = () => undefined

const steps: Record<Phase, Step> = {
  received: receive,
  waiting: rest,
  accepted: startReview,
  reviewing: review,
  suspended: resume,
  approved: finish,
  refused: refuse,
  certified: close,
  closed: reportAgain,
  ended: rest,
}

/** Decides the next step of a case, to be recorded; undefined = it rests. */
export const nextMove: Step = (kase, around) => steps[kase.phase](kase, around)

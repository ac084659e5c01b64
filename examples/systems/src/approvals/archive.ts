import { compactTime, shanghaiTime } from '../shared/clock.ts'
import { type Keeping, nothingKept } from '../shared/keeping.ts'
import { stableDigits } from '../shared/stable.ts'
import type { CaseRecord } from './case.ts'
import { nextMove, type Surroundings } from './office.ts'
import type { OfficeItem } from './office-item.ts'
import { type Move, record } from './record.ts'
import type { Submission } from './submission.ts'

/** All cases of this system. */
export interface Archive {
  open(item: OfficeItem, submission: Submission): CaseRecord
  /** Writes a step into the case. */
  record(kase: CaseRecord, move: Move): void
  byNumber(number: string): CaseRecord | undefined
  byReference(reference: string): CaseRecord | undefined
  all(): readonly CaseRecord[]
  /** Every case does so many steps. */
  advance(steps: number): void
}

const emptyCase = (number: string, item: OfficeItem, submission: Submission, receivedAt: string): CaseRecord => ({
  number,
  password: stableDigits(number, 6),
  item,
  submission,
  phase: 'received',
  state: '02',
  dataver: 1,
  nodes: [],
  receivedAt,
  acceptedAt: '',
  promisedOn: '',
  finishedAt: '',
  noderesult: '',
  doneresult: '',
  explain: '',
  supplemented: false,
  supplement: undefined,
  suspension: undefined,
  result: undefined,
})

export const createArchive = (
  around: Surroundings,
  { restored, changed }: Keeping<CaseRecord> = nothingKept,
): Archive => {
  const byNumber = new Map<string, CaseRecord>()
  const byReference = new Map<string, CaseRecord>()

  const add = (kase: CaseRecord): void => {
    byNumber.set(kase.number, kase)
    byReference.set(kase.submission.reference, kase)
  }
  for (const kase of restored) add(kase)

  const write = (kase: CaseRecord, move: Move): void => {
    record(kase, move, around.clock)
    changed()
  }

  const advance = (kase: CaseRecord): void => {
    const move = nextMove(kase, around)
    if (move) write(kase, move)
  }

  /** 21 digits; the time is inside so that numbers do not come back after a restart. */
  const newNumber = (division: string): string => {
    const stem = division + compactTime(around.clock()).slice(2)
    for (let serial = 1; ; serial += 1) {
      const number = stem + String(serial).padStart(3, '0')
      if (!byNumber.has(number)) return number
    }
  }

  return {
    open(item, submission) {
      const number = newNumber(item.agency.division.code)
      const kase = emptyCase(number, item, submission, shanghaiTime(around.clock()))
      write(kase, { phase: 'received', state: '02', node: 'SJ' })
      add(kase)
      return kase
    },
    record: write,
    byNumber: (number) => byNumber.get(number),
    byReference: (reference) => byReference.get(reference),
    all: () => [...byNumber.values()],
    advance(steps) {
      for (let done = 0; done < steps; done += 1) for (const kase of byNumber.values()) advance(kase)
    },
  }
}

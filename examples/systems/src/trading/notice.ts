import { plusDays } from '../shared/clock.ts'
import { stableUuid } from '../shared/stable.ts'
import { type Project, stageDate } from './project.ts'
import { type Stage, stageInfo } from './stages.ts'

/** One published notice of a project. */
export interface Notice {
  readonly id: string
  readonly project: Project
  readonly stage: Stage
  /** Place in the project's chain. */
  readonly position: number
  readonly title: string
  /** `YYYY-MM-DD HH:mm:ss`. */
  readonly publishedAt: string
  /** Rises along the chain; also the order of `changes`. */
  readonly editedAt: string
  /** The notice this one amends or follows. */
  readonly relatedId: string
  /** The first notice of the chain; empty for that one itself. */
  readonly firstId: string
}

const noticeId = (project: Project, position: number): string => stableUuid(`${project.tenderCode} ${position}`)

/** How often the tender was called before this notice. */
const round = (project: Project, position: number): number =>
  project.stages.slice(0, position + 1).filter((stage) => stage === 'zhaobiao').length

const titleOf = (project: Project, stage: Stage, position: number): string => {
  const again = round(project, position) > 1 ? '(第2次招标)' : ''
  const name = project.subject.sector === 'zfcg' && stage === 'yucai' ? '采购意向公开' : stageInfo[stage].name
  return `${project.name}${again}${name}`
}

/** The notice at a place of a project's chain, published at this time (on its planned day when absent). */
export const noticeAt = (project: Project, position: number, now?: string): Notice => {
  const stage = project.stages[position]
  if (!stage) throw new RangeError(`Project ${project.code} has no notice ${position}.`)
  const publishedAt = now ?? `${stageDate(project, position)} ${stage === 'zhongbiaohx' ? '18' : '09'}:00:00`
  return {
    id: noticeId(project, position),
    project,
    stage,
    position,
    title: titleOf(project, stage, position),
    publishedAt,
    editedAt: publishedAt.replace(/..$/, '12'),
    relatedId: position === 0 ? '' : noticeId(project, position - 1),
    firstId: position === 0 ? '' : noticeId(project, 0),
  }
}

/** The dates that matter in a tender, from the day its call was published. */
export const tenderDates = ({ publishedAt }: Notice) => {
  const day = publishedAt.slice(0, 10)
  return { sold: [day, plusDays(day, 5)], deadline: plusDays(day, 21), publicity: [day, plusDays(day, 3)] } as const
}

/** `2025年09月30日 09时30分`. */
export const chineseTime = (date: string, time = '09时30分'): string =>
  `${date.replace(/^(....)-(..)-(..)$/, '$1年$2月$3日')} ${time}`

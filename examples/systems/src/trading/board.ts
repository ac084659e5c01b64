import { type Clock, shanghaiDate, shanghaiTime } from '../shared/clock.ts'
import { type Notice, noticeAt } from './notice.ts'
import { projects, stageDate } from './project.ts'

/** The notices published so far. */
export interface Board {
  /** Newest first. */
  newest(): readonly Notice[]
  /** In order of last edit, with the place of each in that order. */
  inOrder(): readonly Notice[]
  byId(id: string): Notice | undefined
  /** Publishes the next notice of a project now; undefined when the chain is at its end. @throws TypeError for an unknown project. */
  publish(projectCode: string): Notice | undefined
}

/** Authored notices end here: what was planned later waits for `publish`. */
const AUTHORED_UNTIL = '2026-10-31'

const before = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const authored = (): Notice[] =>
  projects
    .flatMap((project) =>
      project.stages.flatMap((_stage, position) =>
        stageDate(project, position) <= AUTHORED_UNTIL ? [noticeAt(project, position)] : [],
      ),
    )
    .toSorted((a, b) => before(a.editedAt + a.id, b.editedAt + b.id))

export const createBoard = (clock: Clock): Board => {
  // Later publications are only ever added at the end: a reader's cursor stays true.
  const published = authored()
  const ids = new Map(published.map((notice) => [notice.id, notice]))
  return {
    newest: () => published.toReversed(),
    inOrder: () => published,
    byId: (id) => ids.get(id),
    publish(projectCode) {
      const project = projects.find(({ code }) => code === projectCode)
      if (!project) throw new TypeError(`No project ${projectCode}.`)
      const position = published.filter((notice) => notice.project === project).length
      if (position >= project.stages.length) return undefined
      const now = shanghaiDate(clock()) > AUTHORED_UNTIL ? shanghaiTime(clock()) : `${AUTHORED_UNTIL} 18:00:00`
      const notice = noticeAt(project, position, now)
      published.push(notice)
      ids.set(notice.id, notice)
      return notice
    },
  }
}

import { TongbanError } from '@tongban/schema'
import type { NoticeEntity, ProjectEntity } from './record.ts'

/** A project as one of its notices tells it; the newest tells it best. */
export function projectOf(notice: NoticeEntity): ProjectEntity | null {
  const { project, sector, divisionCode, provenance } = notice
  return project && { ...project, sector, divisionCode, provenance }
}

/**
 * The project among those of the same code at several sources.
 *
 * @throws TongbanError `TB_INVALID_INPUT` when only a source can tell which is meant; it names them
 */
export function chooseProject(newest: readonly NoticeEntity[], source: string | null): ProjectEntity | null {
  const [notice, ...others] = newest.filter(({ provenance }) => source === null || provenance.sourceId === source)
  if (!notice) return null
  if (others.length === 0) return projectOf(notice)
  const detail = newest.map(({ provenance }) => provenance.sourceId).join(' | ')
  throw new TongbanError('TB_INVALID_INPUT', { field: 'source', detail }, { path: ['source'] })
}

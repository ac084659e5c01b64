import type { Authority } from '../../sources/directory.ts'
import { connection, readPage } from '../connection.ts'
import type { DomainDeps } from '../domain.ts'
import type { NoticeFilter, QueryNoticesArgs } from '../generated/resolvers.ts'
import type { Ports } from '../ports.ts'
import { publicly } from '../sharing.ts'
import { checkFilter } from './filter.ts'
import { noticeLoaders } from './loaders.ts'
import { noticeRecord } from './port.ts'
import { chooseProject } from './projects.ts'
import type { NoticeConnectionEntity, ProjectEntity } from './record.ts'
import { createNoticesStore, isNoticePosition } from './store.ts'

/** How a synchronisation of notices went. */
export interface NoticesSyncReport {
  readonly sourceId: string
  readonly notices: number
  /** Notices of the source that could not be read; each is logged with the path that failed. */
  readonly refused: number
}

const pageSize = 100

/** The mirror of trading notices: synchronisation and queries. */
export function createNoticesService({
  store,
  directory,
  log,
  now,
}: Pick<DomainDeps, 'store' | 'directory' | 'log' | 'now'>) {
  const mirror = createNoticesStore(store)

  function read(inputs: readonly unknown[], sourceId: string) {
    const parsed = inputs.map((input) => noticeRecord.safeParse(input))
    for (const { error } of parsed) {
      if (error) log.warn({ source: sourceId, path: error.issues[0]?.path.join('.') }, 'a notice could not be read')
    }
    return parsed.flatMap(({ data }) => data ?? [])
  }

  async function syncSource(
    { source, port }: Authority<Ports['notices']>,
    signal?: AbortSignal,
  ): Promise<NoticesSyncReport> {
    const report = { sourceId: source.id, notices: 0, refused: 0 }
    for (let more = true; more && !signal?.aborted; ) {
      const mark = await mirror.markOf(source.id)
      const { value } = await port.changes({ mark, size: pageSize }, signal ? { signal, ...publicly } : publicly)
      const notices = read(value.notices, source.id)
      await mirror.keepPage(source.id, notices, value.mark, now())
      report.notices += notices.length
      report.refused += value.notices.length - notices.length
      // A source that claims more without moving its mark would be asked for the same page for ever.
      more = value.more && value.mark !== mark
    }
    return report
  }

  const { ofProject, one } = noticeLoaders(mirror)

  return {
    /** Reads what changed at every trading platform. A dead one does not keep the others from being read; its error is thrown at the end. */
    async sync(signal?: AbortSignal): Promise<readonly NoticesSyncReport[]> {
      const results = await Promise.allSettled(
        directory.offering('notices').map((authority) => syncSource(authority, signal)),
      )
      const failure = results.find((result) => result.status === 'rejected')
      if (failure) throw failure.reason
      return results.flatMap((result) => (result.status === 'fulfilled' ? result.value : []))
    },

    async search(args: QueryNoticesArgs): Promise<NoticeConnectionEntity> {
      const filter: NoticeFilter = args.filter ?? {}
      checkFilter(filter)
      const page = readPage(args, filter, isNoticePosition)
      const rows = await mirror.search(filter, page)
      const { edges, pageInfo } = connection(page, rows, (row) => row.position)
      return {
        edges: edges.map(({ cursor, node }) => ({ cursor, node: node.notice })),
        pageInfo,
        filter,
      }
    },

    /** Counted only when asked for. */
    count: (filter: NoticeFilter) => mirror.count(filter),

    /** A notice by what its source calls it; batched within a request. */
    one,

    /** A project. @throws TongbanError `TB_INVALID_INPUT` when several sources have one of this code and none is named */
    project: async (code: string, source: string | null): Promise<ProjectEntity | null> =>
      chooseProject(await mirror.newestOfProject(code), source),

    /** Notices of a project, oldest first; batched within a request. */
    ofProject,
  }
}

export type NoticesService = ReturnType<typeof createNoticesService>

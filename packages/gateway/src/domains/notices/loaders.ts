import DataLoader from 'dataloader'
import type { RequestContext } from '../request.ts'
import type { NoticeEntity } from './record.ts'
import type { NoticesStore, SourceKey } from './store.ts'

/** Keys hold any character of a source's; JSON keeps the two parts apart. */
const cacheKeyFn = (key: SourceKey): string => JSON.stringify(key)

const batched = <Value>(load: (keys: readonly SourceKey[]) => Promise<Value[]>) => {
  const remembered = {}
  return (key: SourceKey, context: RequestContext): Promise<Value> =>
    context.once(remembered, () => new DataLoader<SourceKey, Value, string>(load, { cacheKeyFn })).load(key)
}

/** Notices by key and by project, one query a request for however many are asked for together. */
export const noticeLoaders = (mirror: NoticesStore) => ({
  one: batched<NoticeEntity | null>(async (keys) => {
    const found = await mirror.byKeys(keys)
    const byKey = new Map(found.map((notice) => [cacheKeyFn([notice.provenance.sourceId, notice.key]), notice]))
    return keys.map((key) => byKey.get(cacheKeyFn(key)) ?? null)
  }),
  ofProject: batched<readonly NoticeEntity[]>(async (projects) => {
    const found = await mirror.ofProjects(projects)
    const byProject = Map.groupBy(found, ({ provenance, project }) =>
      cacheKeyFn([provenance.sourceId, project?.code ?? '']),
    )
    return projects.map((project) => byProject.get(cacheKeyFn(project)) ?? [])
  }),
})

import type { Resolvers } from '../generated/resolvers.ts'
import type { SourcesService } from '../sources/service.ts'
import { fieldMessage, messageOf } from './words.ts'

/** Resolvers of what `Provenance` says beyond the source: how old something is, and what is the matter with single fields. */
export function provenanceResolvers(sources: Pick<SourcesService, 'byId'>, now: () => Date): Resolvers {
  const titleOf = (sourceId: string): string => sources.byId(sourceId)?.title ?? sourceId
  const ageOf = (fetchedAt: string): number =>
    Math.max(0, Math.floor((now().getTime() - Date.parse(fetchedAt)) / 1_000))
  return {
    Provenance: {
      ageSeconds: ({ fetchedAt }) => ageOf(fetchedAt),
      fields: ({ fields }) => fields ?? [],
      unanswered: ({ unanswered = [] }) => unanswered.flatMap((id) => sources.byId(id) ?? []),
      message: (provenance, _args, { locale }) =>
        messageOf(provenance, ageOf(provenance.fetchedAt), (id) => titleOf(id ?? provenance.sourceId), locale),
    },
    FieldProvenance: {
      source: ({ sourceId }) => sources.byId(sourceId),
      message: (field, _args, { locale }) => fieldMessage(field, titleOf(field.sourceId), locale),
    },
  }
}

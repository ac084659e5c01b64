import { describe, expect, it } from 'vitest'
import type { SourceFigures } from '../../sources/figures.ts'
import type { Source } from '../../sources/source.ts'
import { parseGlobalId } from '../global-id.ts'
import { sourceResolvers } from './resolvers.ts'
import { createSourcesService } from './service.ts'

const source: Source = {
  id: 'sx-approvals',
  title: '审批系统',
  covers: { divisions: ['3306', '330602001', '511600'] },
  protocol: { kind: 'test', send: async () => null },
  ports: { cases: {} },
}
const anywhere: Source = { ...source, id: 'anywhere', owner: '11330600MB28559184', covers: {} }
const figures: SourceFigures = {
  state: 'UP',
  lastSuccessAt: null,
  lastFailureAt: null,
  lastFailureCode: null,
  operations: [],
}

const all = [source, anywhere]
const service = createSourcesService({ sources: all, byId: (id) => all.find((one) => one.id === id) }, () => figures)

/** Calls a resolver the way graphql does, for resolvers that need nothing but their parent. */
const resolve = (
  type: 'Query' | 'Source' | 'SourceConflict' | 'Provenance',
  field: string,
  parent: object,
): unknown => {
  const resolver: unknown = Object.entries(
    sourceResolvers(service, { qualityIn: () => Promise.reject(new Error('not asked')) })[type] ?? {},
  ).find(([name]) => name === field)?.[1]
  if (typeof resolver !== 'function') throw new Error(`${type}.${field} has no resolver`)
  return resolver(parent, {}, {}, {})
}

describe('a source', () => {
  it('is listed in the order of the configuration', () => {
    expect(resolve('Query', 'sources', {})).toEqual([source, anywhere])
  })

  it('has a global identifier and its key', () => {
    expect(parseGlobalId(String(resolve('Source', 'id', source)))).toEqual({ type: 'Source', key: 'sx-approvals' })
    expect(resolve('Source', 'key', source)).toBe('sx-approvals')
  })

  it('says what it offers, who runs it and how it is doing', () => {
    expect(resolve('Source', 'ports', source)).toEqual(['cases'])
    expect(resolve('Source', 'owner', source)).toBeNull()
    expect(resolve('Source', 'owner', anywhere)).toBe('11330600MB28559184')
    expect(resolve('Source', 'health', source)).toBe(figures)
  })

  it('writes its coverage as division codes', () => {
    expect(resolve('Source', 'divisions', source)).toEqual(['330600', '330602001', '511600'])
    expect(resolve('Source', 'divisions', anywhere)).toEqual([])
  })
})

describe('a conflict', () => {
  it('leads to the other source, or only names it when that is no longer configured', () => {
    const [known, gone] = ['anywhere', 'gone'].map((otherSourceId) => ({ otherSourceId }))
    expect(resolve('SourceConflict', 'source', known ?? {})).toBe(anywhere)
    expect(resolve('SourceConflict', 'source', gone ?? {})).toBeNull()
    expect(resolve('SourceConflict', 'key', gone ?? {})).toBe('gone')
  })
})

describe('provenance', () => {
  it('leads to its source', () => {
    expect(resolve('Provenance', 'source', { sourceId: 'anywhere' })).toBe(anywhere)
  })

  it('leads to the file that something was imported from', () => {
    expect(resolve('Provenance', 'source', { sourceId: 'import' })).toMatchObject({ title: '导入文件 / imported file' })
  })

  it('has no source when that is no longer configured', () => {
    expect(resolve('Provenance', 'source', { sourceId: 'gone' })).toBeNull()
  })
})

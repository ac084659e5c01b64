import { describe, expect, it } from 'vitest'
import { createFigures } from '../../sources/figures.ts'
import type { Source } from '../../sources/source.ts'
import { createSourcesService } from './service.ts'

const source: Source = {
  id: 'sx-approvals',
  title: '审批系统',
  covers: {},
  protocol: { kind: 'test', send: async () => null },
  ports: {},
}

describe('the sources of a gateway', () => {
  const figures = createFigures(() => new Date('2026-01-05T01:00:00Z'))
  const directory = { sources: [source], byId: (id: string) => (id === source.id ? source : undefined) }
  const service = createSourcesService(directory, () => figures.read([]))

  it('are found by identifier, and what is no longer configured is null', () => {
    expect(service.all()).toEqual([source])
    expect(service.byId('sx-approvals')).toBe(source)
    expect(service.byId('gone')).toBeNull()
  })

  it('are joined by the file that something was imported from, which is no system', () => {
    expect(service.byId('import')).toMatchObject({ id: 'import' })
    expect(service.health('import')).toBeNull()
  })

  it('have the health of the moment, not of the start', () => {
    expect(service.health('sx-approvals')?.state).toBe('UNKNOWN')
    figures.record('cases.submit', 'ok', 3)
    expect(service.health('sx-approvals')?.state).toBe('UP')
  })
})

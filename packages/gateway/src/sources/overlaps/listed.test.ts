import { expect, it } from 'vitest'
import type { Source } from '../source.ts'
import { overlapsIn } from './listed.ts'

const source = (id: string, covers: Source['covers'], more: Partial<Source> = {}): Source => ({
  ...{ id, title: id, covers, protocol: { kind: 'memory', send: async () => null }, ports: { items: {} } },
  ...more,
})

it('lists who covers the same equally closely, who comes first and why', () => {
  const sources = [
    source('a', { divisions: ['3306'] }),
    source('b', { divisions: ['330600'] }, { precedence: 1 }),
    source('c', { divisions: ['33'] }),
    source('d', { divisions: ['3307'], itemTypes: ['X', 'Y'] }),
    source('e', { divisions: ['3307'], itemTypes: ['Y', 'Z'] }),
    source('f', { divisions: ['3308'] }),
    source('g', { divisions: ['3308'] }),
    source('h', { divisions: ['3308'] }, { ports: { cases: {} } }),
  ]
  expect(overlapsIn(sources, [{ port: 'items', rule: 'MERGE', divisions: ['3308'] }])).toEqual([
    { port: 'items', division: '3306', matter: 'any', sources: ['b', 'a'], decidedBy: 'PRECEDENCE' },
    { port: 'items', division: '3307', matter: 'type:Y', sources: ['d', 'e'], decidedBy: 'ORDER' },
    { port: 'items', division: '3308', matter: 'any', sources: ['f', 'g'], decidedBy: 'MERGE' },
  ])
})

it('lists nothing where everything is clear', () => {
  expect(overlapsIn([source('a', { divisions: ['3306'] }), source('b', { divisions: ['33'] })], [])).toEqual([])
})

import { describe, expect, it } from 'vitest'
import { policyOf } from '../../sources/copies/policy.ts'
import type { AnyReading } from '../../sources/readings.ts'
import type { Source } from '../../sources/source.ts'
import { portReadings } from '../ports.ts'

const source: Source = {
  ...{ id: 'any', title: 'any', covers: {}, ports: {} },
  protocol: { kind: 'memory', send: async () => null },
}
// What a policy is made from is the same for readings of any rows.
const readings = Object.entries(portReadings).flatMap(([port, methods]) =>
  Object.entries(methods).map(([name, reading]) => [`${port}.${name}`, reading as unknown as AnyReading] as const),
)

describe('what is served of the past when a source says nothing about it', () => {
  it('is what is public, and neither what is about a person nor what is decided by', () => {
    const kept = readings.filter(([method, reading]) => policyOf(source, method, reading))
    expect(kept.map(([method]) => method).toSorted()).toEqual(['items.agencies', 'items.byCodes', 'items.page'])
  })

  it.each(['certificates.verify', 'certificates.byIdentifiers', 'certificates.byHolder', 'identities.check'])(
    '%s is decided by, and about a person',
    (method) => {
      expect(new Map<string, AnyReading>(readings).get(method)).toMatchObject({ about: 'PERSON', decides: true })
    },
  )
})

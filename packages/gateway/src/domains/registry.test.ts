import { describe, expect, it } from 'vitest'
import { applicants } from './applicants/domain.ts'
import { consents } from './consents/domain.ts'
import { domains, emptyRegistry } from './registry.ts'

describe('the registry of domains', () => {
  it('does not compile when a domain stands before a neighbour it asks', () => {
    emptyRegistry.add(applicants).add(consents)
    // @ts-expect-error consents ask applicants, who are not there yet
    expect(emptyRegistry.add(consents)).toBeDefined()
  })

  it('gives every migration a name of its own, with the number that orders it', () => {
    const names = Object.keys(domains.migrations)
    expect(names.length).toBeGreaterThan(0)
    for (const name of names) expect(name).toMatch(/^\d{4}_[a-z_]+$/)
    const numbers = names.map((name) => name.slice(0, 4))
    expect(new Set(numbers).size).toBe(numbers.length)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anonymous, type Caller } from '../access/caller.ts'
import { privately, publicly } from './sharing.ts'

const client = (id: string): Caller => ({ kind: 'client', id, title: '银行', scopes: new Set() })
const whose = fc.record({ id: fc.string(), about: fc.array(fc.option(fc.string()), { maxLength: 4 }) })

describe('an answer about a person', () => {
  it('is shared only where client, person and reason are all the same, however they are written', () => {
    fc.assert(
      fc.property(whose, whose, (one, other) => {
        const [here, there] = [one, other].map(({ id, about }) => privately({ caller: client(id) }, ...about).sharing)
        expect(here === there).toBe(JSON.stringify(one) === JSON.stringify(other))
        expect(here).not.toBe(publicly.sharing)
      }),
    )
  })

  it('is shared with nobody by somebody without a token', () => {
    expect(privately({ caller: anonymous }, 'person')).toEqual({})
  })
})

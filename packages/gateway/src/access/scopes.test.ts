import { describe, expect, it } from 'vitest'
import { anonymous, type ClientCaller } from './caller.ts'
import { isScope, requireScopes, scopes } from './scopes.ts'

const caller: ClientCaller = {
  kind: 'client',
  id: 'bank',
  title: '某银行',
  scopes: new Set(['consents:write', 'certificates:read']),
}

describe('requireScopes', () => {
  it.each([
    ['one scope', [['consents:write']]],
    ['both scopes', [['consents:write', 'certificates:read']]],
    ['one of two alternatives', [['audit:read'], ['certificates:read']]],
  ])('lets a client pass that holds %s', (_, alternatives) => {
    expect(() => requireScopes(caller, alternatives)).not.toThrow()
  })

  it('names what is missing of each alternative', () => {
    const asking = () => requireScopes(caller, [['audit:read'], ['certificates:read', 'certificates:verify']])
    expect(asking).toThrow(
      expect.objectContaining({ code: 'TB_FORBIDDEN', params: { scopes: 'audit:read | certificates:verify' } }),
    )
  })

  it('refuses a client when no alternative is declared', () => {
    expect(() => requireScopes(caller, [])).toThrow(expect.objectContaining({ code: 'TB_FORBIDDEN' }))
  })

  it('asks somebody without a token to log in', () => {
    expect(() => requireScopes(anonymous, [['audit:read']])).toThrow(
      expect.objectContaining({ code: 'TB_UNAUTHENTICATED' }),
    )
  })
})

describe('the table of scopes', () => {
  it('has ten, and knows no other', () => {
    expect(scopes).toHaveLength(12)
    expect(['audit:read', 'root', 'toString', ''].map(isScope)).toEqual([true, false, false, false])
  })
})

import { isTongbanError } from '@tongban/schema'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createCaller } from '../calling/call.ts'
import { attributed } from '../failures.ts'
import { rest } from '../protocols/rest/rest.ts'
import { ask, callerOf, good, restSource, silentLog } from '../testing/source.ts'
import { json, startUpstream, type Upstream } from '../testing/upstream.ts'
import { allSigners } from './all-signers.ts'
import { credential } from './credential.ts'
import { signedExchange } from './signed-exchange.ts'
import { unsigned, withHeaders } from './signer.ts'
import { staticToken } from './static-token.ts'
import { standingClock, testIo } from './testing/io.ts'

let upstream: Upstream
beforeEach(async () => {
  upstream = await startUpstream(json({}))
})
afterEach(() => upstream.close())

/** Accepts one token at a time; `revoke` makes it want the next one. */
function door() {
  let accepted = 1
  let issued = 0
  upstream.answer((incoming, response) => {
    const isLetIn = incoming.headers.token === `T${accepted}`
    json(isLetIn ? good() : { code: 401 })(incoming, response)
  })
  const sign = credential<string>({
    async obtain() {
      issued += 1
      return { secret: `T${issued}`, validForMs: 3_600_000 }
    },
    apply: (request, token) => withHeaders(request, { token }),
  })
  return {
    sign,
    issued: () => issued,
    revoke: () => {
      accepted += 1
    },
  }
}

/** A source whose envelope says 401 for a token it does not accept. */
const callerWith = (sign: ReturnType<typeof credential>) => {
  const envelope = { success: { path: 'code', in: [0] }, payload: 'data', auth: [401] }
  const protocol = rest({ base: upstream.url, sign, envelope })
  return createCaller(
    { ...restSource(upstream.url), protocol },
    { log: silentLog, metrics: { sourceCall() {} }, now: () => new Date() },
  )
}

describe('a source that ends a token early', () => {
  it('costs its callers nothing: the token is had once more for all of them', async () => {
    const at = door()
    const caller = callerWith(at.sign)
    expect(await ask(caller)).toEqual({ value: 'yes' })
    at.revoke()
    const answers = await Promise.all(Array.from({ length: 12 }, (_, index) => ask(caller, { path: `/${index}` })))
    expect(answers).toEqual(Array(12).fill({ value: 'yes' }))
    expect(at.issued()).toBe(2)
    await caller.close()
  })

  it('is told from one that lets nobody in', async () => {
    const at = door()
    const caller = callerWith(at.sign)
    at.revoke()
    at.revoke()
    await expect(ask(caller)).rejects.toMatchObject({ code: 'TB_SOURCE_AUTH' })
    await expect(ask(caller)).rejects.toMatchObject({ code: 'TB_SOURCE_AUTH' })
    expect(at.issued()).toBe(2)
    await caller.close()
  })
})

describe('renewing', () => {
  const failure = new Error('not let in')
  const draft = { method: 'GET', url: '' } as const

  it('finds the request behind a failure, also when it has been given a source', async () => {
    const at = door()
    const { exchange, renew } = signedExchange(at.sign)
    const { io, close } = testIo(standingClock())
    const refused = exchange({ ...draft, url: upstream.url }, io(), () => {
      throw failure
    })
    await expect(refused).rejects.toBe(failure)
    expect(await renew(new Error('wrapped', { cause: failure }))).toBe(true)
    expect(isTongbanError(attributed(failure, { id: 'a', title: 'A' }))).toBe(true)
    await close()
  })

  it('is of no use for failures of others and for signers that hold no secret', async () => {
    expect(await signedExchange(door().sign).renew(failure)).toBe(false)
    expect(await signedExchange(unsigned).renew(failure)).toBe(false)
    const caller = callerOf(upstream.url)
    await caller.close()
  })
})

describe('several signers', () => {
  it('sign what those before them have added, renew each, and open answers the other way round', async () => {
    const at = door()
    const opened: string[] = []
    const opening = (name: string) =>
      Object.assign(staticToken(name, { query: name }), {
        open: <Response>(response: Response) => {
          opened.push(name)
          return response
        },
      })
    const sign = allSigners(opening('a'), at.sign, opening('b'))
    const { io, close } = testIo(standingClock())
    const signed = await sign({ method: 'GET', url: 'http://x.invalid/?q=1' }, io())
    expect(signed).toMatchObject({ url: 'http://x.invalid/?q=1&a=a&b=b', headers: { token: 'T1' } })
    expect(sign.renew?.(signed)).toBe(true)
    expect((await sign(signed, io())).headers).toEqual({ token: 'T2' })
    sign.open?.({ status: 200, headers: {}, body: new Uint8Array() })
    expect(opened).toEqual(['b', 'a'])
    await close()
  })
})

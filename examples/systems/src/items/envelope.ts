import type { Protocol } from '../shared/exchange.ts'
import { writeJson } from '../shared/json.ts'
import type { Tree, TreeRecord } from '../shared/tree.ts'

/** A refusal with the library's own code. */
export class LibraryRefusal extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

export const success = (data: Tree): TreeRecord => ({ code: '200', msg: 'success', data })

export const failure = (code: string, msg: string): TreeRecord => ({ code, msg, data: null })

/** REST with `{code, msg, data}`; whatever happens, HTTP says 200. */
export const libraryProtocol: Protocol = {
  payload: 'data',
  write: writeJson,
  businessError: (code, message) => failure(code ?? '50000', message ?? '系统繁忙,请稍后再试'),
}

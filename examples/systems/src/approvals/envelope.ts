import type { Protocol } from '../shared/exchange.ts'
import type { Tree, TreeRecord } from '../shared/tree.ts'
import { type ReturnCode, returnCodes } from './codes.ts'
import { writeSoap } from './soap.ts'

/** A refusal with the approval system's own code; it may carry a payload (the number of the existing case). */
export class OfficeRefusal extends Error {
  readonly code: ReturnCode
  readonly body: TreeRecord | null
  constructor(code: ReturnCode, detail = '', body: TreeRecord | null = null) {
    super(detail ? `${returnCodes[code]}:${detail}` : returnCodes[code])
    this.code = code
    this.body = body
  }
}

export const success = (body: Tree): TreeRecord => ({ returncode: '1000', returnmsg: '成功', body })

export const failure = ({ code, message, body }: OfficeRefusal): TreeRecord => ({
  returncode: code,
  returnmsg: message,
  body,
})

/** SOAP around a string that holds XML. */
export const officeProtocol = (operation: string): Protocol => ({
  payload: 'body',
  write: (answer) => writeSoap(operation, answer),
  businessError: (code, message) => ({ returncode: code ?? '9999', returnmsg: message ?? '系统异常', body: null }),
})

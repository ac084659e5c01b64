import type { Protocol } from '../shared/exchange.ts'
import { writeJson } from '../shared/json.ts'
import type { Tree, TreeRecord } from '../shared/tree.ts'

/** The platform's status codes. */
export type Status = 0 | 10 | 11 | 12 | 99 | 100 | 103 | 113

/** A refusal with the platform's status. */
export class PlatformRefusal extends Error {
  readonly status: Status
  constructor(status: Status, message: string) {
    super(message)
    this.status = status
  }
}

const envelope = (status: Tree, message: string, data: Tree): TreeRecord => ({ head: { status, message }, data })

/** `downloadFile` was written by another team: it answers the status as a string. */
const spelled = (operation: string, status: number): number | string =>
  operation === 'downloadFile' ? String(status) : status

export const success = (operation: string, data: Tree): TreeRecord =>
  envelope(spelled(operation, 0), '数据获取成功', data)

export const failure = (operation: string, { status, message }: PlatformRefusal): TreeRecord =>
  envelope(spelled(operation, status), message, status === 10 ? '' : null)

export const platformProtocol: Protocol = {
  payload: 'data',
  write: writeJson,
  businessError: (code, message) => envelope(code ? Number(code) : 99, message ?? '系统异常', null),
  clockRefusal: () => envelope(11, '认证失败:请求时间与服务器时间不一致', null),
}

import type { Protocol } from '../shared/exchange.ts'
import { writeJson } from '../shared/json.ts'
import type { Tree, TreeRecord } from '../shared/tree.ts'

/** One of the portal's two envelopes; two teams wrote one API. */
export interface PortalEnvelope {
  success(payload: Tree): TreeRecord
  failure(state: number, message: string): TreeRecord
  readonly protocol: Protocol
}

const envelope = (
  payload: string,
  success: PortalEnvelope['success'],
  failure: PortalEnvelope['failure'],
): PortalEnvelope => ({
  success,
  failure,
  protocol: {
    payload,
    write: writeJson,
    businessError: (code, message) => failure(code ? Number(code) : 500, message ?? '服务异常'),
    clockRefusal: () => failure(401, '请求已过期'),
  },
})

/** `{state, msg, data}`: lists. */
export const stateEnvelope = envelope(
  'data',
  (data) => ({ state: 200, msg: 'success', data }),
  (state, msg) => ({ state, msg, data: null }),
)

/** `{success, message, code, result}`: details. */
export const resultEnvelope = envelope(
  'result',
  (result) => ({ success: true, message: '操作成功', code: 200, result }),
  (code, message) => ({ success: false, message, code, result: null }),
)

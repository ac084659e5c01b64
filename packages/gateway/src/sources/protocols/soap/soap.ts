import { signedExchange } from '../../signing/signed-exchange.ts'
import type { AttemptIo, HttpResponse, Protocol } from '../../source.ts'
import { charsetOf, decodeBody, xmlCharsetOf } from '../charset.ts'
import { openEnvelope } from '../envelope.ts'
import { checkSoapOptions } from './check.ts'
import type { SoapOptions, SoapRequest } from './options.ts'
import { openMessage } from './read.ts'
import { serviceOf } from './service.ts'
import { writeMessage } from './write.ts'

/**
 * A source that speaks SOAP 1.1 or 1.2, document/literal or RPC, with plain parameters or documents inside strings.
 *
 * @example
 * soap({
 *   endpoint: 'http://approval.example.cn/services/ApprovalService', namespace: 'http://ws.approval.example.cn/', charset: 'gb18030',
 *   document: { head: ({ now }) => ({ appid, token, timestamp: compactTime(now()) }) },
 *   envelope: { success: { path: 'returncode', in: ['1000'] }, payload: 'body', message: 'returnmsg' },
 * })
 *
 * @throws TongbanError `TB_CONFIG_INVALID` for options that cannot be meant, without an address or a namespace, or when the service description cannot be read
 */
export const soap = (options: SoapOptions): Protocol<SoapRequest> => {
  checkSoapOptions(options)
  const service = serviceOf(options)
  const { exchange, renew } = signedExchange(options.sign)
  const { charset = 'utf-8', document = {} } = options
  const open = (request: SoapRequest, response: HttpResponse): unknown => {
    const declared = charsetOf(response.headers['content-type']) ?? xmlCharsetOf(response.body) ?? charset
    const text = decodeBody(response.body, declared)
    const answer = openMessage(service, service.operation(request.action), document, response, text)
    return openEnvelope(request.envelope ?? options.envelope, answer)
  }
  return {
    kind: 'soap',
    renew,
    async send(request: SoapRequest, io: AttemptIo) {
      const draft = await writeMessage(service, options, request, io)
      return exchange(draft, io, (response) => open(request, response))
    },
  }
}

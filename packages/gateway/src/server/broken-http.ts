import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { errorMessage, errorRow } from '@tongban/schema'

/** Bytes that are not HTTP, or headers that never end: answered in the one shape of errors, then closed. */
export function answerBrokenHttp(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400
  const { act } = errorRow('TB_INVALID_QUERY')
  const detail = status === 431 ? '请求头过长 headers too long' : '不是有效的 HTTP 请求 not a valid HTTP request'
  const body = JSON.stringify({
    errors: [
      {
        message: errorMessage('TB_INVALID_QUERY', { detail }),
        extensions: { code: 'TB_INVALID_QUERY', retryable: false, act, requestId: randomUUID() },
      },
    ],
  })
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}

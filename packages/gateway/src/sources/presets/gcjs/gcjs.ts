import { z } from 'zod'
import { defineSource } from '../../../domains/ports.ts'
import { isRecord } from '../../protocols/path.ts'
import { restXml } from '../../protocols/rest/rest-xml.ts'
import { soap } from '../../protocols/soap/soap.ts'
import type { Signer } from '../../signing/signer.ts'
import type { AttemptIo, Coverage, Protocol, SourceLimits, UpstreamRequest } from '../../source.ts'
import { collect } from '../notices/reading.ts'
import { readGcjs } from './notices.ts'

/** Where a platform hands on its notices in the national specification. */
export interface GcjsOptions {
  /** @default 'gcjs-notices' */
  readonly id?: string
  readonly url: string
  readonly covers?: Coverage
  readonly credentials: {
    /** `PLATFORM_CODE`: credit code of the body that asks. */
    readonly platformCode: string
    readonly sign?: Signer
  }
  /**
   * How the documents travel: inside a string of a SOAP message, or as plain XML to a path below `url`. Namespace, operation and
   * path are the platform's own. @default { kind: 'REST', path: '/notices' }
   */
  readonly transport?:
    | { readonly kind: 'SOAP'; readonly namespace: string; readonly action: string }
    | { readonly kind: 'REST'; readonly path: string }
  readonly limits?: Partial<SourceLimits>
}

interface GcjsRequest extends UpstreamRequest {
  readonly body: Readonly<Record<string, string | number>>
}

const status = { success: { path: 'state', in: [200, '1', 'true'] }, payload: 'data', message: 'msg', unwell: [500] }

/** `{msg, state: 200, data}` as XML, whatever carries it. */
function exchangeOf({
  url,
  credentials,
  transport = { kind: 'REST', path: '/notices' },
}: GcjsOptions): Protocol<GcjsRequest> {
  const sign = credentials.sign ? { sign: credentials.sign } : {}
  if (transport.kind === 'SOAP') {
    const carrier = soap({ endpoint: url, namespace: transport.namespace, envelope: status, ...sign })
    const send = (request: GcjsRequest, io: AttemptIo) => carrier.send({ ...request, action: transport.action }, io)
    return { ...carrier, send }
  }
  const paths = {
    ...status,
    success: { ...status.success, path: 'response.state' },
    payload: 'response.data',
    message: 'response.msg',
  }
  const carrier = restXml({ base: url, envelope: paths, ...sign })
  const send = ({ body, ...request }: GcjsRequest, io: AttemptIo) =>
    carrier.send({ ...request, path: transport.path, body: { request: body } }, io)
  return { ...carrier, send }
}

/** Elements by name, each once or several times; an empty element is text. */
const reply = z.preprocess((value) => (isRecord(value) ? value : {}), z.record(z.string(), z.unknown()))

const rowsIn = (data: Readonly<Record<string, unknown>>): (readonly [element: string, row: unknown])[] =>
  Object.entries(data).flatMap(([element, found]) =>
    element.startsWith('#') ? [] : (Array.isArray(found) ? found : [found]).map((row) => [element, row] as const),
  )

const stampOf = (row: unknown): string => {
  const stamp = isRecord(row) ? row.DATA_TIMESTAMP : undefined
  return typeof stamp === 'string' && /^\d{14}$/.test(stamp.trim()) ? stamp.trim() : ''
}

const marks = /^(\d{14})\/(\d{1,5})$/

/** Rows of one second may fill several pages: the page counts within the time stamp. */
function nextMark(stamp: string, page: number, rows: readonly (readonly [string, unknown])[]): string {
  const newest =
    rows
      .map(([, row]) => stampOf(row))
      .sort()
      .at(-1) ?? ''
  return newest > stamp ? `${newest}/1` : `${stamp}/${rows.length === 0 ? page : page + 1}`
}

/**
 * Notices in the engineering family (GCJS) of the national trading data specification V2.0 (公共资源交易平台系统数据规范): tenders,
 * prequalifications, results and abnormity reports by time stamp. Prices of documents are yuan, prices of winners 万元; rows
 * about the machines bids were made on are not read.
 *
 * @example
 * gcjsNotices({ url: 'https://exchange.example.cn', credentials: { platformCode: '91370800MA00TE5T2W' } })
 */
export const gcjsNotices = (options: GcjsOptions) => {
  const { id = 'gcjs-notices', covers = {}, limits, credentials } = options
  return defineSource({
    id,
    title: '公共资源交易数据交换(工程建设)',
    covers,
    ...(limits ? { limits } : {}),
    protocol: exchangeOf(options),
    notices: {
      async changes({ mark, size }, call) {
        const [, stamp = '00000000000000', page = '1'] = marks.exec(mark ?? '') ?? []
        const body = { PLATFORM_CODE: credentials.platformCode, DATA_TIMESTAMP: stamp, PAGE: Number(page), ROWS: size }
        const data = await call({ operation: 'notices.changes', safe: true, body, reply })
        const rows = rowsIn(data)
        const { notices, skipped } = collect(rows.map(([element, row]) => readGcjs(element, row)))
        return { notices, skipped, mark: nextMark(stamp, Number(page), rows), more: rows.length >= size }
      },
    },
  })
}

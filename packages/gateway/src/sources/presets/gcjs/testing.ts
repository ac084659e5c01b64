import { body, startUpstream, type Upstream } from '../../testing/upstream.ts'
import type { GcjsOptions } from './gcjs.ts'

export const tender = {
  PROJECT_CODE: 'P1',
  TENDER_PROJECT_CODE: 'T1',
  BID_SECTION_CODES: 'S1,S2',
  UNIFIED_DEAL_CODES: 'U1,U2',
  NOTICE_NAME: '示例道路工程招标公告',
  NOTICE_CONTENT: '&lt;p&gt;正文&lt;/p&gt;',
  NOTICE_SEND_TIME: '20250930093000',
  NOTICE_NATURE: '1',
  BULLETIN_TYPE: '1',
  DOC_GET_START_TIME: '20250930093000',
  DOC_GET_END_TIME: '20251009170000',
  BID_OPEN_TIME: '20251021093000',
  DOC_PRICE: '500',
  SYNDICATED_FLAG: '1',
  IS_POSTPONE: '0',
  TENDERER_NAME: '示例市城建局',
  TENDERER_CODE: '91370800MA00TE5T2W',
  TENDERER_PHONE_NUMBER: '000',
  DATA_TIMESTAMP: '20250930093001',
  CPU_CODE: 'BFEB',
  MAC_CODE: '00-11',
}
export const won = {
  TENDER_PROJECT_CODE: 'T1',
  BID_SECTION_CODE: 'S1',
  UNIFIED_DEAL_CODE: 'U1',
  NOTICE_NAME: '示例道路工程中标结果公告',
  NOTICE_SEND_TIME: '20251101090000',
  NOTICE_NATURE: '2',
  WIN_BIDDER_NAME: '示例甲建设有限公司',
  BIDDER_CODE_TYPE: '97',
  WIN_BIDDER_CODE: '91350100M000100Y43',
  BID_AMOUNT: '123.45',
  PSP_RELATE_NOTICE_ID: 'N1',
  PSP_FIRST_NOTICE_ID: 'N0',
  DATA_TIMESTAMP: '20251101090001',
}
const xml = (element: string, row: Record<string, string>) =>
  `<${element}>${Object.entries(row)
    .map(([name, text]) => `<${name}>${text}</${name}>`)
    .join('')}</${element}>`
const rows =
  xml('GCJS_NOTICE', tender) +
  xml('GCJS_RESULT_NOTICE', won) +
  xml('GCJS_RESULT_NOTICE', { ...won, BID_SECTION_CODE: 'S2' }) +
  xml('GCJS_MACHINES', { CPU_CODE: 'BFEB' })
const response = (data: string) => `<response><state>200</state><msg>ok</msg><data>${data}</data></response>`

/** Ways the documents travel, and the envelopes they travel in. */
export const carriers: readonly (readonly [string, Partial<GcjsOptions>, (data: string) => string])[] = [
  ['plain XML', {}, response],
  [
    'SOAP',
    { transport: { kind: 'SOAP', namespace: 'http://ws.example.cn/', action: 'getNotices' } },
    (data) =>
      `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body><getNoticesResponse><return><![CDATA[${response(data)}]]></return></getNoticesResponse></soapenv:Body></soapenv:Envelope>`,
  ],
]

/** An exchange that hands out its rows once, whatever page is asked for. */
export const openExchange = (envelope: (data: string) => string): Promise<Upstream> =>
  startUpstream(async (request, answer) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    const isFirst = Buffer.concat(parts).includes('00000000000000')
    body(envelope(isFirst ? rows : ''), 'text/xml; charset=utf-8')(request, answer)
  })

export { type Batching, inBatches } from './batches.ts'
export { sourceFailure } from './failures.ts'
export type { Charset } from './protocols/charset.ts'
export type { Envelope } from './protocols/envelope.ts'
export type { ExchangeDatabase } from './protocols/exchange-table/database.ts'
export { type ExchangeTableOptions, exchangeTable } from './protocols/exchange-table/exchange-table.ts'
export {
  type FlagColumn,
  type FlagState,
  type FlagValues,
  publishedFlags,
  type ReturnTable,
  type SenderColumns,
  type TableLayout,
} from './protocols/exchange-table/layout.ts'
export { type MysqlOptions, mysql } from './protocols/exchange-table/mysql/mysql.ts'
export { type PostgresOptions, postgres } from './protocols/exchange-table/postgres/postgres.ts'
export { type RowAnswer, tableReply } from './protocols/exchange-table/replies.ts'
export type {
  AcknowledgeRequest,
  AnswersRequest,
  ClaimRequest,
  ColumnValue,
  ExchangeRequest,
  PageRequest,
  ReadRequest,
  TableRow,
  Where,
  WriteRequest,
} from './protocols/exchange-table/requests.ts'
export { type FormOptions, type FormRequest, type FormValue, form } from './protocols/form/form.ts'
export { type RestOptions, type RestRequest, rest } from './protocols/rest/rest.ts'
export { type RestXmlOptions, type RestXmlRequest, restXml } from './protocols/rest/rest-xml.ts'
export type { InnerDocument, SoapOptions, SoapRequest } from './protocols/soap/options.ts'
export { soap } from './protocols/soap/soap.ts'
export { readWsdl, type Wsdl, type WsdlOperation } from './protocols/soap/wsdl.ts'
export type { AnswerFormat } from './protocols/web/answer.ts'
export { readXml, type XmlReading } from './protocols/xml/read.ts'
export { cdata, writeDocument, writeXml, type XmlTree, type XmlValue, xmlText } from './protocols/xml/write.ts'
export { type CodeReader, knownCodes, ownCodes } from './reading/code-table.ts'
export { compactTime, type DateReading, readDate, readInstant } from './reading/dates.ts'
export { type MoneyUnit, type MoneyValue, readDecimal, readMoney, shiftDecimal } from './reading/decimals.ts'
export { distinctBy, field } from './reading/fields.ts'
export { type HtmlTable, htmlTables, htmlText } from './reading/html.ts'
export { halfWidth, isNothing } from './reading/nothing.ts'
export { type Opening, readOpeningHours } from './reading/opening-hours.ts'
export { type Signer, withHeaders } from './signing/signer.ts'
export { type Sm2KeyPair, type Sm2Order, sm2Decrypt, sm2Encrypt, sm2KeyPair } from './signing/sm2.ts'
export { type TifCheck, type TifOptions, type TifUser, tif, verifyTif } from './signing/tif.ts'
export type {
  Call,
  CallContext,
  Coverage,
  HttpRequest,
  HttpResponse,
  Protocol,
  Source,
  SourceLimits,
  UpstreamRequest,
} from './source.ts'

export { type Batching, inBatches } from './batches.ts'
export { sourceFailure } from './failures.ts'
export type { OverlapRule } from './overlaps/rule.ts'
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
export type { Column, Columns } from './protocols/files/columns.ts'
export { type CsvOptions, type CsvTrailer, csv } from './protocols/files/csv/csv.ts'
export type { Expectation } from './protocols/files/expected-days.ts'
export { type FilesOptions, files } from './protocols/files/files.ts'
export { type JsonlOptions, jsonl } from './protocols/files/jsonl.ts'
export { type FolderOptions, folder } from './protocols/files/places/folder.ts'
export type { Place } from './protocols/files/places/place.ts'
export type { SftpOptions } from './protocols/files/places/sftp/options.ts'
export { sftp } from './protocols/files/places/sftp/sftp.ts'
export type { Readiness } from './protocols/files/readiness.ts'
export type {
  DeliveredFile,
  DeliveredRows,
  Deliveries,
  FileFact,
  FileList,
  FilesRequest,
  ListedFile,
  RowsPage,
  WrittenFile,
} from './protocols/files/requests.ts'
export { rowsOf } from './protocols/files/rows.ts'
export { type XlsxOptions, xlsx } from './protocols/files/xlsx/xlsx.ts'
export { type XmlOptions, xml } from './protocols/files/xml/xml.ts'
export { type FormOptions, type FormRequest, type FormValue, form } from './protocols/form/form.ts'
export { type PartnerOptions, type PartnerRequest, partner } from './protocols/partner/partner.ts'
export { type RestOptions, type RestRequest, rest } from './protocols/rest/rest.ts'
export { type RestXmlOptions, type RestXmlRequest, restXml } from './protocols/rest/rest-xml.ts'
export type { InnerDocument, SoapOptions, SoapRequest } from './protocols/soap/options.ts'
export { soap } from './protocols/soap/soap.ts'
export { readWsdl, type Wsdl, type WsdlOperation } from './protocols/soap/wsdl.ts'
export type { AnswerFormat } from './protocols/web/answer.ts'
export { readXml, type XmlReading } from './protocols/xml/read.ts'
export { readXmlBytes } from './protocols/xml/read-bytes.ts'
export { cdata, writeDocument, writeXml, type XmlTree, type XmlValue, xmlText } from './protocols/xml/write.ts'
export { readBase64, writeBase64 } from './reading/base64.ts'
export { type CodeReader, knownCodes, ownCodes } from './reading/code-table.ts'
export { compactTime, type DateReading, readDate, readInstant } from './reading/dates.ts'
export { type MoneyUnit, type MoneyValue, readDecimal, readMoney, shiftDecimal } from './reading/decimals.ts'
export { distinctBy, field } from './reading/fields.ts'
export { type HtmlTable, htmlTables, htmlText } from './reading/html.ts'
export { normaliseName, sameName } from './reading/names.ts'
export { halfWidth, isNothing } from './reading/nothing.ts'
export { type Opening, readOpeningHours } from './reading/opening-hours.ts'
export { checkWholeList, type PageContent, type PageTurn, type Paging, turnPage } from './reading/paging.ts'
export { type KeyOfRow, type ReadRows, readRows } from './reading/rows.ts'
export { allSigners } from './signing/all-signers.ts'
export { type BgHmacOptions, bgHmac } from './signing/bg-hmac.ts'
export { canonicalText, type SignatureHeaders, type SignedPart } from './signing/canonical.ts'
export { type CredentialOptions, credential, type Obtained } from './signing/credential.ts'
export { fetchSecret } from './signing/fetch-secret.ts'
export { type GjgxjhptOptions, gjgxjhpt } from './signing/gjgxjhpt.ts'
export type { GjgxjhptPlace } from './signing/gjgxjhpt-place.ts'
export { type HmacOptions, hmacSignature } from './signing/hmac-signature.ts'
export { type BgHmacVerifierOptions, bgHmacVerifier } from './signing/inbound/bg-hmac.ts'
export { type GjgxjhptVerifierOptions, gjgxjhptVerifier } from './signing/inbound/gjgxjhpt.ts'
export { type HmacVerifierOptions, hmacVerifier } from './signing/inbound/hmac.ts'
export type { Inbound, ReceivedMessage } from './signing/inbound/message.ts'
export { type Sm2VerifierOptions, type Sm2VerifyingKey, sm2Verifier } from './signing/inbound/sm2.ts'
export { type StaticTokenVerifierOptions, staticTokenVerifier } from './signing/inbound/static-token.ts'
export { type TifVerifierOptions, tifVerifier } from './signing/inbound/tif.ts'
export type { NonceMemory, ReceivedRequest, Verdict, Verifier, VerifyContext } from './signing/inbound/verifier.ts'
export { type LoginTokenOptions, loginToken } from './signing/login-token.ts'
export { type OAuth2Options, oauth2ClientCredentials } from './signing/oauth2.ts'
export type { QueryForm } from './signing/query.ts'
export { type SignedExchange, signedExchange } from './signing/signed-exchange.ts'
export { type Signer, type SignerIo, withHeaders, withQuery } from './signing/signer.ts'
export { type Sm2KeyPair, type Sm2Order, sm2Decrypt, sm2Encrypt, sm2KeyPair } from './signing/sm2.ts'
export type { Sm2Form } from './signing/sm2-form.ts'
export { type Sm2Habits, sm2Sign, sm2Verify } from './signing/sm2-sign.ts'
export { type Sm2SignerOptions, type Sm2SigningKey, sm2Signature } from './signing/sm2-signer.ts'
export { type DigestText, hmacSm3, sm3 } from './signing/sm3.ts'
export { type Sm4Bytes, type Sm4Cipher, type Sm4Options, sm4Cipher } from './signing/sm4.ts'
export { type Sm4BodyOptions, sm4Body } from './signing/sm4-body.ts'
export { staticToken } from './signing/static-token.ts'
export { type TifOptions, type TifUser, tif } from './signing/tif.ts'
export type { TokenPlace } from './signing/token-place.ts'
export type {
  Call,
  CallContext,
  Coverage,
  HttpRequest,
  HttpResponse,
  LastGoodPolicy,
  Protocol,
  Source,
  SourceLimits,
  UpstreamRequest,
} from './source.ts'

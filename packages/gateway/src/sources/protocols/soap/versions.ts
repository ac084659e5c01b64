import type { Charset } from '../charset.ts'

/** SOAP 1.1 (W3C Note 2000) and 1.2 (W3C Recommendation 2007). */
export type SoapVersion = '1.1' | '1.2'

/** What the two versions write differently. */
interface Dialect {
  readonly namespace: string
  headers(charset: Charset, action: string): Record<string, string>
}

export const dialects: Readonly<Record<SoapVersion, Dialect>> = {
  '1.1': {
    namespace: 'http://schemas.xmlsoap.org/soap/envelope/',
    headers: (charset, action) => ({
      'content-type': `text/xml; charset=${charset.toUpperCase()}`,
      soapaction: `"${action}"`,
    }),
  },
  '1.2': {
    namespace: 'http://www.w3.org/2003/05/soap-envelope',
    // RFC 3902: the action is a parameter of the content type.
    headers: (charset, action) => ({
      'content-type': `application/soap+xml; charset=${charset.toUpperCase()}${action === '' ? '' : `; action="${action}"`}`,
    }),
  },
}

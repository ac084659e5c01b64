import type { Signer } from '../../signing/signer.ts'
import type { AttemptIo, UpstreamRequest } from '../../source.ts'
import type { Charset } from '../charset.ts'
import type { Envelope } from '../envelope.ts'
import type { XmlTree } from '../xml/write.ts'
import type { SoapVersion } from './versions.ts'
import type { SoapStyle } from './wsdl.ts'

/** One request to a SOAP source. */
export interface SoapRequest extends UpstreamRequest {
  /** Name of the service's operation. */
  readonly action: string
  /** Parameters of the operation, by name; with a service description they are put into its order. */
  readonly parameters?: XmlTree
  /** Content of the `body` of an inner document, which becomes one more parameter; see {@link InnerDocument}. */
  readonly body?: XmlTree
  /** For operations whose status values mean something else than in the rest of the service. */
  readonly envelope?: Envelope
}

/** How a document travels inside a string of a SOAP message (XML 套 CDATA), there and back. */
export interface InnerDocument {
  /** Element of the request that holds the document. @default 'xml' */
  readonly parameter?: string
  /** Root of the document sent. @default 'request' */
  readonly request?: string
  /** Written before `body`, for example credentials and a time stamp; made for each attempt anew. */
  readonly head?: (io: Pick<AttemptIo, 'now'>) => XmlTree
  /** How the document sent is written. @default 'cdata' */
  readonly spelling?: 'cdata' | 'escaped'
  /**
   * What the answer holds: a document in a string, XML or JSON, or no inner document but plain elements. @default 'xml'
   */
  readonly answers?: 'xml' | 'json' | 'plain'
  /** Element of the answer that holds it; '' with plain elements: all of them. @default 'return', or what the service description says */
  readonly result?: string
  /** Root of the XML document received; '': the envelope begins with the root, for services whose errors have another one. @default 'response' */
  readonly response?: string
  /** Whether attributes of the XML document received are kept, as `@name`. @default false */
  readonly attributes?: boolean
}

/** How a SOAP source speaks. */
export interface SoapOptions {
  /** Address of the service. @default what the service description says */
  readonly endpoint?: string
  /** Namespace of the service's elements. Needed without a service description. */
  readonly namespace?: string
  /**
   * Text of the service description (WSDL 1.1). It gives version, style, namespace, action, elements and the order of
   * parameters; options beside it count more. Operations and parameters that it does not have are refused.
   */
  readonly wsdl?: string
  /** @default '1.1' */
  readonly version?: SoapVersion
  /** @default 'document' */
  readonly style?: SoapStyle
  /** Whether parameters are in the service's namespace. @default false */
  readonly qualified?: boolean
  /** @default action => `urn:${action}` */
  readonly soapAction?: (action: string) => string
  /** Element of the answer. @default action => `${action}Response`, and with RPC style whatever element there is */
  readonly responseElement?: (action: string) => string
  /** Character set of whole messages, both ways. @default 'utf-8' */
  readonly charset?: Charset
  /** Entries of the SOAP header, with their own `@xmlns` where they need one; made for each attempt anew. */
  readonly header?: (io: AttemptIo) => XmlTree | Promise<XmlTree>
  readonly document?: InnerDocument
  readonly envelope: Envelope
  readonly sign?: Signer
}

import { TongbanError } from '@tongban/schema'
import type { SoapOptions } from './options.ts'
import type { SoapVersion } from './versions.ts'
import { readWsdl, type SoapStyle, type Wsdl, type WsdlOperation } from './wsdl.ts'

/** What is known of a service, from its description and from the source file. */
export interface SoapService {
  readonly endpoint: string
  readonly version: SoapVersion
  readonly style: SoapStyle
  readonly qualified: boolean
  /** @throws TongbanError `TB_CONFIG_INVALID` when the description has no such operation */
  operation(name: string): WsdlOperation
}

const invalid = (path: string, detail: string) => new TongbanError('TB_CONFIG_INVALID', { path, detail })

const described = (wsdl: Wsdl, name: string): WsdlOperation => {
  const found = wsdl.operations.get(name)
  if (found) return found
  throw invalid('protocol.wsdl', `no operation ${name}; there are ${[...wsdl.operations.keys()].join(', ')}`)
}

const undescribed = (name: string, namespace: string): WsdlOperation => ({
  name,
  action: `urn:${name}`,
  namespace,
  request: name,
  response: `${name}Response`,
  parameters: [],
  results: [],
})

/**
 * Puts together what a source file and a service description say about a service.
 *
 * @throws TongbanError `TB_CONFIG_INVALID` without an address or a namespace, or when the description cannot be read
 */
export function serviceOf(options: SoapOptions): SoapService {
  const { namespace, soapAction, responseElement } = options
  const wsdl = options.wsdl === undefined ? undefined : readWsdl(options.wsdl)
  const endpoint = options.endpoint ?? wsdl?.endpoint
  if (!endpoint) throw invalid('protocol.endpoint', 'expected the address of the service')
  if (namespace === undefined && !wsdl)
    throw invalid('protocol.namespace', 'expected the namespace of the service, or its description in wsdl')
  return {
    endpoint,
    version: options.version ?? wsdl?.version ?? '1.1',
    style: options.style ?? wsdl?.style ?? 'document',
    qualified: options.qualified ?? wsdl?.qualified ?? false,
    operation(name) {
      const known = wsdl ? described(wsdl, name) : undescribed(name, namespace ?? '')
      return {
        ...known,
        namespace: namespace ?? known.namespace,
        action: soapAction?.(name) ?? known.action,
        response: responseElement?.(name) ?? known.response,
      }
    },
  }
}

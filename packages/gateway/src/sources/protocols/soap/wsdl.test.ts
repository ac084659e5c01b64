import { describe, expect, it } from 'vitest'
import { readWsdl } from './wsdl.ts'

const service = (binding: string, more = '') =>
  `<definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:s="http://schemas.xmlsoap.org/wsdl/soap${binding}/" targetNamespace="urn:t">
  <types><schema targetNamespace="urn:elements">
    <element name="find" type="tns:find"/><complexType name="find"><sequence><element name="a"/><element ref="tns:b"/></sequence></complexType>
    <element name="findAnswer"><complexType><sequence><element name="out"/></sequence></complexType></element>
  </schema></types>
  <message name="in"><part name="parameters" element="tns:find"/></message>
  <message name="out"><part name="parameters" element="tns:findAnswer"/></message>
  <portType name="P"><operation name="find"><input message="tns:in"/><output message="tns:out"/></operation></portType>
  <binding name="B" type="tns:P"><s:binding style="document"/><operation name="find"><s:operation soapAction="urn:do"/></operation></binding>
  <service name="S"><port name="P" binding="tns:B"><s:address location="http://x.invalid/s"/></port></service>${more}</definitions>`

const rpc = `<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" targetNamespace="urn:t">
  <wsdl:message name="in"><wsdl:part name="in0" type="xsd:string"/><wsdl:part name="in1" type="xsd:string"/></wsdl:message>
  <wsdl:message name="out"><wsdl:part name="findReturn" type="xsd:string"/></wsdl:message>
  <wsdl:portType name="P"><wsdl:operation name="find"><wsdl:input message="t:in"/><wsdl:output message="t:out"/></wsdl:operation></wsdl:portType>
  <wsdl:binding name="B" type="t:P"><soap:binding style="rpc"/><wsdl:operation name="find"><soap:operation soapAction=""/><wsdl:input><soap:body use="encoded" namespace="http://DefaultNamespace"/></wsdl:input></wsdl:operation></wsdl:binding>
</wsdl:definitions>`

describe('a service description', () => {
  it('names operations, elements, parameters and where they are', () => {
    const read = readWsdl(service(''))
    expect(read).toMatchObject({ endpoint: 'http://x.invalid/s', version: '1.1', style: 'document', qualified: false })
    expect([...read.operations.values()]).toEqual([
      {
        name: 'find',
        action: 'urn:do',
        namespace: 'urn:elements',
        request: 'find',
        response: 'findAnswer',
        parameters: ['a', 'b'],
        results: ['out'],
      },
    ])
  })

  it('of SOAP 1.2 says so', () => {
    expect(readWsdl(service('12')).version).toBe('1.2')
  })

  it('of RPC style names parts', () => {
    const read = readWsdl(rpc)
    expect(read).toMatchObject({ style: 'rpc', endpoint: null })
    expect(read.operations.get('find')).toMatchObject({
      namespace: 'http://DefaultNamespace',
      request: 'find',
      response: 'findResponse',
      parameters: ['in0', 'in1'],
      results: ['findReturn'],
    })
  })

  it.each([
    ['a page', '<html></html>'],
    ['nothing', ''],
    ['one without SOAP', '<definitions><binding><operation name="x"/></binding></definitions>'],
    ['one with entities', `<!DOCTYPE a [<!ENTITY e "x">]>${service('')}`],
    ['half of one', service('').slice(0, 700)],
  ])('is not %s', (_what, text) => {
    expect(() => readWsdl(text)).toThrow(
      expect.objectContaining({
        code: 'TB_CONFIG_INVALID',
        params: expect.objectContaining({ path: 'protocol.wsdl' }),
      }),
    )
  })
})

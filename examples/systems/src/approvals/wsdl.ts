import { SERVICE_NAMESPACE } from './soap.ts'
import { XML_HEAD } from './xml.ts'

const element = (name: string, parameter: string): string =>
  `<xs:element name="${name}"><xs:complexType><xs:sequence><xs:element name="${parameter}" type="xs:string" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>`

const message = (name: string): string =>
  `<wsdl:message name="${name}"><wsdl:part name="parameters" element="tns:${name}"/></wsdl:message>`

const portOperation = (name: string): string =>
  `<wsdl:operation name="${name}"><wsdl:input message="tns:${name}"/><wsdl:output message="tns:${name}Response"/></wsdl:operation>`

const bindingOperation = (name: string): string =>
  `<wsdl:operation name="${name}"><soap:operation soapAction="urn:${name}" style="document"/><wsdl:input><soap:body use="literal"/></wsdl:input><wsdl:output><soap:body use="literal"/></wsdl:output></wsdl:operation>`

/** The service description, document/literal, at the address it is asked at. */
export const wsdl = (
  operations: readonly string[],
  address: string,
): string => `${XML_HEAD}<wsdl:definitions name="ApprovalService" targetNamespace="${SERVICE_NAMESPACE}" xmlns:tns="${SERVICE_NAMESPACE}" xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<wsdl:types><xs:schema targetNamespace="${SERVICE_NAMESPACE}" elementFormDefault="unqualified">${operations.map((name) => element(name, 'xml') + element(`${name}Response`, 'return')).join('')}</xs:schema></wsdl:types>
${operations.map((name) => message(name) + message(`${name}Response`)).join('')}
<wsdl:portType name="ApprovalPort">${operations.map(portOperation).join('')}</wsdl:portType>
<wsdl:binding name="ApprovalBinding" type="tns:ApprovalPort"><soap:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>${operations.map(bindingOperation).join('')}</wsdl:binding>
<wsdl:service name="ApprovalService"><wsdl:port name="ApprovalPort" binding="tns:ApprovalBinding"><soap:address location="${address}"/></wsdl:port></wsdl:service>
</wsdl:definitions>`

import type { Agency } from '../city/agencies.ts'
import { type CertificateTypeKey, certificateTypes } from '../city/certificate-types.ts'
import { type Clock, compactTime, shanghaiDate } from '../shared/clock.ts'
import { type Certificate, certificateIdentifier, type Holder } from './certificate.ts'
import type { Registry } from './registry.ts'
import { validTo } from './seed.ts'

/** What an approving department hands over to have a certificate made. */
interface IssueRequest {
  readonly type: CertificateTypeKey
  readonly holder: Holder
  readonly agency: Agency
  readonly caseNumber: string
}

/** Makes certificates for decided cases. */
export type Issuer = (request: IssueRequest) => Certificate

export const createIssuer = (registry: Registry, clock: Clock): Issuer => {
  // Goes on where it stopped: two starts within one second must not give the same serial.
  let made = registry.issued().length
  return ({ type: key, holder, agency, caseNumber }) => {
    made += 1
    const type = certificateTypes[key]
    const issuedOn = shanghaiDate(clock())
    // The time is part of the serial: numbers never come back after a restart.
    const serial = compactTime(clock()) + String(made % 10_000).padStart(4, '0')
    const certificate: Certificate = {
      type,
      identifier: certificateIdentifier(type.code, agency.code, serial),
      number: `浙(${issuedOn.slice(0, 4)})${agency.division.name}第${serial.slice(-9)}号`,
      holders: [holder],
      issuer: { name: agency.name, code: agency.code, division: agency.division.code },
      issuedOn,
      validTo: validTo(issuedOn, 'years' in type ? type.years : undefined),
      status: '01',
      details: [{ name: '办件编号', columnName: 'YWH', value: caseNumber }],
    }
    registry.add(certificate)
    return certificate
  }
}

import { agencyIn } from '../city/agencies.ts'
import { type Applicant, applicantNamed, organisations, persons } from '../city/applicants.ts'
import { certificateTypes } from '../city/certificate-types.ts'
import { divisions, fullName } from '../city/divisions.ts'
import { type Holding, holdings } from '../city/holdings.ts'
import { stableDigits } from '../shared/stable.ts'
import { type Certificate, certificateIdentifier, type FaceField, type Holder } from './certificate.ts'

const holderOf = ({ name, code, holderType }: Applicant): Holder => ({ name, code, type: holderType })

const columns: Readonly<Record<string, string>> = {
  坐落: 'ZL',
  共有情况: 'GYQK',
  权利类型: 'QLLX',
  用途: 'YT',
  面积: 'MJ',
  姓名: 'XM',
  性别: 'XB',
  民族: 'MZ',
  出生: 'CSRQ',
  住址: 'ZZ',
  公民身份号码: 'GMSFHM',
  名称: 'MC',
  统一社会信用代码: 'TYSHXYDM',
  法定代表人: 'FDDBR',
  经营范围: 'JYFW',
}

const detailsOf = (details: Readonly<Record<string, string>>): FaceField[] =>
  Object.entries(details).map(([name, value], index) => ({
    name,
    value,
    columnName: columns[name] ?? `EXT${index + 1}`,
  }))

const plusYears = (date: string, years: number): string => `${Number(date.slice(0, 4)) + years}${date.slice(4)}`

/** The day a certificate ends, by the usual term of its type. */
export const validTo = (issuedOn: string, years: number | undefined): string | undefined =>
  years === undefined ? undefined : plusYears(issuedOn, years)

const certificateOf = (holding: Holding): Certificate => {
  const type = certificateTypes[holding.type]
  const [first, ...others] = holding.holders.map(applicantNamed)
  if (!first) throw new RangeError(`Nobody holds this ${holding.type}.`)
  const agency = agencyIn(holding.issuer, divisions.find(({ code }) => code === holding.division) ?? first.division)
  const serial = stableDigits(`${holding.type} ${first.code} ${holding.issuedOn}`, 9)
  return {
    type,
    identifier: certificateIdentifier(type.code, agency.code, serial, '001', holding.offByOne ? 'offByOne' : 'iso'),
    number: holding.number ?? `${agency.division.code}${holding.issuedOn.slice(0, 4)}${serial}`,
    holders: [holderOf(first), ...others.map(holderOf)],
    issuer: { name: agency.name, code: agency.code, division: agency.division.code },
    issuedOn: holding.issuedOn,
    validTo: validTo(holding.issuedOn, 'years' in type ? type.years : undefined),
    status: holding.status ?? '01',
    details: detailsOf(holding.details ?? {}),
  }
}

const identityOf = (person: Applicant): Holding => ({
  type: 'identity',
  holders: [person.name],
  issuer: 'public-security',
  issuedOn: '2020-03-15',
  number: person.code,
  details: {
    姓名: person.name,
    性别: person.sex ?? '',
    民族: person.nation ?? '',
    出生: person.born ?? '',
    住址: `${fullName(person.division)}示范社区`,
    公民身份号码: person.code,
  },
})

const socialCardOf = (person: Applicant): Holding => ({
  type: 'social-card',
  holders: [person.name],
  issuer: 'human-resources',
  issuedOn: '2021-06-01',
})

const licenceOf = (organisation: Applicant): Holding => ({
  type: 'licence',
  holders: [organisation.name],
  issuer: 'market-supervision',
  issuedOn: '2018-09-10',
  number: organisation.code,
  details: {
    名称: organisation.name,
    统一社会信用代码: organisation.code,
    法定代表人: organisation.legalRepresentative ?? '',
    经营范围: organisation.business ?? '',
  },
})

const foreign: readonly Holding[] = ['MARIA EXAMPLE', '李样本'].map((name) => ({
  type: 'social-card',
  holders: [name],
  issuer: 'human-resources',
  issuedOn: '2023-06-01',
}))

/** The certificates that exist when the platform starts. */
export const seededCertificates = (): Certificate[] =>
  [
    ...persons.map(identityOf),
    ...persons.map(socialCardOf),
    ...organisations.map(licenceOf),
    ...foreign,
    ...holdings,
  ].map(certificateOf)

import { certificateRoot, mod37Comma36 } from '@tongban/schema'
import { personAt } from './applicants.ts'
import { digits } from './numbers.ts'

/** Types every applicant of the invented city holds one of; codes are the defining body and a serial (GB/T 36902). */
export const certificateTypes = ['11100000000013338W001', '11100000000013338W011', '11100000000013338W032'] as const

const names = ['二级建造师注册证书', '安全生产考核合格证书', '建筑施工特种作业操作资格证书'] as const

/** A certificate as the upstream writes it. */
export interface CertificateRow {
  readonly identifier: string
  readonly typeCode: string
  readonly name: string
  readonly holderName: string
  readonly holderNumber: string
  readonly issuerName: string
  readonly issuedOn: string
  readonly validTo: string
  readonly openEnded: boolean
  readonly status: 'VALID'
}

export const certificatesOf = (person: number): readonly CertificateRow[] =>
  certificateTypes.map((typeCode, index) => {
    const serial = digits(person * certificateTypes.length + index, 10)
    const { documentNumber, name } = personAt(person)
    return {
      identifier: [
        certificateRoot,
        typeCode,
        '330602',
        serial,
        '001',
        mod37Comma36(`${typeCode}330602${serial}001`),
      ].join('.'),
      typeCode,
      name: names[index] ?? names[0],
      holderName: name,
      holderNumber: documentNumber,
      issuerName: '浙江省住房和城乡建设厅',
      issuedOn: `2021-0${(index % 9) + 1}-1${index}`,
      validTo: `2031-0${(index % 9) + 1}-0${index + 1}`,
      openEnded: false,
      status: 'VALID',
    }
  })

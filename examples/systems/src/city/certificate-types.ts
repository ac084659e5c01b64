import { creditCode, organisationCode } from './check-digits.ts'

/** A kind of certificate (证照类型). */
export interface CertificateType {
  readonly code: string
  readonly name: string
  /** Who holds it: a person, an organisation, or either. */
  readonly holder: 'person' | 'organisation' | 'either'
  /** Years until it ends; absent = no expiry. */
  readonly years?: number
  /** False where the code stands in published documents, true where it is invented. */
  readonly invented: boolean
}

const published = (code: string, name: string, holder: CertificateType['holder'], years?: number): CertificateType => ({
  code,
  name,
  holder,
  ...(years === undefined ? {} : { years }),
  invented: false,
})

/** Authority code `MB99xxxx` is never given out: well formed, but nobody's. */
const invented = (serial: number, name: string, holder: CertificateType['holder'], years?: number): CertificateType => {
  const authority = creditCode('11', '100000', organisationCode(`MB99${String(9000 + serial)}`))
  return { ...published(`${authority}001`, name, holder, years), invented: true }
}

export const certificateTypes = {
  identity: published('11100000000013127D001', '中华人民共和国居民身份证', 'person', 20),
  licence: published('11100000MB0143028R001', '营业执照', 'organisation'),
  property: published('11100000MB03271699001', '中华人民共和国不动产权证书', 'either'),
  registration: published('11100000MB03271699022', '中华人民共和国不动产登记证明', 'either'),
  constructor: published('11100000000013338W001', '二级建造师注册证书', 'person', 3),
  'safety-permit': published('11100000000013338W050', '安全生产许可证', 'organisation', 3),
  marriage: invented(1, '结婚证', 'person'),
  household: invented(2, '居民户口簿', 'person'),
  driving: invented(3, '机动车驾驶证', 'person', 10),
  vehicle: invented(4, '机动车行驶证', 'either'),
  'social-card': invented(5, '社会保障卡', 'person', 10),
  residence: invented(6, '浙江省居住证', 'person', 1),
  food: invented(7, '食品经营许可证', 'organisation', 5),
  hygiene: invented(8, '公共场所卫生许可证', 'organisation', 4),
  'medical-institution': invented(9, '医疗机构执业许可证', 'organisation', 15),
  doctor: invented(10, '医师执业证书', 'person'),
  nurse: invented(11, '护士执业证书', 'person', 5),
  'road-transport': invented(12, '道路运输经营许可证', 'organisation', 4),
  'vehicle-operation': invented(13, '道路运输证', 'organisation', 4),
  'construction-permit': invented(14, '建筑工程施工许可证', 'organisation'),
  'construction-quality': invented(15, '建筑业企业资质证书', 'organisation', 5),
  disability: invented(16, '中华人民共和国残疾人证', 'person', 10),
  birth: invented(17, '出生医学证明', 'person'),
  veteran: invented(18, '退役军人优待证', 'person'),
  publication: invented(19, '出版物经营许可证', 'organisation', 5),
  entertainment: invented(20, '娱乐经营许可证', 'organisation', 2),
  school: invented(21, '民办学校办学许可证', 'organisation', 5),
  labour: invented(22, '劳务派遣经营许可证', 'organisation', 3),
  'human-service': invented(23, '人力资源服务许可证', 'organisation', 5),
  'water-intake': invented(24, '取水许可证', 'organisation', 5),
  drainage: invented(25, '城镇污水排入排水管网许可证', 'organisation', 5),
  pollution: invented(26, '排污许可证', 'organisation', 5),
  tobacco: invented(27, '烟草专卖零售许可证', 'organisation', 5),
  hazardous: invented(28, '危险化学品经营许可证', 'organisation', 3),
  gas: invented(29, '燃气经营许可证', 'organisation', 5),
  fire: invented(30, '公众聚集场所投入使用、营业前消防安全检查合格证', 'organisation'),
  special: invented(31, '特种行业许可证', 'organisation'),
  seed: invented(32, '农作物种子生产经营许可证', 'organisation', 5),
  pesticide: invented(33, '农药经营许可证', 'organisation', 5),
  'veterinary-drug': invented(34, '兽药经营许可证', 'organisation', 5),
  'animal-health': invented(35, '动物防疫条件合格证', 'organisation'),
  teacher: invented(36, '教师资格证书', 'person'),
  employment: invented(37, '就业创业证', 'person'),
  'device-use': invented(38, '特种设备使用登记证', 'organisation'),
  'non-enterprise': invented(39, '民办非企业单位登记证书', 'organisation', 4),
  'land-planning': invented(40, '建设用地规划许可证', 'organisation'),
  'work-planning': invented(41, '建设工程规划许可证', 'organisation'),
  presale: invented(42, '商品房预售许可证', 'organisation'),
  permit: invented(43, '行政许可决定书', 'either'),
} as const satisfies Record<string, CertificateType>

export type CertificateTypeKey = keyof typeof certificateTypes

const byCode = new Map<string, CertificateType>(Object.values(certificateTypes).map((type) => [type.code, type]))

export const certificateTypeByCode = (code: string): CertificateType | undefined => byCode.get(code)

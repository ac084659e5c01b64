import { entry } from '../shared/stable.ts'
import { creditCode, organisationCode, residentNumber } from './check-digits.ts'
import { type Division, districts } from './divisions.ts'

/** Holder types (GB/T 36903) that occur here. */
export const holderTypes = ['111', '414', '551', '001'] as const

export type HolderType = (typeof holderTypes)[number]

/** Somebody who can apply: an invented person or company. */
export interface Applicant {
  readonly kind: 'person' | 'organisation'
  readonly name: string
  readonly holderType: HolderType
  readonly code: string
  readonly division: Division
  readonly sex?: '男' | '女'
  readonly nation?: string
  /** `1990-01-01`. */
  readonly born?: string
  readonly legalRepresentative?: string
  readonly business?: string
}

/**
 * 330600 is a city's code: resident numbers begin with a county's, so none of these was ever given to anybody.
 * Odd sequence numbers are men, even ones women (GB 11643).
 */
const person = (name: string, year: number, sex: '男' | '女', index: number, nation = '汉族'): Applicant => ({
  kind: 'person',
  name,
  holderType: '111',
  code: residentNumber('330600', `${year}0101`, String(index * 2 + (sex === '男' ? 1 : 0)).padStart(3, '0')),
  division: entry(districts, index),
  sex,
  nation,
  born: `${year}-01-01`,
})

const organisation = (name: string, index: number, legalRepresentative: string, business: string): Applicant => {
  const division = entry(districts, index)
  const kind = name.endsWith('店') || name.endsWith('馆') ? '92' : '91'
  return {
    kind: 'organisation',
    name,
    holderType: '001',
    code: creditCode(kind, division.code, organisationCode(`MA99${String(1001 + index)}`)),
    division,
    legalRepresentative,
    business,
  }
}

/** Rare characters on purpose: 䶮 and 㛃 trouble GBK tables, the middle dot has four spellings, 𠮷 needs four bytes. */
export const persons: readonly Applicant[] = [
  person('陈䶮', 1988, '男', 1),
  person('王㛃', 1990, '女', 2),
  person('沈知越', 1985, '男', 3),
  person('鲁采薇', 1987, '女', 4),
  person('阿依努尔·艾山', 1992, '女', 5, '维吾尔族'),
  person('徐镜湖', 1979, '男', 6),
  person('金若耶', 1982, '女', 7),
  person('𠮷田安', 1994, '男', 8),
  person('章会稽', 1970, '男', 9),
  person('孟兰亭', 1972, '女', 10),
  person('陆沈园', 1995, '女', 11),
  person('谢东山', 1965, '男', 12),
  person('贺知秋', 1998, '女', 13),
  person('严子陵滩', 1991, '男', 14),
  person('曹娥江月', 1993, '女', 15),
  person('任覆卮', 1968, '男', 16),
  person('祝英', 2001, '女', 17),
  person('钱梅山', 1960, '男', 18),
  person('朱安昌', 1958, '女', 19),
  person('蔡元培风', 1999, '男', 20),
  person('马臻湖', 1983, '男', 21),
  person('秋白露', 1986, '女', 22),
]

const foreigner: Applicant = {
  kind: 'person',
  name: 'MARIA EXAMPLE',
  holderType: '414',
  code: 'X0000001',
  division: entry(districts, 0),
  sex: '女',
  born: '1990-01-01',
}

const hongKong: Applicant = {
  kind: 'person',
  name: '李样本',
  holderType: '551',
  code: residentNumber('810000', '19900101', '901'),
  division: entry(districts, 1),
  sex: '男',
  born: '1990-01-01',
}

export const organisations: readonly Applicant[] = [
  organisation('绍兴镜水软件有限公司', 0, '沈知越', '软件开发;信息技术咨询服务'),
  organisation('绍兴柯岩纺织有限公司', 1, '徐镜湖', '针纺织品制造、销售'),
  organisation('绍兴舜江新材料股份有限公司', 2, '谢东山', '新材料研发、生产'),
  organisation('绍兴越城区桥边面馆', 3, '陈䶮', '餐饮服务'),
  organisation('绍兴市古轴建设有限公司', 4, '章会稽', '房屋建筑工程施工'),
  organisation('绍兴上虞曹江物流有限公司', 5, '任覆卮', '道路货物运输'),
  organisation('绍兴仓桥酒店管理有限公司', 6, '鲁采薇', '住宿服务'),
  organisation('绍兴轻纺进出口有限公司', 7, '金若耶', '货物进出口'),
  organisation('绍兴丰惠生态农业有限公司', 8, '钱梅山', '畜禽养殖;农产品销售'),
  organisation('绍兴越城区青藤书店', 9, '贺知秋', '图书零售'),
  organisation('绍兴安昌腊味食品有限公司', 10, '朱安昌', '食品生产、销售'),
  organisation('绍兴仁寿门诊部有限公司', 11, '孟兰亭', '医疗服务'),
  organisation('绍兴蓝印人力资源有限公司', 12, '马臻湖', '人力资源服务;劳务派遣'),
  organisation('绍兴杭甬运河燃气有限公司', 13, '秋白露', '燃气经营'),
]

export const applicants: readonly Applicant[] = [...persons, foreigner, hongKong, ...organisations]

const byName = new Map(applicants.map((applicant) => [applicant.name, applicant]))

/** @throws RangeError when no authored applicant has this name. */
export const applicantNamed = (name: string): Applicant => {
  const found = byName.get(name)
  if (!found) throw new RangeError(`No applicant ${name}.`)
  return found
}

import type { CertificateTypeKey } from './certificate-types.ts'
import type { DepartmentKey } from './departments.ts'
import { districts } from './divisions.ts'

/** A certificate that exists from the start: who holds it, who issued it, what stands on it. */
export interface Holding {
  readonly type: CertificateTypeKey
  readonly holders: readonly string[]
  readonly issuer: DepartmentKey
  /** Division of the issuing department; the first holder's when absent. */
  readonly division?: string
  /** `YYYY-MM-DD`. */
  readonly issuedOn: string
  readonly number?: string
  readonly status?: '01' | '02' | '03' | '04' | '05' | '07'
  readonly details?: Readonly<Record<string, string>>
  /** Numbered by the vendor class that counts A as 11. */
  readonly offByOne?: true
}

const home = (
  holders: readonly string[],
  issuedOn: string,
  place: string,
  area: string,
  extra: Partial<Holding> = {},
): Holding => ({
  type: 'property',
  holders,
  issuer: 'natural-resources',
  division: districts.find(({ name }) => place.includes(name))?.code ?? '330600',
  issuedOn,
  details: {
    坐落: place,
    共有情况: holders.length > 1 ? '共同共有' : '单独所有',
    权利类型: '国有建设用地使用权/房屋所有权',
    用途: '城镇住宅用地/成套住宅',
    面积: `房屋建筑面积${area}平方米`,
  },
  ...extra,
})

const wedding = (holders: readonly [string, string], issuedOn: string): Holding => ({
  type: 'marriage',
  holders,
  issuer: 'civil-affairs',
  issuedOn,
})

const family = (head: string, ...members: string[]): Holding => ({
  type: 'household',
  holders: [head, ...members],
  issuer: 'public-security',
  issuedOn: '2019-05-20',
  details: { 户别: '家庭户', 户主: head },
})

const one = (
  type: CertificateTypeKey,
  issuer: DepartmentKey,
  holder: string,
  issuedOn: string,
  extra: Partial<Holding> = {},
): Holding => ({
  type,
  issuer,
  holders: [holder],
  issuedOn,
  ...extra,
})

/** Couples, homes and papers of the invented persons. */
const personal: readonly Holding[] = [
  wedding(['陈䶮', '王㛃'], '2015-05-20'),
  wedding(['沈知越', '鲁采薇'], '2012-10-01'),
  wedding(['徐镜湖', '金若耶'], '2008-08-08'),
  wedding(['章会稽', '孟兰亭'], '1996-01-18'),
  family('陈䶮', '王㛃'),
  family('沈知越', '鲁采薇'),
  family('徐镜湖', '金若耶'),
  family('章会稽', '孟兰亭'),
  family('谢东山'),
  family('钱梅山'),
  home(['陈䶮', '王㛃'], '2020-06-18', '绍兴市越城区镜湖新区示范苑1幢101室', '118.50'),
  home(['沈知越'], '2018-03-12', '绍兴市越城区迪荡街道示范公寓2幢1203室', '89.32'),
  home(['徐镜湖', '金若耶'], '2016-11-30', '绍兴市柯桥区柯岩街道示范花园8幢302室', '140.07'),
  home(['阿依努尔·艾山'], '2021-09-09', '绍兴市柯桥区华舍街道示范里5幢501室', '76.20', { offByOne: true }),
  home(['章会稽', '孟兰亭'], '2011-04-02', '绍兴市上虞区百官街道示范小区3幢201室', '102.11', { status: '04' }),
  home(['谢东山'], '2009-12-25', '绍兴市上虞区曹娥街道示范路6号', '160.00', { status: '02' }),
  one('driving', 'public-security', '陈䶮', '2014-07-01', { details: { 准驾车型: 'C1' } }),
  one('driving', 'public-security', '沈知越', '2018-07-01', { details: { 准驾车型: 'C1' } }),
  one('driving', 'public-security', '任覆卮', '2017-03-15', { details: { 准驾车型: 'A2' } }),
  one('driving', 'public-security', '严子陵滩', '2019-03-15', { status: '02', details: { 准驾车型: 'C1' } }),
  one('vehicle', 'public-security', '陈䶮', '2021-02-03', { details: { 号牌号码: '浙D·T0001' } }),
  one('residence', 'public-security', '阿依努尔·艾山', '2026-03-01', { details: { 居住地址: '绍兴市柯桥区华舍街道' } }),
  one('residence', 'public-security', '𠮷田安', '2024-03-01', { status: '05' }),
  one('disability', 'disabled-federation', '祝英', '2022-08-15', { details: { 残疾类别: '肢体', 残疾等级: '二级' } }),
  one('disability', 'disabled-federation', '钱梅山', '2020-08-15', { details: { 残疾类别: '听力', 残疾等级: '三级' } }),
  one('doctor', 'health', '孟兰亭', '2000-07-01', { details: { 执业类别: '临床', 执业范围: '内科专业' } }),
  one('nurse', 'health', '曹娥江月', '2023-07-01'),
  one('teacher', 'education', '贺知秋', '2021-06-30', { details: { 任教学科: '语文', 资格种类: '高级中学教师资格' } }),
  one('constructor', 'construction', '章会稽', '2024-11-11', { details: { 注册专业: '建筑工程' } }),
  one('veteran', 'veterans', '任覆卮', '2022-08-01'),
  one('birth', 'health', '王㛃', '2017-03-03', {
    details: { 新生儿姓名: '陈小样', 父亲姓名: '陈䶮', 母亲姓名: '王㛃' },
  }),
  one('employment', 'human-resources', '祝英', '2024-05-04'),
]

/** Permits of the invented companies. */
const corporate: readonly Holding[] = [
  one('food', 'market-supervision', '绍兴越城区桥边面馆', '2023-04-01', { details: { 经营项目: '热食类食品制售' } }),
  one('food', 'market-supervision', '绍兴安昌腊味食品有限公司', '2020-04-01', {
    status: '05',
    details: { 经营项目: '预包装食品销售' },
  }),
  one('safety-permit', 'construction', '绍兴市古轴建设有限公司', '2024-02-01'),
  one('construction-quality', 'construction', '绍兴市古轴建设有限公司', '2023-02-01', {
    details: { 资质类别及等级: '建筑工程施工总承包三级' },
  }),
  one('road-transport', 'transport', '绍兴上虞曹江物流有限公司', '2023-09-01', {
    details: { 经营范围: '道路普通货物运输' },
  }),
  one('vehicle-operation', 'transport', '绍兴上虞曹江物流有限公司', '2023-09-10', { status: '02' }),
  one('vehicle', 'public-security', '绍兴上虞曹江物流有限公司', '2022-09-10', { details: { 号牌号码: '浙D·T0002' } }),
  one('hygiene', 'health', '绍兴仓桥酒店管理有限公司', '2023-01-05', { details: { 许可项目: '宾馆' } }),
  one('special', 'public-security', '绍兴仓桥酒店管理有限公司', '2022-12-01'),
  one('fire', 'fire', '绍兴仓桥酒店管理有限公司', '2022-11-01'),
  one('animal-health', 'agriculture', '绍兴丰惠生态农业有限公司', '2021-05-01'),
  one('publication', 'culture', '绍兴越城区青藤书店', '2022-06-01'),
  one('medical-institution', 'health', '绍兴仁寿门诊部有限公司', '2019-06-01', { offByOne: true }),
  one('labour', 'human-resources', '绍兴蓝印人力资源有限公司', '2022-03-01', { status: '03' }),
  one('human-service', 'human-resources', '绍兴蓝印人力资源有限公司', '2024-03-01'),
  one('gas', 'construction', '绍兴杭甬运河燃气有限公司', '2023-03-01'),
  one('pollution', 'ecology', '绍兴柯岩纺织有限公司', '2022-10-10'),
  one('drainage', 'construction', '绍兴柯岩纺织有限公司', '2022-10-12', { offByOne: true }),
  {
    type: 'property',
    holders: ['绍兴舜江新材料股份有限公司'],
    issuer: 'natural-resources',
    issuedOn: '2017-07-07',
    details: {
      坐落: '绍兴市上虞区杭州湾示范工业园1号',
      共有情况: '单独所有',
      用途: '工业用地/厂房',
      面积: '房屋建筑面积12000.00平方米',
    },
  },
]

/** Everything authored; 身份证, 社保卡 and 营业执照 are added for everybody by the registry. */
export const holdings: readonly Holding[] = [...personal, ...corporate]

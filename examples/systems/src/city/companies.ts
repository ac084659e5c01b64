import { stableNumber } from '../shared/stable.ts'
import { creditCode, organisationCode } from './check-digits.ts'
import { divisions } from './divisions.ts'

/** A company that bids, tenders or runs tenders; the code is invented, its check characters are right. */
export interface Company {
  readonly name: string
  readonly code: string
}

const company = (name: string, index: number, series: string): Company => ({
  name,
  code: creditCode(
    '91',
    divisions[stableNumber(name, divisions.length)]?.code ?? '330600',
    organisationCode(`MA${series}${String(index + 1).padStart(4, '0')}`),
  ),
})

const companies = (series: string, names: readonly string[]): readonly Company[] =>
  names.map((name, index) => company(name, index, series))

/** Bidders by trade. */
export const bidders = {
  works: companies('97', [
    '浙江镜湖建工示例有限公司',
    '绍兴鉴湖路桥示例有限公司',
    '浙江会稽山市政示例有限公司',
    '绍兴若耶溪建设示例有限公司',
    '浙江曹娥江水利示例有限公司',
    '杭州湾交通工程示例有限公司',
    '绍兴古越园林示例有限公司',
    '浙江兰亭建筑示例股份有限公司',
    '绍兴府山装饰示例有限公司',
    '浙江浦阳江港航示例有限公司',
    '宁波甬江市政示例有限公司',
    '杭州钱塘建设示例集团有限公司',
    '金华婺江建工示例有限公司',
    '湖州苕溪路桥示例有限公司',
  ]),
  design: companies('96', [
    '浙江镜湖建筑设计示例有限公司',
    '绍兴规划勘察示例研究院有限公司',
    '杭州西湖工程咨询示例有限公司',
    '浙江兰亭工程监理示例有限公司',
    '绍兴东湖测绘示例有限公司',
    '上海浦江设计示例有限公司',
    '宁波月湖工程咨询示例有限公司',
    '南京秦淮设计示例有限公司',
  ]),
  goods: companies('95', [
    '浙江康桥医疗器械示例有限公司',
    '杭州仁和医疗科技示例有限公司',
    '绍兴青藤教学设备示例有限公司',
    '浙江智越信息技术示例有限公司',
    '宁波海曙办公家具示例有限公司',
    '上海影像设备示例有限公司',
    '绍兴蓝鲸电子示例有限公司',
    '浙江绿萝实验设备示例有限公司',
    '杭州数行软件示例有限公司',
  ]),
} as const

export type Trade = keyof typeof bidders

/** Those who run a tender for the tenderer. */
export const tenderAgencies = companies('94', [
  '绍兴公正招标代理示例有限公司',
  '浙江中和工程咨询示例有限公司',
  '杭州诚达项目管理示例有限公司',
])

/** The body that runs the platform. */
export const platform: Company = {
  name: '绍兴市公共资源交易中心',
  code: creditCode('12', '330600', organisationCode('MB990090')),
}

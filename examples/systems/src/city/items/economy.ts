import {
  bankAccount,
  certificate,
  fetched,
  form,
  identity,
  issued,
  legalIdentity,
  licence,
  own,
  premises,
  report,
} from './materials.ts'
import type { TemplateGroup } from './template.ts'

/** 发展和改革. */
export const developmentReform: TemplateGroup = {
  department: 'development-reform',
  items: [
    {
      type: '10',
      main: '001.001',
      name: '企业投资项目备案',
      audience: '2',
      days: [3, 0],
      law: '《企业投资项目核准和备案管理条例》',
      condition: '不属于核准目录的项目。',
      materials: [form('企业投资项目备案表'), licence],
      plainly: '企业要建项目,网上填表当场赋码。',
      result: ['浙江省企业投资项目备案(赋码)信息表'],
    },
    {
      type: '01',
      main: '001.001',
      name: '企业投资项目核准',
      audience: '2',
      days: [20, 10],
      law: '《企业投资项目核准和备案管理条例》第三条',
      condition: '列入政府核准的投资项目目录。',
      materials: [form('项目申请报告'), licence, issued('用地预审与选址意见书')],
      result: ['行政许可决定书', 'permit'],
      plainly: '目录里的大项目要先核准。',
    },
    {
      type: '01',
      main: '001.002',
      name: '固定资产投资项目节能审查',
      audience: '2',
      days: [20, 10],
      law: '《固定资产投资项目节能审查办法》',
      condition: '年综合能源消费量1000吨标准煤以上。',
      materials: [form('节能审查申请表'), report('项目节能报告')],
      result: ['行政许可决定书', 'permit'],
      plainly: '用能大的项目要先过节能这一关。',
      inspection: true,
    },
  ],
}

/** 经济和信息化. */
export const economy: TemplateGroup = {
  department: 'economy',
  items: [
    {
      type: '05',
      main: '001.001',
      name: '惠企补贴:制造业技术改造补助',
      audience: '2',
      days: [0, 30],
      law: '《绍兴市制造业高质量发展专项资金管理办法》',
      condition: '技改项目已备案且设备投资300万元以上。',
      materials: [
        form('技术改造补助申请表'),
        licence,
        own('设备购置发票和付款凭证'),
        report('专项审计报告'),
        bankAccount,
      ],
      plainly: '企业买新设备搞技改,政府按比例补。',
      questions: [
        {
          code: 'scale',
          ask: '企业规模?',
          options: [
            { code: 'SMALL', label: '小微企业', materials: [own('小微企业声明函')] },
            { code: 'LARGE', label: '规模以上企业', materials: [fetched(issued('统计入库证明'))] },
          ],
        },
      ],
      faq: [['补助比例是多少?', '一般为设备投资额的8%—12%,以当年申报通知为准。']],
    },
    {
      type: '05',
      main: '001.002',
      name: '惠企补贴:小微企业上规升级奖补',
      audience: '2',
      days: [0, 10],
      law: '《绍兴市小微企业上规升级扶持政策》',
      condition: '首次纳入规模以上统计。',
      materials: [fetched(issued('统计入库证明')), licence, bankAccount],
      plainly: '企业长大了、第一次上规,免申即享奖补。',
    },
    {
      type: '08',
      main: '001.001',
      name: '专精特新企业认定奖励',
      audience: '2',
      days: [0, 20],
      law: '《优质中小企业梯度培育管理暂行办法》',
      condition: '通过国家或省专精特新认定。',
      materials: [form('奖励申请表'), licence, issued('认定文件')],
      plainly: '拿了专精特新牌子的企业有奖励。',
    },
  ],
}

/** 商务. */
export const commerce: TemplateGroup = {
  department: 'commerce',
  items: [
    {
      type: '10',
      main: '001.001',
      name: '对外贸易经营者信息备案',
      audience: '2',
      days: [3, 0],
      law: '《中华人民共和国对外贸易法》',
      condition: '从事货物或技术进出口。',
      materials: [form('备案登记表'), licence],
      plainly: '做外贸的企业登记一下。',
    },
    {
      type: '05',
      main: '001.001',
      name: '惠企补贴:外贸企业参展补助',
      audience: '2',
      days: [0, 20],
      law: '《绍兴市开放型经济专项资金管理办法》',
      condition: '参加重点支持境外展会。',
      materials: [form('参展补助申请表'), licence, own('展位费发票'), bankAccount],
      plainly: '企业出国参展,展位费有补助。',
    },
    {
      type: '01',
      main: '001.001',
      name: '成品油零售经营资格审批',
      audience: '2',
      days: [20, 10],
      law: '《成品油市场管理办法》',
      condition: '符合加油站行业发展规划。',
      materials: [
        form('成品油零售经营申请表'),
        licence,
        legalIdentity,
        certificate('危险化学品经营许可证', 'hazardous'),
      ],
      result: ['行政许可决定书', 'permit'],
      plainly: '开加油站要拿的资格。',
      inspection: true,
    },
  ],
}

/** 税务. */
export const tax: TemplateGroup = {
  department: 'tax',
  items: [
    {
      type: '20',
      main: '001.001',
      name: '完税证明开具',
      audience: '1^2',
      days: [0, 0],
      law: '《中华人民共和国税收征收管理法》',
      area: '1',
      condition: '已缴纳税款。',
      materials: [identity],
      plainly: '缴过税的可以开完税证明。',
    },
    {
      type: '20',
      main: '001.002',
      name: '清税证明开具',
      audience: '2',
      days: [10, 1],
      law: '《中华人民共和国税收征收管理法实施细则》',
      condition: '已结清应纳税款、缴销发票。',
      materials: [form('清税申报表'), licence],
      plainly: '公司注销前先清税。',
    },
    {
      type: '01',
      main: '001.001',
      name: '增值税专用发票最高开票限额审批',
      audience: '2',
      days: [20, 5],
      law: '国务院令第412号',
      condition: '增值税一般纳税人。',
      materials: [form('最高开票限额申请单'), licence],
      plainly: '需要开大额发票,申请提高限额。',
    },
  ],
}

/** 烟草专卖. */
export const tobacco: TemplateGroup = {
  department: 'tobacco',
  items: [
    {
      type: '01',
      main: '001.001',
      name: '烟草专卖零售许可(新办)',
      at: 'districts',
      audience: '2',
      days: [20, 7],
      law: '《中华人民共和国烟草专卖法》第十六条',
      inspection: true,
      visits: 1,
      condition: '有固定经营场所,符合合理布局。',
      materials: [form('烟草专卖零售许可证申请表'), licence, legalIdentity, premises],
      result: ['烟草专卖零售许可证', 'tobacco'],
      plainly: '小店卖烟要拿的证,离学校近的不能办。',
    },
    {
      type: '01',
      main: '001.001',
      seq: '02',
      name: '烟草专卖零售许可(延续)',
      at: 'districts',
      audience: '2',
      days: [20, 3],
      law: '《烟草专卖许可证管理办法》',
      condition: '有效期届满30日前。',
      materials: [form('烟草专卖零售许可证延续申请表'), certificate('烟草专卖零售许可证', 'tobacco')],
      result: ['烟草专卖零售许可证', 'tobacco'],
      plainly: '烟证快到期来续。',
    },
  ],
}

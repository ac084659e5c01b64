import { fetched, form, identity, issued, later, licence, own, premises, property } from './materials.ts'
import type { QuestionTemplate, TemplateGroup } from './template.ts'

const reason: QuestionTemplate = {
  code: 'reason',
  ask: '为什么过户?',
  options: [
    { code: 'SALE', label: '房屋买卖', materials: [property] },
    { code: 'INHERIT', label: '继承', materials: [later(own('继承公证书或亲属关系证明')), property] },
    { code: 'RENAME', label: '户名更正', materials: [own('户名有误的缴费单')] },
  ],
}

/** 供水: opening, transfer, closing. */
export const waterSupply: TemplateGroup = {
  department: 'water-supply',
  items: [
    {
      type: '20',
      main: '001.001',
      name: '用水过户',
      audience: '1^2',
      days: [3, 1],
      law: '《城市供水条例》',
      area: '4',
      condition: '水费已结清,房屋权属已变更。',
      materials: [form('用水过户申请表'), identity, own('水费户号')],
      questions: [reason],
      plainly: '房子换了主人,水表也换个户名。',
      faq: [['欠费能过户吗?', '不能,请原户主先结清水费。']],
    },
    {
      type: '20',
      main: '001.002',
      name: '用水报装',
      audience: '2',
      days: [15, 4],
      law: '《城市供水条例》',
      condition: '需要新装水表的用户。',
      materials: [form('用水报装申请表'), licence, premises, later(own('用水点位置图'))],
      plainly: '新厂房、新店要接自来水。',
      inspection: true,
    },
    {
      type: '20',
      main: '001.003',
      name: '水电气联动过户',
      at: ['330602', '330603'],
      audience: '1',
      days: [5, 2],
      law: '《优化营商环境条例》',
      area: '4',
      condition: '同一处房屋的水、电、气均已开户且无欠费。',
      materials: [form('水电气联动过户申请表'), identity, property, own('水、电、气户号')],
      plainly: '水、电、气一次全过户,不用跑三家。',
    },
  ],
}

/** 供电. */
export const powerSupply: TemplateGroup = {
  department: 'power-supply',
  items: [
    {
      type: '20',
      main: '001.001',
      name: '居民用电过户',
      audience: '1',
      days: [5, 1],
      law: '《供电营业规则》',
      area: '4',
      condition: '电费已结清。',
      materials: [form('用电过户申请表'), identity, own('用电户号')],
      questions: [reason],
      plainly: '房子换了主人,电表也换个户名。',
    },
    {
      type: '20',
      main: '001.002',
      name: '低压非居民新装',
      audience: '2',
      days: [15, 3],
      law: '《供电营业规则》',
      condition: '用电容量160千瓦及以下。',
      materials: [form('用电申请书'), licence, premises],
      plainly: '小店、小厂装电表,投资到表箱不花钱。',
      inspection: true,
    },
    {
      type: '20',
      main: '001.003',
      name: '充电桩报装',
      audience: '1',
      days: [5, 2],
      law: '《供电营业规则》',
      condition: '有固定车位并经物业同意。',
      materials: [form('充电桩报装申请表'), identity, own('车位产权或使用证明'), own('物业同意安装证明')],
      plainly: '自家车位装充电桩。',
    },
  ],
}

/** 供气. */
export const gas: TemplateGroup = {
  department: 'gas',
  items: [
    {
      type: '20',
      main: '001.001',
      name: '居民用气过户',
      audience: '1',
      days: [3, 1],
      law: '《城镇燃气管理条例》',
      area: '4',
      condition: '燃气费已结清。',
      materials: [form('用气过户申请表'), identity, own('燃气户号')],
      questions: [reason],
      plainly: '房子换了主人,燃气表也换个户名。',
    },
    {
      type: '20',
      main: '001.002',
      name: '非居民用气报装',
      audience: '2',
      days: [15, 4],
      law: '《城镇燃气管理条例》',
      condition: '燃气管网覆盖范围内。',
      materials: [form('用气报装申请表'), licence, premises, fetched(issued('建设工程规划许可证信息'))],
      plainly: '饭店、工厂接天然气。',
      inspection: true,
    },
  ],
}

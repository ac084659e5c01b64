import { form, identity, licence, own, premises, report } from './materials.ts'
import type { TemplateGroup } from './template.ts'

/** 应急管理. */
export const emergency: TemplateGroup = {
  department: 'emergency',
  items: [
    {
      type: '01',
      main: '001.001',
      name: '危险化学品经营许可',
      audience: '2',
      days: [30, 10],
      law: '《危险化学品安全管理条例》第三十三条',
      inspection: true,
      condition: '经营场所和储存设施符合国家标准。',
      materials: [
        form('危险化学品经营许可申请书'),
        licence,
        premises,
        own('安全管理人员考核合格证明'),
        report('安全评价报告'),
      ],
      result: ['危险化学品经营许可证', 'hazardous'],
      plainly: '卖油漆、酒精等危化品要拿的证。',
    },
    {
      type: '01',
      main: '001.002',
      name: '烟花爆竹零售经营许可',
      at: 'districts',
      audience: '2',
      days: [20, 7],
      law: '《烟花爆竹安全管理条例》第十九条',
      inspection: true,
      condition: '主要负责人经安全培训合格,专店或专柜销售。',
      materials: [form('烟花爆竹零售经营许可申请书'), licence, premises],
      result: ['行政许可决定书', 'permit'],
      plainly: '卖烟花爆竹要拿的证。',
    },
    {
      type: '10',
      main: '001.001',
      name: '生产安全事故应急预案备案',
      audience: '2',
      days: [5, 3],
      law: '《生产安全事故应急条例》第七条',
      condition: '预案公布之日起20个工作日内。',
      materials: [form('应急预案备案申报表'), licence, own('应急预案文本'), own('专家评审意见')],
      plainly: '厂里的应急预案送来备案。',
    },
  ],
}

/** 消防救援. */
export const fire: TemplateGroup = {
  department: 'fire',
  items: [
    {
      type: '01',
      main: '001.001',
      name: '公众聚集场所投入使用、营业前消防安全检查',
      audience: '2',
      days: [10, 5],
      law: '《中华人民共和国消防法》第十五条',
      promise: true,
      inspection: true,
      condition: '消防设施和安全制度符合要求。',
      materials: [form('消防安全检查申报表'), licence, own('消防安全管理制度'), own('场所平面布置图')],
      result: ['消防安全检查合格证', 'fire'],
      plainly: '商场、网吧、KTV开业前的消防检查,可选告知承诺。',
    },
  ],
}

/** 生态环境. */
export const ecology: TemplateGroup = {
  department: 'ecology',
  items: [
    {
      type: '01',
      main: '001.001',
      name: '建设项目环境影响评价审批(报告表)',
      audience: '2',
      days: [30, 7],
      law: '《中华人民共和国环境影响评价法》第二十二条',
      condition: '选址符合生态环境分区管控要求。',
      materials: [form('环评文件审批申请表'), licence, report('环境影响报告表')],
      result: ['行政许可决定书', 'permit'],
      plainly: '建厂前先评估会不会污染环境。',
      inspection: true,
    },
    {
      type: '01',
      main: '001.002',
      name: '排污许可证核发',
      audience: '2',
      days: [20, 10],
      law: '《排污许可管理条例》第二条',
      condition: '依法取得环评批复。',
      materials: [form('排污许可证申请表'), licence, own('自行监测方案')],
      result: ['排污许可证', 'pollution'],
      plainly: '工厂排废水废气要持证。',
    },
    {
      type: '10',
      main: '001.001',
      name: '突发环境事件应急预案备案',
      audience: '2',
      days: [5, 3],
      law: '《突发环境事件应急管理办法》',
      condition: '预案签署发布之日起20个工作日内。',
      materials: [form('备案表'), licence, own('环境应急预案'), report('环境风险评估报告')],
      plainly: '环境应急预案送来备案。',
    },
  ],
}

/** 综合行政执法. */
export const cityManagement: TemplateGroup = {
  department: 'city-management',
  items: [
    {
      type: '01',
      main: '001.001',
      name: '临时占用城市道路许可',
      audience: '1^2',
      days: [20, 3],
      law: '《城市道路管理条例》第三十一条',
      condition: '因特殊情况需要临时占用。',
      materials: [form('临时占用城市道路申请表'), identity, own('占道平面图和方案')],
      result: ['行政许可决定书', 'permit'],
      plainly: '搭脚手架、办活动要占人行道,先批。',
      fees: [{ name: '城市道路占用费', amount: '0.50', unit: '元/平方米·日', basis: '浙价费〔1995〕173号' }],
    },
    {
      type: '01',
      main: '001.002',
      name: '设置大型户外广告许可',
      audience: '2',
      days: [20, 5],
      law: '《城市市容和环境卫生管理条例》第十一条',
      condition: '符合户外广告设置规划。',
      materials: [form('户外广告设置申请表'), licence, own('广告效果图'), report('结构安全证明')],
      result: ['行政许可决定书', 'permit'],
      plainly: '挂大广告牌要先批。',
      inspection: true,
    },
    {
      type: '01',
      main: '001.003',
      name: '建筑垃圾处置核准',
      at: 'districts',
      audience: '2',
      days: [20, 5],
      law: '国务院令第412号',
      condition: '有消纳场所和运输方案。',
      materials: [form('建筑垃圾处置申请表'), licence, own('运输合同')],
      result: ['行政许可决定书', 'permit'],
      plainly: '工地往外运渣土要先批。',
    },
  ],
}

import type { Trade } from '../city/companies.ts'
import type { DepartmentKey } from '../city/departments.ts'

/** How bids are priced: an amount, a percentage, or words. */
type Pricing = 'amount' | 'rate' | 'words'

/** What is bought; `{place}` is filled with a place of the district. */
export interface Subject {
  readonly title: string
  readonly sector: 'gcjs' | 'zfcg'
  /** 公共资源交易分类代码 for works. */
  readonly classify: string
  /** Portal's own kind. */
  readonly portalKind: string
  readonly trade: Trade
  readonly pricing: Pricing
  readonly tenderer: DepartmentKey
  /** Control price in 万元, two decimals. */
  readonly budget: string
  /** Names of the sections; one without a name when there is only one. */
  readonly lots: readonly [string, ...string[]]
}

const works = (
  title: string,
  [classify, portalKind]: readonly [string, string],
  tenderer: DepartmentKey,
  budget: string,
  lots: Subject['lots'] = [''],
): Subject => ({
  title,
  sector: 'gcjs',
  classify,
  portalKind,
  trade: 'works',
  pricing: 'amount',
  tenderer,
  budget,
  lots,
})

const service = (
  title: string,
  pricing: Pricing,
  tenderer: DepartmentKey,
  budget: string,
  lots: Subject['lots'] = [''],
): Subject => ({
  title,
  sector: 'gcjs',
  classify: 'G99',
  portalKind: 'A99',
  trade: 'design',
  pricing,
  tenderer,
  budget,
  lots,
})

const goods = (title: string, tenderer: DepartmentKey, budget: string, lots: Subject['lots'] = ['']): Subject => ({
  title,
  sector: 'zfcg',
  classify: 'D01',
  portalKind: 'B01',
  trade: 'goods',
  pricing: 'amount',
  tenderer,
  budget,
  lots,
})

const house = ['G01', 'A01'] as const
const municipal = ['G02', 'A02'] as const
const road = ['G03', 'A03'] as const
const hydraulic = ['G07', 'A07'] as const

/** Everything the districts buy: roads, schools, hospitals, water, offices. */
export const subjects: readonly Subject[] = [
  works('{place}道路改造提升工程', road, 'transport', '4820.00', [
    '施工第1标段(K0+000—K3+200)',
    '施工第2标段(K3+200—K6+850)',
  ]),
  works('{place}大道(环城北路至滨江路段)新建工程', municipal, 'construction', '12650.00', [
    '道路工程施工',
    '桥梁工程施工',
    '绿化及照明工程施工',
  ]),
  works('{place}农村公路安全生命防护工程', road, 'transport', '386.50'),
  works('{place}公路养护大中修工程', road, 'transport', '1278.30', ['东片', '西片']),
  works('{place}路人行道及雨污分流改造工程', municipal, 'construction', '965.75'),
  works('{place}桥危桥拆建工程', road, 'transport', '728.00'),
  works('{place}小学迁建工程施工', house, 'education', '15800.00'),
  works('{place}中学体育馆及运动场改造工程', house, 'education', '2360.40'),
  works('{place}幼儿园新建工程(EPC)', house, 'education', '5230.00'),
  works('{place}学校教学楼外立面修缮工程', house, 'education', '318.88'),
  works('区人民医院{place}院区门诊综合楼装修工程', house, 'health', '3490.00'),
  works('{place}社区卫生服务中心改扩建工程', house, 'health', '1866.20'),
  works('{place}老旧小区改造工程', house, 'construction', '2745.00', ['一期', '二期']),
  works('{place}未来社区邻里中心建设工程', house, 'construction', '8800.00'),
  works('{place}河道综合治理工程', hydraulic, 'water', '1920.66'),
  works('{place}灌区节水配套改造工程', hydraulic, 'water', '655.40'),
  works('{place}山塘除险加固工程', hydraulic, 'water', '143.20'),
  works('{place}污水管网提升改造工程', municipal, 'construction', '3120.00', ['主管网', '支管网']),
  works('{place}城市书房装修工程', house, 'culture', '98.60'),
  works('{place}文化礼堂建设工程', house, 'culture', '462.00'),
  works('{place}高标准农田建设项目', hydraulic, 'agriculture', '1088.00', ['1标', '2标']),
  works('{place}农贸市场改造提升工程', house, 'market-supervision', '536.00'),
  works('{place}公园绿化提升工程', municipal, 'city-management', '270.50'),
  works('{place}养老服务中心建设工程', house, 'civil-affairs', '1460.00'),
  service('{place}路综合整治工程设计', 'rate', 'construction', '86.00'),
  service('{place}学校迁建工程监理', 'rate', 'education', '152.00'),
  service('{place}道路工程勘察设计', 'words', 'transport', '210.00'),
  service('{place}片区控制性详细规划编制', 'amount', 'natural-resources', '168.00'),
  service('{place}河道整治工程监理', 'words', 'water', '45.00'),
  service('{place}房屋征收测绘服务框架', 'rate', 'natural-resources', '120.00', ['测绘', '评估']),
  goods('区人民医院CT医疗设备采购项目({place}院区)', 'health', '980.00'),
  goods('区中医院磁共振成像医院设备采购项目({place})', 'health', '1450.00'),
  goods('{place}卫生院彩超等医院设备采购', 'health', '236.00', ['彩色多普勒超声', '数字化X线机(DR)']),
  goods('妇幼保健院{place}院区医院设备采购', 'health', '318.00'),
  goods('{place}小学智慧教室设备采购', 'education', '128.00'),
  goods('{place}中学实验室设备采购', 'education', '96.50', ['物理实验室', '化学实验室']),
  goods('{place}学校课桌椅采购', 'education', '72.30'),
  goods('{place}学校食堂食材配送服务', 'education', '450.00'),
  goods('{place}派出所信息化设备采购', 'public-security', '145.00'),
  goods('{place}智慧交通信号设备采购', 'public-security', '388.00'),
  goods('{place}政务服务中心办公家具采购', 'development-reform', '58.80'),
  goods('{place}环卫作业车辆采购', 'city-management', '265.00', ['洒水车', '压缩式垃圾车']),
  goods('{place}数字乡村平台建设服务', 'agriculture', '178.00'),
  goods('{place}应急物资采购', 'emergency', '88.00'),
  goods('{place}空气质量自动监测站设备采购', 'ecology', '132.00'),
  goods('{place}图书馆图书采购', 'culture', '49.90'),
  goods('{place}康复中心残疾人辅助器具采购', 'disabled-federation', '36.00'),
  goods('{place}档案数字化服务', 'human-resources', '64.00'),
  works('{place}停车场及充电设施建设工程', municipal, 'construction', '890.00'),
  works('{place}工业园区标准厂房建设工程', house, 'economy', '22600.00', ['A区', 'B区']),
  works('{place}隧道机电维护工程', road, 'transport', '415.00'),
  works('{place}公交首末站建设工程', municipal, 'transport', '612.00'),
]

/** Invented places of the districts. */
export const places: Readonly<Record<string, readonly [string, ...string[]]>> = {
  '330602': ['镜湖', '迪荡', '塔山', '鉴湖', '东浦', '灵芝', '皋埠', '马山', '孙端', '陶堰', '富盛'],
  '330603': ['柯岩', '华舍', '安昌', '齐贤', '钱清', '杨汛桥', '湖塘', '福全', '兰亭', '平水', '漓渚'],
  '330604': ['百官', '曹娥', '东关', '崧厦', '小越', '道墟', '沥海', '丰惠', '章镇', '汤浦', '驿亭'],
}

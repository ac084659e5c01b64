/** A kind of department that exists in the city and, where `inDistricts`, in each district. */
export interface Department {
  /** Two digits used as the department part of basic codes. */
  readonly field: string
  readonly cityName: string
  /** Name in a district; absent when only the city has it. */
  readonly districtName?: string
  /** First two characters of the credit code: 11 state body, 12 public institution, 13 mass organisation, 91 enterprise. */
  readonly kind: '11' | '12' | '13' | '91'
  /** Table A.3 of GB/T 39046: 1 statutory, 2 authorised organisation, 9 other. */
  readonly nature: '1' | '2' | '9'
  /** Which of the three spellings of opening hours it uses. */
  readonly hours: 'weekdays' | 'saturday' | 'no-break'
}

const bureau = (field: string, cityName: string, districtName = cityName): Department => ({
  field,
  cityName,
  districtName,
  kind: '11',
  nature: '1',
  hours: 'weekdays',
})

const body = (field: string, cityName: string, kind: '12' | '13' | '91', hours: Department['hours']): Department => ({
  field,
  cityName,
  districtName: cityName,
  kind,
  nature: kind === '91' ? '9' : '2',
  hours,
})

export const departments = {
  'development-reform': bureau('01', '发展和改革委员会', '发展和改革局'),
  economy: bureau('02', '经济和信息化局'),
  education: bureau('03', '教育局', '教育体育局'),
  'public-security': { ...bureau('04', '公安局', '公安分局'), hours: 'saturday' },
  'civil-affairs': bureau('05', '民政局'),
  justice: bureau('06', '司法局'),
  'human-resources': bureau('07', '人力资源和社会保障局'),
  'natural-resources': { ...bureau('15', '自然资源和规划局', '自然资源和规划分局'), hours: 'saturday' },
  ecology: bureau('16', '生态环境局', '生态环境分局'),
  construction: bureau('17', '住房和城乡建设局'),
  transport: bureau('18', '交通运输局'),
  water: bureau('19', '水利局', '农业农村和水利局'),
  agriculture: bureau('20', '农业农村局', '农业农村局（乡村振兴局）'),
  commerce: bureau('21', '商务局'),
  culture: bureau('22', '文化广电旅游局'),
  health: bureau('23', '卫生健康委员会', '卫生健康局'),
  veterans: bureau('24', '退役军人事务局'),
  emergency: bureau('25', '应急管理局'),
  'market-supervision': { ...bureau('31', '市场监督管理局'), hours: 'saturday' },
  'medical-insurance': bureau('36', '医疗保障局', '医疗保障分局'),
  'city-management': bureau('37', '综合行政执法局'),
  fire: bureau('38', '消防救援支队', '消防救援大队'),
  tax: bureau('39', '税务局'),
  tobacco: bureau('40', '烟草专卖局'),
  'provident-fund': body('41', '住房公积金管理中心', '12', 'no-break'),
  'disabled-federation': body('42', '残疾人联合会', '13', 'weekdays'),
  'service-centre': body('50', '政务服务中心', '12', 'saturday'),
  'water-supply': body('51', '供水有限公司', '91', 'no-break'),
  'power-supply': body('52', '供电公司', '91', 'no-break'),
  gas: body('53', '燃气有限公司', '91', 'no-break'),
} as const satisfies Record<string, Department>

export type DepartmentKey = keyof typeof departments

export const departmentKeys: readonly DepartmentKey[] = Object.keys(departments).filter(
  (key): key is DepartmentKey => key in departments,
)

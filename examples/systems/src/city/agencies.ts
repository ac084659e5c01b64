import { creditCode, organisationCode } from './check-digits.ts'
import { type Department, type DepartmentKey, departmentKeys, departments } from './departments.ts'
import { city, type Division, divisions, fullName } from './divisions.ts'

/** One department of one division; the code is invented, its check characters are right. */
export interface Agency {
  readonly code: string
  readonly name: string
  readonly shortName: string
  readonly department: DepartmentKey
  readonly division: Division
  readonly nature: Department['nature']
  readonly address: string
  readonly openingHours: string
  readonly phone: string
  readonly complaintPhone: string
  /** Code of the city's department above a district's one. */
  readonly parentCode: string | undefined
}

const hoursText: Record<Department['hours'], string> = {
  weekdays: '周一至周五 08:30-12:00 14:00-17:30',
  saturday: '周一至周五 08:30-12:00 14:00-17:30;周六 09:00-12:00',
  'no-break': '工作日 09:00-17:00(中午不休息)',
}

/** MB99…: a series of organisation codes that is not given out. */
const agencyCode = (key: DepartmentKey, division: Division): string =>
  creditCode(
    departments[key].kind,
    division.code,
    organisationCode(`MB99${division.code.slice(4)}${departments[key].field}`),
  )

const hallNames: Record<string, string> = {
  '330600': '洋江西路示范段1号市政务服务中心',
  '330602': '人民东路示范段2号区政务服务中心',
  '330603': '群贤路示范段3号区政务服务中心',
  '330604': '凤山路示范段4号区政务服务中心',
}

const agencyOf = (key: DepartmentKey, division: Division): Agency => {
  const department: Department = departments[key]
  const shortName = (division === city ? undefined : department.districtName) ?? department.cityName
  const floor = 1 + (Number(department.field) % 4)
  return {
    code: agencyCode(key, division),
    name: fullName(division) + shortName,
    shortName,
    department: key,
    division,
    nature: department.nature,
    address: `${fullName(division)}${hallNames[division.code]}${floor}楼${department.field}号窗口`,
    openingHours: hoursText[department.hours],
    phone: `0575-0000${division.code.slice(4)}${department.field}`,
    complaintPhone: '0575-12345',
    parentCode: division === city ? undefined : agencyCode(key, city),
  }
}

export const agencies: readonly Agency[] = divisions.flatMap((division) =>
  departmentKeys.map((key) => agencyOf(key, division)),
)

const byCode = new Map(agencies.map((agency) => [agency.code, agency]))

export const agencyByCode = (code: string): Agency | undefined => byCode.get(code)

/** The department of a division. @throws RangeError when the division is not one of the city. */
export const agencyIn = (department: DepartmentKey, division: Division): Agency => {
  const found = byCode.get(agencyCode(department, division))
  if (!found) throw new RangeError(`No ${department} in ${division.code}.`)
  return found
}

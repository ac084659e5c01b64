import { stableNumber, stableUuid } from '../shared/stable.ts'
import { type Agency, agencyIn } from './agencies.ts'
import { departments } from './departments.ts'
import { city, type Division, districts, divisions } from './divisions.ts'
import { templateGroups } from './items/all.ts'
import { retiredGroups } from './items/retired.ts'
import type { ItemTemplate, MaterialTemplate, QuestionTemplate, TemplateGroup } from './items/template.ts'

/** A material of one item; `code` is the same in every version. */
export interface Material extends MaterialTemplate {
  readonly code: string
  /** Asked for only when a chosen option names it. */
  readonly conditional: boolean
}

interface Option {
  readonly code: string
  readonly label: string
  readonly next: string | undefined
  readonly materialCodes: readonly string[]
}

export interface Question {
  readonly code: string
  readonly ask: string
  readonly options: readonly Option[]
}

/** What one agency does for applicants: an authored errand given to a department of a division. */
export interface Item {
  readonly template: ItemTemplate
  readonly agency: Agency
  /** 12, 31 and 33 characters. */
  readonly catalogCode: string
  readonly taskCode: string
  readonly handleCode: string
  readonly localCode: string
  readonly materials: readonly Material[]
  readonly questions: readonly Question[]
  /** `2024-06-01`, Asia/Shanghai. */
  readonly effectiveDate: string
  readonly version: number
}

const typeNames: Record<ItemTemplate['type'], string> = {
  '01': '许可',
  '05': '给付',
  '07': '确认',
  '08': '奖励',
  '09': '裁决',
  '10': '其他',
  '20': '公共服务',
}

const mainDigits = (template: ItemTemplate): string => {
  const [main = '', sub = '000'] = template.main.split('.')
  return main + sub
}

const divisionsOf = ({ at }: ItemTemplate): readonly Division[] => {
  if (at === undefined) return divisions
  if (at === 'districts') return districts
  return at === 'city' ? [city] : divisions.filter(({ code }) => at.includes(code))
}

const materialCode = (index: number): string => `M${String(index + 1).padStart(2, '0')}`

/** Materials of the item itself first, then those of the answers; the same material of two answers is one. */
const gatherMaterials = (template: ItemTemplate): Material[] => {
  const byName = new Map<string, Material>()
  const add = (material: MaterialTemplate, conditional: boolean): void => {
    if (byName.has(material.name)) return
    byName.set(material.name, { ...material, code: materialCode(byName.size), conditional })
  }
  for (const material of template.materials) add(material, false)
  for (const option of (template.questions ?? []).flatMap((question) => question.options))
    for (const material of option.materials ?? []) add(material, true)
  return [...byName.values()]
}

const questionOf = (question: QuestionTemplate, materials: readonly Material[]): Question => ({
  ...question,
  options: question.options.map((option) => ({
    code: option.code,
    label: option.label,
    next: option.next,
    materialCodes: materials
      .filter(({ name }) => option.materials?.some((material) => material.name === name))
      .map(({ code }) => code),
  })),
})

const codesOf = (template: ItemTemplate, agency: Agency) => {
  const catalogCode = `00${template.type}${departments[agency.department].field}${mainDigits(template)}`
  const taskCode = agency.code + agency.division.level + catalogCode
  const seq = template.seq ?? '01'
  const localCode = `${typeNames[template.type]}-${catalogCode.slice(4, 9)}-${catalogCode.slice(9)}${seq}`
  return { catalogCode, taskCode, handleCode: taskCode + seq, localCode }
}

const itemOf = (template: ItemTemplate, agency: Agency): Item => {
  const codes = codesOf(template, agency)
  const materials = gatherMaterials(template)
  const month = 1 + stableNumber(codes.handleCode, 12)
  return {
    template,
    agency,
    ...codes,
    materials,
    questions: (template.questions ?? []).map((question) => questionOf(question, materials)),
    effectiveDate: `${2022 + stableNumber(template.name, 4)}-${String(month).padStart(2, '0')}-01`,
    version: 1 + stableNumber(`version ${codes.handleCode}`, 5),
  }
}

const itemsOf = (groups: readonly TemplateGroup[]): Item[] =>
  groups.flatMap(({ department, items: templates }) =>
    templates.flatMap((template) =>
      divisionsOf(template).map((division) => itemOf(template, agencyIn(department, division))),
    ),
  )

/** Every item in force, city first, then the districts. */
export const items: readonly Item[] = itemsOf(templateGroups)

/** Items that were cancelled. */
export const retiredItems: readonly Item[] = itemsOf(retiredGroups)

/** Materials that these answers ask for: the unconditional ones and those of the options on the chosen path. */
export const materialsFor = (
  item: Pick<Item, 'materials' | 'questions'>,
  answers: ReadonlyMap<string, string>,
): readonly Material[] => {
  const chosen = new Set<string>()
  let question = item.questions[0]
  while (question) {
    const option = question.options.find(({ code }) => code === answers.get(question?.code ?? ''))
    for (const code of option?.materialCodes ?? []) chosen.add(code)
    question = item.questions.find(({ code }) => code === option?.next)
  }
  return item.materials.filter(({ code, conditional }) => !conditional || chosen.has(code))
}

/** Rulings count calendar days, everything else working days. */
export const countsCalendarDays = ({ type }: Pick<ItemTemplate, 'type'>): boolean => type === '09'

/** The library's id of a material: the same in every version of the item. */
export const materialGuid = (item: Pick<Item, 'handleCode'>, code: string): string =>
  stableUuid(`${item.handleCode} ${code}`)

/** Kind of result: 10 certificate, 20 proof, 30 document, 99 none. */
export const resultType = ({ result }: Pick<ItemTemplate, 'result'>): '10' | '20' | '30' | '99' => {
  const [name, certificate] = result ?? []
  if (!name) return '99'
  if (name.includes('证明')) return '20'
  return certificate ? '10' : '30'
}

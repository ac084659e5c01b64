import type { Registry } from '../certificates/registry.ts'
import { type Material, materialGuid, materialsFor } from '../city/item.ts'
import type { SupplementPart } from './case.ts'
import { hasMark, markedFields } from './marks.ts'
import type { OfficeItem } from './office-item.ts'
import type { HandedMaterial, Submission } from './submission.ts'

const handed = (item: OfficeItem, material: Material, { materials }: Submission): HandedMaterial | undefined =>
  materials.find(({ code }) => code === material.code || code === materialGuid(item, material.code))

const missingMaterials = (item: OfficeItem, submission: Submission): SupplementPart[] =>
  materialsFor(item, submission.answers)
    .filter(({ need, format }) => need === 'required' && format !== '6')
    .filter((material) => !handed(item, material, submission))
    .map(({ code, name }) => ({ material: code, field: '', reason: `缺少材料:${name}` }))

const badCertificates = (item: OfficeItem, submission: Submission, registry: Registry): SupplementPart[] =>
  item.materials.flatMap((material) => {
    const identifier = handed(item, material, submission)?.certificateIdentifier
    if (!identifier || registry.find(identifier)?.status === '01') return []
    return [{ material: material.code, field: '', reason: `电子证照无效或未查询到:${material.name}` }]
  })

const openQuestions = (item: OfficeItem, { answers }: Submission): SupplementPart[] => {
  let question = item.questions[0]
  while (question) {
    const { code, ask, options } = question
    const option = options.find((each) => each.code === answers.get(code))
    if (!option) return [{ material: '', field: code, reason: `请选择办理情形:${ask}` }]
    question = item.questions.find((each) => each.code === option.next)
  }
  return []
}

const markedParts = (submission: Submission): SupplementPart[] =>
  markedFields(submission, '补正').map((field) => ({ material: '', field, reason: '填写内容不符合要求,请更正' }))

/** Everything that is wrong with a submission at once: the law allows one notice only (行政许可法 第三十二条). */
export const deficiencies = (
  item: OfficeItem,
  submission: Submission,
  supplemented: boolean,
  registry: Registry,
): SupplementPart[] => [
  ...openQuestions(item, submission),
  ...missingMaterials(item, submission),
  ...badCertificates(item, submission, registry),
  ...(supplemented || !hasMark(submission, '补正') ? [] : markedParts(submission)),
]

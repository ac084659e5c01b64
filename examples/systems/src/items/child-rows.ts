import { certificateTypes } from '../city/certificate-types.ts'
import { type Item, type Material, materialGuid, type Question } from '../city/item.ts'
import { stableUuid } from '../shared/stable.ts'
import type { Tree, TreeRecord } from '../shared/tree.ts'

/** How the exchange writes a yes. */
export const yes = (condition: boolean): '0' | '1' => (condition ? '1' : '0')

const needCodes = { required: '1', optional: '2', deferrable: '3' } as const

/** A material with its necessity, form, source and the certificate that can stand in. */
export const materialRow = (item: Item, material: Material, index: number): TreeRecord => {
  const type = material.certificate && certificateTypes[material.certificate]
  const isForm = material.source === '10' && material.format === '5'
  return {
    material_guid: materialGuid(item, material.code),
    material_code: material.code,
    material_name: material.name,
    is_need: needCodes[material.need],
    material_type: material.original,
    material_format: material.format,
    source_type: material.source,
    source_explain: material.source === '20' ? '政府部门核发' : '',
    page_num: '1',
    page_format: '1',
    accept_stand: '内容完整、清晰、在有效期内',
    fill_explain: material.note ?? '',
    by_law: item.template.law,
    form_guid: isForm ? stableUuid(`form ${item.handleCode} ${material.code}`) : '',
    example_guid: isForm ? stableUuid(`example ${item.handleCode} ${material.code}`) : '',
    is_condition: yes(material.conditional),
    ext_cert_type: type?.code ?? '',
    ext_cert_name: type?.name ?? '',
    sort: String(index + 1),
  }
}

/** A question of the tree with its options. */
export const situationRow = (item: Item, question: Question, index: number): TreeRecord => ({
  situation_guid: stableUuid(`${item.handleCode} ${question.code}`),
  question_code: question.code,
  question_name: question.ask,
  is_multi: '0',
  sort: String(index + 1),
  options: question.options.map((option) => ({
    option_guid: stableUuid(`${item.handleCode} ${question.code} ${option.code}`),
    option_code: option.code,
    option_name: option.label,
    next_question_code: option.next ?? '',
    material_guids: option.materialCodes.map((code) => materialGuid(item, code)).join('^'),
  })),
})

/** Fees; null when the item is free. */
export const feeRows = (item: Item): Tree =>
  item.template.fees?.map((fee) => ({
    fee_guid: stableUuid(`${item.handleCode} ${fee.name}`),
    fee_name: fee.name,
    fee_stand: fee.amount,
    fee_unit: fee.unit,
    by_law: fee.basis,
    is_desc: yes(fee.reduction !== undefined),
    desc_explain: fee.reduction ?? '',
  })) ?? null

/** FAQ. */
export const questionRows = (item: Item): Tree =>
  (item.template.faq ?? []).map(([question, answer], index) => ({ sort: String(index + 1), question, answer }))

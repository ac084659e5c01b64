import type { Reason } from '@tongban/schema'
import type { ImportRemark, Message } from './report.ts'

const message = (zh: string, en: string): Message => ({ zh, en })

/** What can be said about a row beyond what its identifiers say about themselves. */
const rowReasons = {
  NOT_JSON: message('该行不是一个 JSON 对象。', 'This line is not one JSON object.'),
  NOT_TEXT: message(
    '该行编码有误,请以 UTF-8 或 GB18030 保存。',
    'This line is not valid text; save the file as UTF-8 or GB18030.',
  ),
  COLUMN_COUNT: message('该行列数与表头不符。', 'This row has another number of columns than the header.'),
  MISSING: message('缺少必填内容。', 'A value is needed here.'),
  NOT_VALID: message('内容不符合要求。', 'The value does not have the form that is needed.'),
  VALUE_UNKNOWN: message('该值不在允许的取值之内。', 'The value is not one of those allowed.'),
  DUPLICATE_CODE: message(
    '文件中另有一行使用同一编码但内容不同。',
    'Another row of this file has the same code and other content.',
  ),
  DUPLICATE_ROW: message('与文件中另一行完全相同,只导入一次。', 'The same as another row of this file; imported once.'),
  DIVISION_MISMATCH: message(
    '编码中的区划与区划字段不一致,以区划字段为准。',
    'The division inside the code differs from the division field; the field counts.',
  ),
  BASIC_CODE_MISMATCH: message(
    '编码中的基本编码与基本编码字段不一致。',
    'The basic code inside the item code differs from its own field.',
  ),
  TYPE_MISMATCH: message(
    '编码中的类型字母与事项类型字段不一致,以事项类型字段为准。',
    'The type letter inside the code differs from the type field; the field counts.',
  ),
} as const satisfies Record<string, Message>

export type RowReason = keyof typeof rowReasons

export const refused = (row: number, field: string, code: RowReason, detail?: Detail): ImportRemark => ({
  severity: 'REFUSED',
  row,
  field,
  code,
  message: withDetail(rowReasons[code], detail),
})

export const warned = (row: number, field: string, code: RowReason, detail?: Detail): ImportRemark => ({
  severity: 'WARNED',
  row,
  field,
  code,
  message: withDetail(rowReasons[code], detail),
})

/** A remark made of what an identifier's parser says. */
export const fromReason = (
  severity: ImportRemark['severity'],
  row: number,
  field: string,
  reason: Reason,
): ImportRemark => ({
  severity,
  row,
  field: reason.part === 'code' ? field : `${field}.${reason.part}`,
  code: reason.code,
  message: withDetail(reason.message, reason.expected),
})

/** What a remark adds: figures and codes that read the same in both languages, or words. */
type Detail = string | Message

function withDetail({ zh, en }: Message, detail?: Detail): Message {
  if (detail === undefined) return { zh, en }
  const words = typeof detail === 'string' ? message(detail, detail) : detail
  return { zh: `${zh}(${words.zh})`, en: `${en} (${words.en})` }
}

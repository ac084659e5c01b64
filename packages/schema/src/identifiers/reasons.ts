/** A message in both languages of the product. Never holds the value it speaks of: values may be personal data. */
export interface Message {
  readonly zh: string
  readonly en: string
}

const message = (zh: string, en: string): Message => ({ zh, en })

/** Everything that can be said about an identifier, each with what to do next. */
export const reasonTable = {
  LENGTH: message('长度不对,请核对是否漏字或多字。', 'The length is wrong; look for a lost or doubled character.'),
  CHARACTERS: message(
    '含有不允许的字符,请对照原件重新录入。',
    'It holds characters that cannot occur; enter it again from the original.',
  ),
  SHAPE: message(
    '结构不符合编码规则,请核对来源。',
    'The structure does not follow the coding rule; check where it came from.',
  ),
  CHECK_CHARACTER: message(
    '校验码不符,请对照原件核对。',
    'The check character does not match; compare with the original.',
  ),
  CHECK_CHARACTER_OFF_BY_ONE: message(
    '校验码不符:签发系统使用了字母取值错位(A 取 11)的算法,编码本身可用。',
    'The check character does not match: the issuing system counts letters off by one (A = 11). The identifier itself is usable.',
  ),
  CHECK_CHARACTER_NOT_COMPUTABLE: message(
    '含有不参与校验计算的字符,无法核对校验码。',
    'It holds characters the check rule does not know, so the check character could not be compared.',
  ),
  CHECK_RULE_UNKNOWN: message(
    '该类编码的校验规则未公开,仅核对了结构。',
    'No check rule is published for this form; only the structure was checked.',
  ),
  DATE: message('日期不存在,请对照原件核对。', 'There is no such date; compare with the original.'),
  OLD_FORM: message(
    '旧式编码,已停止使用,请换用新编码。',
    'An old form that is no longer issued; use the new one where it is known.',
  ),
  CENTURY_UNCERTAIN: message(
    '顺序码为百岁老人专用段,出生世纪无法确定。',
    'This sequence was kept for centenarians, so the century of birth is uncertain.',
  ),
  LOWER_CASE: message(
    '含有小写字母,已按大写处理,请源系统更正。',
    'It holds lower-case letters and was read as upper case; the source should correct it.',
  ),
  DIVISION_UNKNOWN: message(
    '区划代码不在现有区划表中,可能是历史代码。',
    'The division is not in our table; it may be a historic code.',
  ),
  DIVISION_WITHDRAWN: message(
    '区划已撤销,请改用承继的区划代码。',
    'The division has been withdrawn; use its successor.',
  ),
  DIVISION_PSEUDO: message(
    '该代码是汇总或占位代码,不是实际的行政区划。',
    'A bucket or placeholder code, not an administrative division.',
  ),
  DIVISION_STATISTICAL_ZONE: message(
    '该代码是统计用功能区,不是行政区划。',
    'A zone used by statistics (such as a development zone), not an administrative division.',
  ),
  REGISTRATION_KIND_UNKNOWN: message(
    '登记管理部门或机构类别代码未知。',
    'The registering department or the kind of body is not in the code list.',
  ),
  EMBEDDED_ORGANISATION_CODE: message(
    '内含的组织机构代码校验不通过,请向登记机关核实。',
    'The organisation code inside it does not check; ask the registering department.',
  ),
  CREDIT_CODE: message('所含统一社会信用代码无效。', 'The unified social credit code inside it is not valid.'),
  ISSUER_FORM_UNKNOWN: message(
    '签发机构代码既不是信用代码,也不是区划代码。',
    'The issuer is neither a credit code nor a division code.',
  ),
  AGENCY_ORGANISATION_CODE: message(
    '实施机构使用组织机构代码,未换成统一社会信用代码。',
    'The agency is given by its old organisation code, not by its credit code.',
  ),
  AGENCY_FORM_UNKNOWN: message(
    '实施机构代码不是统一社会信用代码,请用机构名称核对。',
    'The agency code is no unified social credit code; match the agency by name.',
  ),
  CATALOGUE_SOURCE_UNKNOWN: message(
    '基本编码的来源代码既不是国家也不是省份。',
    'The source in the catalogue code is neither national nor a province.',
  ),
  ITEM_TYPE_EXTENSION: message(
    '事项类型为地方扩展代码,含义由来源系统决定。',
    'The item type is a local extension; only the source knows its meaning.',
  ),
  ITEM_TYPE_UNKNOWN: message('事项类型代码不存在。', 'There is no such item type.'),
  LEVEL_UNKNOWN: message('行使层级代码不存在。', 'There is no such exercise level.'),
  LOCAL_FORM: message('地方编码,按原样保留,不解析。', 'A local code; kept as it is and not taken apart.'),
  PROVINCIAL_PARTS_MISSING: message(
    '省级编码缺少组成部分,按地方编码保留。',
    'A provincial code with parts missing; kept as a local code.',
  ),
} as const satisfies Record<string, Message>

/** Stable code of a reason. */
export type ReasonCode = keyof typeof reasonTable

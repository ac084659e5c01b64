/** A plain number as notices write it. */
export const number = String.raw`(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?`

/** Digits that name, count or bound something and are no price, with the reason. Texts are half-width. */
const beside: readonly RegExp[] = [
  // Numbers of documents: 计价格[2002]10号, 发改价格〔2007〕670号, also with a bracket missing; editions: (2002年修订本).
  /[[〔【(]\s*(?:19|20)\d{2}\d*\s*[\]〕】)]?\s*\d*\s*号/g,
  /[[〔【(]\s*(?:19|20)\d{2}\s*(?:年[^\])〕】\d]{0,8})?[\]〕】)]/g,
  /(?:19|20)\d{2}年(?:\d{1,2}月)?(?:\d{1,2}日)?/g,
  // Remarks are about the offer, not the offer.
  /(?:备注|注)\s*\d*\s*:[\s\S]*$/g,
  /工作量比例[\s\S]*$/g,
  // Numbering: 1、 2. (3) 投标报价1: “1.咨询服务费” 第五章“3.1 报价内容”.
  /(?:^|(?<=[;,。、“"\s(]))\(?\d{1,2}\s*[.、)](?!\d)/g,
  /\(\s*\d{1,2}\s*\)/g,
  /[“"]\s*\d+(?:\.\d+)?(?=\s*[^\d\s.%元万])/g,
  /(?<=报价)\s*\d{1,2}(?=\s*(?::|\((?!\s*元)))/g,
  // Bounds: 不超过200万元, 折扣率不高于100%, 按30万元包干.
  new RegExp(
    String.raw`(?:超过|高于|低于|超出|大于|限价|控制价总金额|占比)[^\d%;。]{0,6}${number}\s*(?:亿元|万元|元|万|%)?`,
    'g',
  ),
  new RegExp(String.raw`按\s*${number}\s*万?元包干`, 'g'),
  // Coefficients of a fee standard, which are conditions of the offer: 专业调整系数1.0.
  new RegExp(String.raw`(?:专业|复杂|高程|附加|场地|难度)[^;。\d%]{0,24}${number}(?![\d.]|\s*%)`, 'g'),
  // Tax.
  new RegExp(String.raw`税率?[^\d;。]{0,4}${number}\s*%`, 'g'),
  new RegExp(String.raw`含\s*${number}\s*%\s*税`, 'g'),
  // How a rate comes about, behind it: 91.77%(…×0.95×96.60%).
  new RegExp(String.raw`(?<=^\s*${number}\s*%\s*)\([^()]*[×*][^()]*\)`, 'g'),
]

/** Private-use characters: the same length, and no digit for any pattern. */
const hide = (text: string): string => text.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xe000 + Number(digit)))

/** Hides digits that are no prices; every character keeps its place. */
export const maskBeside = (text: string): string =>
  beside.reduce((masked, shape) => masked.replaceAll(shape, hide), text)

import type { Pseudonyms } from './pseudonyms.ts'

/** Family names that nine of ten people bear; those that mostly begin other words where a name could stand (应, 向, 申) are not among them. */
const families =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤常温康施牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕裴霍涂苗曲盛翁骆柴靳辛游冉宫单鲍缪芦褚娄滕麦屈郎桂栾党牟连沙鞠卞'
const doubleFamilies = '欧阳|上官|司马|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|令狐|端木|夏侯|独孤'
/** What begins like a name and is a word. */
const noNames =
  '方[式法面案便]|单[位独据]|安[全置排装]|高[级等新中]|常[务住见用年]|任[职命期何务]|金[额融]|程[序度]|关[于系]|许可|万元|严[格重禁]|顾[问客]|章程|施[工行]|曾[经用]|余[额下]|何[时地种]|周[一二三四五六日末围边期]|马上|林[业木权地]|田地|付[款费]|齐全|连[同续]|党[员委组支]|包[括含]|左右|游客|关键|白天|于[每当收办规]|康复|石[油材]|纪[检委律]|江[苏西河]|沙[石场]'
const han = '[\\p{Script=Han}]'
const name = `(?!${noNames})(?:${han}{1,8}(?:·${han}{1,8}){1,3}|(?:${doubleFamilies})${han}{1,2}|[${families}]${han}{1,2})`
/** Names of fields stay: half of one could not be read. */
const notAKey = `(?!${han}{0,20}(?:\\\\{0,64}"\\s{0,64}:|>|&gt;))`

const behindLabel = new RegExp(
  `((?:联系人?|咨询|经办人|承办人|经手人|办理人|受理人|负责人|申请人|申报人|投诉人|举报人|当事人|委托人|代理人|被委托人|代表人|法人|监护人|户主|项目经理|请找)(?:人?(?:为|是|叫|名叫))?[\\s:：,，(（]{0,3})(${name})${notAKey}`,
  'gu',
)
/** 丁 is a sign of stand-ins as well: in front of a title it may be the end of one. */
const inFrontOfTitle = new RegExp(
  `(?!${noNames})(?:(?:${doubleFamilies})|(?!丁)[${families}])${han}{0,2}(?=[\\s(（]{0,2}(?:先生|女士|小姐|同志|老师|师傅|科长|主任|处长|局长|所长|股长|警官))${notAKey}`,
  'gu',
)

/**
 * Masks names of people that running text marks as such: behind 联系, 经办人, 申请人 and the like, and in front of 先生, 女士, 科长. A
 * name is known by its family name; rare ones, and names that nothing marks, stay.
 */
export const maskNames = (text: string, stand: Pseudonyms, kept: ReadonlySet<string>): string => {
  const standIn = (found: string): string => (kept.has(found) ? found : stand.words(found))
  return text
    .replace(behindLabel, (_all, label: string, found: string) => label + standIn(found))
    .replace(inFrontOfTitle, standIn)
}

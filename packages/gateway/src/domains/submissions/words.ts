import type { Locale } from '@tongban/schema'
import type { MaterialRecord, ServiceItemRecord } from '../items/record.ts'

/** Words for the person at the counter, in the language of the request. */
interface Words {
  readonly always: string
  readonly chosen: (label: string) => string
  readonly perhaps: string
  readonly materialsUnknown: string
  readonly questionsOpen: string
  readonly fetched: string
  readonly fetchedOrUploaded: string
  readonly from: Readonly<Record<NonNullable<MaterialRecord['source']>, string>>
}

const words: Readonly<Record<Locale, Words>> = {
  'zh-CN': {
    always: '办理该事项必须提交。',
    chosen: (label) => `因选择“${label}”而需要。`,
    perhaps: '事项库未载明是否必须提交,建议备好。',
    materialsUnknown: '事项库未载明该事项需要哪些材料,请向实施机构核实。仍可提交,由业务属地告知需补正的材料。',
    questionsOpen: '还有情形问题待回答,回答后才能确定全部材料。',
    fetched: '由系统自动获取,无需提交。',
    fetchedOrUploaded: '由系统自动获取,获取不全时再提交。',
    from: {
      APPLICANT: '由申请人自备。',
      GOVERNMENT: '由政府部门核发,向核发部门申领。',
      INTERMEDIARY: '由中介机构出具。',
      OTHER: '向受理窗口咨询获取途径。',
    },
  },
  en: {
    always: 'This errand always asks for it.',
    chosen: (label) => `Asked for because of the answer “${label}”.`,
    perhaps: 'The source does not say whether it must be handed in; better bring it.',
    materialsUnknown:
      'The source does not say which materials this item asks for; check with its agency. It can be handed in all the same: the owner then asks for what is missing.',
    questionsOpen: 'Some questions are still to be answered; the answers decide which materials are asked for.',
    fetched: 'The system fetches it; nothing has to be handed in.',
    fetchedOrUploaded: 'The system fetches it; hand it in only where that fails.',
    from: {
      APPLICANT: 'The applicant brings it.',
      GOVERNMENT: 'A government body issues it; apply there.',
      INTERMEDIARY: 'An intermediary service issues it.',
      OTHER: 'Ask the counter where to get it.',
    },
  },
}

/** Why a material is asked for: the answer that leads to it, else its basis. */
export function whyAsked(
  { situations, necessity, basis }: MaterialRecord,
  item: Pick<ServiceItemRecord, 'situations'>,
  chosen: ReadonlyMap<string, readonly string[]>,
  locale: Locale,
): string {
  const leading = situations.find(({ question, option }) => chosen.get(question)?.includes(option))
  const options = item.situations?.find(({ key }) => key === leading?.question)?.options
  const label = options?.find(({ value }) => value === leading?.option)?.label
  if (label !== undefined) return words[locale].chosen(label)
  if (necessity === null) return words[locale].perhaps
  return basis ?? words[locale].always
}

/** Where to get a material: the item's own guidance, else by its source, which may be unknown. */
export const howToGet = ({ guidance, source }: MaterialRecord, locale: Locale): string =>
  guidance ?? words[locale].from[source ?? 'OTHER']

/** Why a check cannot name everything; null when it does. */
export function whyIncomplete(
  known: { readonly materials: boolean; readonly answers: boolean },
  locale: Locale,
): string | null {
  if (!known.materials) return words[locale].materialsUnknown
  return known.answers ? null : words[locale].questionsOpen
}

/** Why nothing has to be handed in. */
export const whyFetched = ({ form }: MaterialRecord, locale: Locale): string =>
  form === 'FETCHED' ? words[locale].fetched : words[locale].fetchedOrUploaded

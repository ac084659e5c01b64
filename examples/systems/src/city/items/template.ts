import type { CertificateTypeKey } from '../certificate-types.ts'
import type { DepartmentKey } from '../departments.ts'

/** Item types of GB/T 39046 table A.1 that a person can apply for. */
type ItemType = '01' | '05' | '07' | '08' | '09' | '10' | '20'

/** A material as authored; codes in the words of the item library's tables. */
export interface MaterialTemplate {
  readonly name: string
  readonly need: 'required' | 'optional' | 'deferrable'
  /** material_type: 1 original, 2 copy, 3 either. */
  readonly original: '1' | '2' | '3'
  /** material_format 1 … 9; 6 fetched by the system, 7 only when the system cannot fetch all of it. */
  readonly format: '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9'
  /** source_type: 10 applicant, 20 authority, 30 intermediary, 99 other. */
  readonly source: '10' | '20' | '30' | '99'
  readonly certificate?: CertificateTypeKey
  readonly note?: string
}

/** An answer; it may ask for more materials and lead to another question. */
interface OptionTemplate {
  readonly code: string
  readonly label: string
  readonly next?: string
  readonly materials?: readonly MaterialTemplate[]
}

export interface QuestionTemplate {
  readonly code: string
  readonly ask: string
  readonly options: readonly OptionTemplate[]
}

export interface FeeTemplate {
  readonly name: string
  /** Yuan with two decimals. */
  readonly amount: string
  readonly unit: string
  readonly basis: string
  readonly reduction?: string
}

/** One errand as authored, before it is given to the departments of the divisions. */
export interface ItemTemplate {
  readonly type: ItemType
  /** Three digits 主项 and, after a dot, three digits 子项: `004` or `004.001`. */
  readonly main: string
  /** Two digits of the handling item, `01` when absent. */
  readonly seq?: string
  readonly name: string
  /** Who offers it: the city and all districts when absent. */
  readonly at?: 'city' | 'districts' | readonly string[]
  /** server_type, joined by ^. */
  readonly audience: '1' | '2' | '1^2' | '2^3^4' | '1^2^3^4^6' | '3^4'
  /** Working days by law (0 = none stated) and as promised (0 = on the spot). */
  readonly days: readonly [statutory: number, promised: number]
  readonly law: string
  readonly condition: string
  readonly materials: readonly MaterialTemplate[]
  /** The plain-language sentence that opens the 白话指南. */
  readonly plainly: string
  readonly result?: readonly [name: string, certificate?: CertificateTypeKey]
  readonly questions?: readonly QuestionTemplate[]
  readonly fees?: readonly FeeTemplate[]
  readonly faq?: readonly (readonly [question: string, answer: string])[]
  /** Times the applicant has to come; 0 when absent. */
  readonly visits?: 0 | 1 | 2
  /** handle_area: 1 nation, 2 across provinces, 3 across cities, 4 across counties. */
  readonly area?: '' | '1' | '2' | '2^3' | '3' | '3^4' | '4'
  /** An on-site check suspends the clock. */
  readonly inspection?: true
  /** 告知承诺. */
  readonly promise?: true
}

/** The errands of one kind of department. */
export interface TemplateGroup {
  readonly department: DepartmentKey
  readonly items: readonly ItemTemplate[]
}

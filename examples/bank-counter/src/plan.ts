/** What this errand is about. */
export interface ErrandPlan {
  /** What the clerk types. */
  readonly searchText: string
  readonly division: string
  /** Answers the customer gives; questions not named here take their first option. */
  readonly answers: Readonly<Record<string, string>>
  readonly purpose: string
  readonly form: Readonly<Record<string, string | number | boolean>>
  /** What the clerk looks for among trading notices. */
  readonly noticeText: string
}

/** A mortgage on a second-hand home bought with a provident-fund loan. */
export const mortgage: ErrandPlan = {
  searchText: '二手房抵押登记',
  division: '330602',
  answers: { ownership: 'JOINT', loan: 'PROVIDENT_FUND' },
  purpose: '不动产抵押登记',
  form: { loanAmount: '800000.00', loanYears: 20 },
  noticeText: '道路',
}

/** The same steps on a real catalogue: a food business asks for its licence. */
export const foodLicence: ErrandPlan = {
  searchText: '食品经营许可',
  division: '511602',
  answers: {},
  purpose: '食品经营许可办理',
  form: {},
  noticeText: '道路',
}

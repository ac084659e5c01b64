/** The three workloads, by the names under which they are reported. */
export const workloadNames = ['W1', 'W2', 'W3'] as const
export type WorkloadName = (typeof workloadNames)[number]

/** A list of 20 items with 5 materials each and their agencies. */
const itemList = `query ItemList($codes: [ItemCode!]!) {
  itemsByCode(codes: $codes) {
    code name type visits
    agency { code name address telephone }
    materials { key name necessity form }
  }
}`

/** One case with its timeline, its item and the item's agency, and the applicant's certificates. */
const followCase = `query FollowCase($id: ID!, $holder: ApplicantHandle!, $consent: ID!) {
  case(id: $id) {
    number state
    history { at state by note }
    submission { item { code name visits agency { code name address telephone } } }
  }
  certificates(holder: $holder, consent: $consent, first: 3) {
    edges { node { identifier type { code } name issuer { name } issuedOn validTo openEnded status } }
  }
}`

/** One item, three fields. */
const oneItem = `query OneItem($code: ItemCode!) { item(code: $code) { code name visits } }`

export const queries: Readonly<Record<WorkloadName, string>> = { W1: itemList, W2: followCase, W3: oneItem }

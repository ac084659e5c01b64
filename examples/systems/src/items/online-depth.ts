import type { ItemTemplate } from '../city/items/template.ts'

/** Codes of the national exchange (网办深度). */
const depth = {
  consultation: '1',
  intake: '2',
  preReview: '3',
  acceptance: '4',
  handling: '5',
  result: '6',
  certificate: '7',
} as const

type Template = Pick<ItemTemplate, 'visits' | 'days' | 'questions' | 'inspection' | 'result'>

type Depth = (typeof depth)[keyof typeof depth]

/**
 * How far an errand goes online. Who must appear can ask beforehand, and for what is not done on the spot send the papers in
 * for review. Everything else is handled online.
 */
export function onlineDepth(template: Template): string {
  const [, certificate] = template.result ?? []
  const appears = (template.visits ?? 0) > 0
  const parts: readonly (readonly [Depth, boolean])[] = [
    [depth.consultation, appears || template.questions !== undefined],
    [depth.intake, !appears || template.days[1] > 0],
    [depth.preReview, !appears || template.days[1] > 0],
    [depth.acceptance, !appears],
    [depth.handling, !appears],
    [depth.result, !appears],
    [depth.certificate, !appears && certificate !== undefined],
  ]
  return parts.flatMap(([code, offered]) => (offered ? code : [])).join('^')
}

/** The national table has no 全程网办, so the library says it in a column of its own: nobody inspects, nothing is handed over on paper. */
export function isEntirelyOnline({ visits = 0, inspection, result }: Template): boolean {
  const paper = result !== undefined && result[1] === undefined
  return visits === 0 && !paper && inspection !== true
}

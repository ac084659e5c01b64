import type { MaterialRecord } from '../items/record.ts'

/**
 * Whether a material asks nothing of the applicant. What the system fetches only in part (系统获取不全时才提交) and a
 * certificate can stand in for is fetched as that certificate, which needs the applicant's consent; so it is not counted here.
 */
export const isFetched = ({ form, satisfiedBy }: MaterialRecord): boolean =>
  form === 'FETCHED' || (form === 'FETCHED_OR_UPLOADED' && satisfiedBy.length === 0)

/** Types of the applicant's certificates that may stand in for a material. */
export type StandIns = (material: MaterialRecord) => readonly string[]

/**
 * The certificate types that may stand in for each material of an errand.
 *
 * An item that asks for one type under two names asks two persons: 申请人身份证明 and 共有人身份证明, or 委托代理人身份证明,
 * are both the identity card. No column says whose is meant, so the applicant's certificate stands in for the first, as
 * items list the applicant's own papers first, and never passes for the other's: that is uploaded. Under one name
 * (alternatives of several situations) it is one paper.
 */
export function standInsOf(asked: readonly MaterialRecord[]): StandIns {
  const nameByType = new Map<string, string>()
  for (const material of asked)
    for (const type of typesOf(material)) if (!nameByType.has(type)) nameByType.set(type, material.name)
  return (material) => typesOf(material).filter((type) => nameByType.get(type) === material.name)
}

const typesOf = ({ satisfiedBy }: MaterialRecord): readonly string[] => [
  ...new Set(satisfiedBy.map(({ certificateType }) => certificateType)),
]

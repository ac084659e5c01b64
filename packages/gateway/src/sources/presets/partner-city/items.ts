import { type Item, itemsGetDocument } from '@tongban/sdk'
import type { Ports } from '../../../domains/ports.ts'

type ServiceItemInput = Awaited<ReturnType<Ports['items']['byCodes']>>[number]

/** The fields of an item as the SDK asks for them, to be asked for in lists, too. */
const fragments = itemsGetDocument.slice(itemsGetDocument.indexOf('fragment '))

export const itemsPageDocument = `query partnerItemsPage($first:Int$after:Cursor){items(first:$first after:$after){edges{node{...ItemFields}}pageInfo{hasNextPage endCursor}totalCount}}${fragments}`

export const itemsByCodesDocument = `query partnerItemsByCodes($codes:[ItemCode!]!){itemsByCode(codes:$codes){...ItemFields}}${fragments}`

const typeCode = (type: { readonly code: string } | null): string | null => type?.code ?? null

type Changeable<Value> = Value extends readonly (infer One)[]
  ? Changeable<One>[]
  : Value extends object
    ? { -readonly [Key in keyof Value]: Changeable<Value[Key]> }
    : Value

/** The SDK's answers are read-only and the port's records are not. */
// A clone belongs to nobody else, so that whoever gets it may change it.
const copyOf = (item: Item): Changeable<Item> => structuredClone(item) as Changeable<Item>

/** An item as the partner's schema has it, as ours has it: links become codes. Where the partner had it from is its data source. */
export function itemOf(item: Item): ServiceItemInput {
  const { id: _, division, agency, provenance, results, materials, ...same } = copyOf(item)
  return {
    ...same,
    divisionCode: division.code,
    agencyCode: agency?.code ?? null,
    agencyName: agency?.name ?? null,
    dataSource: provenance.source?.title ?? null,
    results: results.map((result) => ({ ...result, certificateType: typeCode(result.certificateType) })),
    materials:
      materials?.map((material) => ({
        ...material,
        satisfiedBy: material.satisfiedBy.map(({ certificateType, issuer }) => ({
          certificateType: certificateType.code,
          issuer,
        })),
      })) ?? null,
  }
}

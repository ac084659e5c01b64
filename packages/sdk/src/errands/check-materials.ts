import type { Call } from '../calls/call.ts'
import { mapCall } from '../calls/map-call.ts'
import { itemsCheckMaterials as checkMaterials } from '../generated/items.ts'
import type {
  ApplicantReference,
  ItemsCheckMaterialsQueryVariables,
  MaterialsCheckFieldsFragment,
} from '../generated/types.ts'
import type { CallOptions } from '../options.ts'
import type { TongbanClient } from '../settings.ts'
import { type ApplicantLike, applicantReference, type IdLike, type ItemLike, idOf, itemCode } from './references.ts'

/** What to check; the item, the consent and the applicant may be given as the objects they came in. */
export interface CheckMaterialsInput extends Pick<ItemsCheckMaterialsQueryVariables, 'division' | 'answers'> {
  readonly item: ItemLike
  readonly applicant?: ApplicantLike
  readonly consent?: IdLike
}

/** A material a certificate can stand in for, remembering for whom it was checked so that consent can be asked for with it. */
export type SatisfiableMaterial = MaterialsCheckFieldsFragment['satisfiable'][number] & {
  readonly applicant: ApplicantReference | undefined
}

/** Everything an errand needs, said at once. */
export type MaterialsCheck = Omit<MaterialsCheckFieldsFragment, 'satisfiable'> & {
  readonly satisfiable: readonly SatisfiableMaterial[]
}

/**
 * Everything an errand needs with these answers, at once. 一次性告知所需材料。
 *
 * @example
 * const check = await tongban.items.checkMaterials({ item, answers: { loan: 'PROVIDENT_FUND' }, applicant })
 * check.missing
 */
export function itemsCheckMaterials(
  client: TongbanClient,
  { item, applicant, consent, ...rest }: CheckMaterialsInput,
  options?: CallOptions,
): Call<MaterialsCheck> {
  const reference = applicant && applicantReference(applicant)
  const variables = { ...rest, item: itemCode(item), applicant: reference, consent: consent && idOf(consent) }
  return mapCall(checkMaterials(client, variables, options), (check) => ({
    ...check,
    satisfiable: check.satisfiable.map((entry) => ({ ...entry, applicant: reference })),
  }))
}

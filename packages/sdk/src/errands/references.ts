import type { Locale } from '../errors/code.ts'
import type { TongbanError } from '../errors/error.ts'
import { localError } from '../errors/local.ts'
import { TB_INVALID_INPUT } from '../generated/local-errors.ts'
import type { ApplicantFieldsFragment, ApplicantReference } from '../generated/types.ts'

/** An item by its code, or any object that carries it, such as one from `items.search`. */
export type ItemLike = string | { readonly code: string }

/** Something by its identifier, or the object itself. */
export type IdLike = string | { readonly id: string }

/** A certificate type by its code, or any object that names one: an entry of `check.satisfiable`, of `material.satisfiedBy`. */
export type CertificateTypeLike =
  | string
  | { readonly code: string }
  | { readonly certificateType: { readonly code: string } }

/** Who applies: what `applicants.identify` gave, or handles by kind. */
export type ApplicantLike = ApplicantReference | Pick<ApplicantFieldsFragment, 'handle' | 'kind'>

export const itemCode = (item: ItemLike): string => (typeof item === 'string' ? item : item.code)

export const idOf = (thing: IdLike): string => (typeof thing === 'string' ? thing : thing.id)

export function certificateTypeCode(type: CertificateTypeLike): string {
  if (typeof type === 'string') return type
  return 'certificateType' in type ? type.certificateType.code : type.code
}

export function applicantReference(applicant: ApplicantLike): ApplicantReference {
  if (!('handle' in applicant)) return applicant
  return applicant.kind === 'PERSON' ? { person: applicant.handle } : { organisation: applicant.handle }
}

/** What a caller must change in the input of an SDK function, in the language of the client. */
export const invalidInput = (
  locale: Locale,
  field: string,
  detail: { readonly zh: string; readonly en: string },
): TongbanError =>
  localError(TB_INVALID_INPUT, locale, { params: { field, detail: locale === 'en' ? detail.en : detail.zh } })

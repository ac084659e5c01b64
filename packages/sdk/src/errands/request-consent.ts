import { Call } from '../calls/call.ts'
import { mapCall } from '../calls/map-call.ts'
import type { Locale } from '../errors/code.ts'
import { consentsRequest as requestConsent } from '../generated/consents.ts'
import type { ApplicantReference, ConsentFieldsFragment, ConsentsRequestMutationVariables } from '../generated/types.ts'
import type { KeyedCallOptions, WaitOptions } from '../options.ts'
import type { TongbanClient } from '../settings.ts'
import {
  type ApplicantLike,
  applicantReference,
  type CertificateTypeLike,
  certificateTypeCode,
  invalidInput,
} from './references.ts'
import { waitUntilGranted } from './wait-until-granted.ts'

/** A certificate to ask for; entries of `check.satisfiable` also say whose it is. */
export type RequestedCertificate =
  | CertificateTypeLike
  | (CertificateTypeLike & { readonly applicant?: ApplicantReference | undefined })

/** What to ask the citizen for. */
export interface RequestConsentInput
  extends Pick<ConsentsRequestMutationVariables, 'purpose' | 'uses' | 'validMinutes'> {
  /** Whose certificates. May be left out when the certificates come from a check made for one applicant. */
  readonly applicant?: ApplicantLike
  /** Which certificates, by code or as they came in `check.satisfiable`. */
  readonly certificates: readonly RequestedCertificate[]
}

/** A consent that was asked for and can be waited for. */
export interface RequestedConsent extends ConsentFieldsFragment {
  /** Whose certificates it is about. */
  readonly applicant: ApplicantReference
  /**
   * Waits until the citizen has said yes.
   *
   * @throws TongbanError `TB_CONSENT_NOT_GRANTED` when they refused, `TB_CONSENT_ENDED` when it expired or was revoked,
   * `TB_CANCELLED` when the signal says so
   */
  granted(options?: WaitOptions): Promise<RequestedConsent>
}

function applicantOfCertificates(certificates: readonly RequestedCertificate[]): ApplicantReference | undefined {
  const references = certificates.flatMap((entry) =>
    typeof entry === 'object' && 'applicant' in entry && entry.applicant ? [entry.applicant] : [],
  )
  const [first] = references
  const same = references.every(
    ({ person, organisation }) => person === first?.person && organisation === first?.organisation,
  )
  return same ? first : undefined
}

function whose({ applicant, certificates }: RequestConsentInput, locale: Locale): ApplicantReference {
  const reference = applicant ? applicantReference(applicant) : applicantOfCertificates(certificates)
  if (reference !== undefined) return reference
  throw invalidInput(locale, 'applicant', {
    zh: '请指明是谁的证照,所给证照没有说明',
    en: 'say whose certificates they are; these do not tell',
  })
}

/** A consent is one holder's to give, a reference may name a person and an organisation. */
function soleHandle({ person, organisation }: ApplicantReference, locale: Locale): string {
  const [handle, ...more] = [person, organisation].flatMap((each) => each ?? [])
  if (handle !== undefined && more.length === 0) return handle
  throw invalidInput(locale, 'applicant', {
    zh: '请只指明证照所属的自然人或组织之一',
    en: 'name either the person or the organisation whose certificates they are',
  })
}

function readInput(input: RequestConsentInput, locale: Locale) {
  const { purpose, uses, validMinutes, certificates } = input
  const applicant = whose(input, locale)
  const handle = soleHandle(applicant, locale)
  const certificateTypes = [...new Set(certificates.map(certificateTypeCode))]
  return { applicant, variables: { applicant: handle, certificateTypes, purpose, uses, validMinutes } }
}

/**
 * Ask the citizen for permission to read certificates. 向申请人请求授权。
 *
 * @throws TongbanError `TB_INVALID_INPUT` when it is not clear whose certificates are meant
 * @example
 * const consent = await tongban.consents.request({ certificates: check.satisfiable, purpose: '不动产抵押登记' })
 * await consent.granted({ signal })
 */
export function consentsRequest(
  client: TongbanClient,
  input: RequestConsentInput,
  options?: KeyedCallOptions,
): Call<RequestedConsent> {
  const waitable = (consent: ConsentFieldsFragment, applicant: ApplicantReference): RequestedConsent => ({
    ...consent,
    applicant,
    granted: async (wait) => waitable(await waitUntilGranted(client, consent.id, wait), applicant),
  })
  const ask = async () => {
    const { applicant, variables } = readInput(input, client.settings.locale)
    return mapCall(requestConsent(client, variables, options), (consent) => waitable(consent, applicant)).outcome()
  }
  return new Call(ask())
}

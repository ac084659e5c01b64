export type { CertificateIdentifier, IssuerForm } from './certificate-identifier.ts'
export {
  certificateCheckCharacter,
  certificateRoot,
  formatCertificateIdentifier,
  parseCertificateIdentifier,
} from './certificate-identifier.ts'
export type { CertificateTypeCode } from './certificate-type-code.ts'
export { formatCertificateTypeCode, parseCertificateTypeCode } from './certificate-type-code.ts'
export type { Check, Reason, Reasons } from './check.ts'
export { hasReason } from './check.ts'
export type { CreditCode, RegistrationKind } from './credit-code.ts'
export { formatCreditCode, parseCreditCode } from './credit-code.ts'
export type { DivisionCode, DivisionCodeLevel, TownshipKind } from './division-code.ts'
export { formatDivisionCode, parseDivisionCode } from './division-code.ts'
export type { ItemCode, LocalItemCode } from './item-code.ts'
export { formatItemCode, parseItemCode } from './item-code.ts'
export type { MaskAudience } from './mask.ts'
export { maskAddress, maskBankCard, maskEmail, maskIdNumber, maskName, maskPhone, maskPlate } from './mask.ts'
export type { CatalogueCode, HandlingItemCode, TaskCode } from './national-item-code.ts'
export { parseCatalogueCode, parseHandlingItemCode, parseTaskCode } from './national-item-code.ts'
export type { OrganisationCode } from './organisation-code.ts'
export { formatOrganisationCode, parseOrganisationCode } from './organisation-code.ts'
export type { AgencyForm, ProvincialItemCode } from './provincial-item-code.ts'
export { parseProvincialItemCode } from './provincial-item-code.ts'
export type { ReasonCode } from './reasons.ts'
export { reasonTable } from './reasons.ts'
export type { ResidentId, ResidentIdKind } from './resident-id.ts'
export { formatResidentId, parseResidentId } from './resident-id.ts'

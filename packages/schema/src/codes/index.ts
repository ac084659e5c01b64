export type { CodeField, FieldNames } from './code-fields.ts'
export { codeFields, decodeCode, decodeCodes, encodeName } from './code-fields.ts'
export type { CodeTable, Decoded, RawCode, Unmapped } from './code-table.ts'
export { decodeBy, encodeBy, noEquivalent, notConfirmed } from './code-table.ts'
export type { FinishResultName, StepResultName } from './tables/cases.ts'
export { finishStates } from './tables/cases.ts'
export type { CertificateStatusName, IdentityDocumentName } from './tables/certificates.ts'
export type {
  AudienceName,
  AuthorityKindName,
  ChannelName,
  ExerciseLevelName,
  ItemStateName,
  ItemTypeName,
  SpecialProcedureName,
} from './tables/items.ts'
export type { MaterialFormName, MaterialNecessityName, MaterialSourceName } from './tables/materials.ts'
export type { OnlineDepthName } from './tables/online-depth.ts'
export type { RatingChannelName, RatingLevelName } from './tables/ratings.ts'
export type { ProcessingTypeName, TimeUnitName } from './tables/time-limits.ts'

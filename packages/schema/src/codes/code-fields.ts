import type { CaseStateName } from '../cases/states.ts'
import { type CodeTable, type Decoded, decodeBy, encodeBy, type RawCode } from './code-table.ts'
import { caseStates, type FinishResultName, finishResults, type StepResultName, stepResults } from './tables/cases.ts'
import {
  type CertificateStatusName,
  certificateStatuses,
  type IdentityDocumentName,
  identityDocuments,
} from './tables/certificates.ts'
import {
  type AudienceName,
  type AuthorityKindName,
  audiences,
  authorityKinds,
  type ChannelName,
  channels,
  type ExerciseLevelName,
  exerciseLevels,
  type ItemStateName,
  type ItemTypeName,
  itemStates,
  itemTypes,
  type SpecialProcedureName,
  specialProcedures,
} from './tables/items.ts'
import {
  type MaterialFormName,
  type MaterialNecessityName,
  type MaterialSourceName,
  materialForms,
  materialNecessities,
  materialSources,
} from './tables/materials.ts'
import { type OnlineDepthName, onlineDepths } from './tables/online-depth.ts'
import { type RatingChannelName, type RatingLevelName, ratingChannels, ratingLevels } from './tables/ratings.ts'
import { type ProcessingTypeName, processingTypes, type TimeUnitName, timeUnits } from './tables/time-limits.ts'

/** The names of ours that each coded field can have. */
export interface FieldNames {
  readonly audience: AudienceName
  readonly authorityKind: AuthorityKindName
  readonly caseState: CaseStateName
  readonly certificateStatus: CertificateStatusName
  readonly channel: ChannelName
  readonly exerciseLevel: ExerciseLevelName
  readonly finishResult: FinishResultName
  readonly identityDocument: IdentityDocumentName
  readonly itemState: ItemStateName
  readonly itemType: ItemTypeName
  readonly materialForm: MaterialFormName
  readonly materialNecessity: MaterialNecessityName
  readonly materialSource: MaterialSourceName
  readonly onlineDepth: OnlineDepthName
  readonly processingType: ProcessingTypeName
  readonly ratingChannel: RatingChannelName
  readonly ratingLevel: RatingLevelName
  readonly specialProcedure: SpecialProcedureName
  readonly stepResult: StepResultName
  readonly timeUnit: TimeUnitName
}

/** A coded field. */
export type CodeField = keyof FieldNames

/**
 * Every coded field with the tables known for it. A source that has a table of its own hands it to `decodeBy`.
 */
export const codeFields: { readonly [Field in CodeField]: readonly CodeTable<FieldNames[Field]>[] } = {
  audience: audiences,
  authorityKind: authorityKinds,
  caseState: caseStates,
  certificateStatus: certificateStatuses,
  channel: channels,
  exerciseLevel: exerciseLevels,
  finishResult: finishResults,
  identityDocument: identityDocuments,
  itemState: itemStates,
  itemType: itemTypes,
  materialForm: materialForms,
  materialNecessity: materialNecessities,
  materialSource: materialSources,
  onlineDepth: onlineDepths,
  processingType: processingTypes,
  ratingChannel: ratingChannels,
  ratingLevel: ratingLevels,
  specialProcedure: specialProcedures,
  stepResult: stepResults,
  timeUnit: timeUnits,
}

/**
 * Reads a raw code into a name of our schema.
 *
 * @example
 * decodeCode('ratingLevel', { system: 'zhejiang-rating', tableVersion: '1', code: '5' }).name // 'VERY_SATISFIED'
 */
export const decodeCode = <Field extends CodeField>(field: Field, raw: RawCode): Decoded<FieldNames[Field]> =>
  decodeBy(codeFields[field], raw)

/** Reads several codes written in one text, such as `3^4^5^6`. Empty places are left out. */
export const decodeCodes = <Field extends CodeField>(
  field: Field,
  raw: RawCode,
  separator: string,
): Decoded<FieldNames[Field]>[] =>
  raw.code
    .split(separator)
    .map((code) => code.trim())
    .filter((code) => code !== '')
    .map((code) => decodeCode(field, { ...raw, code }))

/** Writes a name as a code of one table; `undefined` when that table has no single code for it. */
export const encodeName = <Field extends CodeField>(
  field: Field,
  name: FieldNames[Field],
  table: Omit<RawCode, 'code'>,
): RawCode | undefined => encodeBy(codeFields[field], name, table)

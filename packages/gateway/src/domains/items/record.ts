import { z } from 'zod'
import { money } from '../money.ts'
import type { WithProvenance } from '../provenance.ts'

/** Enum values as the SDL names them; a test keeps these lists equal to the SDL. */
const itemTypes = [
  'ADMINISTRATIVE_LICENSE',
  'ADMINISTRATIVE_PENALTY',
  'ADMINISTRATIVE_COERCION',
  'ADMINISTRATIVE_COLLECTION',
  'ADMINISTRATIVE_PAYMENT',
  'ADMINISTRATIVE_INSPECTION',
  'ADMINISTRATIVE_CONFIRMATION',
  'ADMINISTRATIVE_REWARD',
  'ADMINISTRATIVE_ADJUDICATION',
  'OTHER_ADMINISTRATIVE_POWER',
  'PUBLIC_SERVICE',
] as const
const timeUnits = ['WORKING_DAY', 'CALENDAR_DAY', 'MONTH', 'YEAR', 'HOUR', 'MINUTE'] as const
const materialForms = [
  'ORIGINAL',
  'ELECTRONIC_COPY',
  'COPY',
  'ORIGINAL_OR_COPY',
  'PAPER_FORM',
  'ELECTRONIC_FILE',
  'FETCHED',
  'FETCHED_OR_UPLOADED',
  'SCAN',
] as const
const onlineDepths = [
  'CONSULTATION',
  'INTAKE',
  'PRE_REVIEW',
  'ACCEPTANCE',
  'HANDLING',
  'RESULT_FEEDBACK',
  'CERTIFICATE_FEEDBACK',
  'FULL_ONLINE',
  'OTHER',
] as const
/** From the widest to the narrowest. */
export const handlingAreas = ['NATIONWIDE', 'CROSS_PROVINCE', 'CROSS_CITY', 'CROSS_COUNTY'] as const

const text = z.string().trim().min(1)
const optionalText = z.string().trim().min(1).nullable().default(null)
const texts = z.array(text).default([])
const flag = z.boolean().nullable().default(null)
const day = z.iso.date().nullable().default(null)

export const rawCode = z.object({ system: text, code: z.string(), tableVersion: z.string() })
const raw = rawCode.nullable().default(null)
const duration = z.object({
  amount: z.int().nonnegative(),
  unit: z.enum(timeUnits).nullable().default(null),
  rawUnit: raw,
  note: optionalText,
})
const issuer = z.object({ name: text, creditCode: optionalText })

export const materialRecord = z.object({
  key: text,
  name: text,
  necessity: z.enum(['REQUIRED', 'OPTIONAL', 'DEFERRABLE']).nullable().default(null),
  rawNecessity: raw,
  form: z.enum(materialForms).nullable().default(null),
  rawForm: raw,
  source: z.enum(['APPLICANT', 'GOVERNMENT', 'INTERMEDIARY', 'OTHER']).nullable().default(null),
  rawSource: raw,
  copies: z.int().nullable().default(null),
  formats: texts,
  standard: optionalText,
  guidance: optionalText,
  basis: optionalText,
  blankForm: optionalText,
  sample: optionalText,
  satisfiedBy: z.array(z.object({ certificateType: text, issuer: issuer.nullable().default(null) })).default([]),
  situations: z.array(z.object({ question: text, option: text })).default([]),
})

const situation = z.object({
  key: text,
  question: text,
  multiple: z.boolean().default(false),
  root: z.boolean().default(true),
  options: z.array(z.object({ value: text, label: text, next: optionalText })).min(1),
})

/**
 * A service item as the gateway keeps it: everything of the SDL's `ServiceItem`, links replaced by codes. What a source leaves
 * out is null, never a guess: no fees known is not the same as no fees.
 */
export const serviceItemRecord = z.object({
  code: text,
  catalogCode: optionalText,
  taskCode: optionalText,
  handlingItemCode: optionalText,
  localCatalogCode: optionalText,
  localTaskCode: optionalText,
  sourceRowId: optionalText,
  dataSource: optionalText,
  name: text,
  mainItem: optionalText,
  type: z.enum(itemTypes).nullable().default(null),
  rawType: raw,
  state: z.enum(['IN_USE', 'SUSPENDED', 'WITHDRAWN', 'DRAFT']).nullable().default(null),
  rawState: raw,
  version: optionalText,
  effectiveFrom: day,
  effectiveTo: day,
  /** 12 digits. */
  divisionCode: z.string().regex(/^\d{12}$/),
  /** Code of the agency as the source writes it. */
  agencyCode: optionalText,
  agencyName: optionalText,
  authority: z
    .object({
      kind: z.enum(['STATUTORY', 'AUTHORISED', 'ENTRUSTED', 'OTHER']).nullable().default(null),
      entrustedBy: optionalText,
      level: z
        .enum(['NATIONAL', 'PROVINCE', 'CITY', 'COUNTY', 'TOWNSHIP', 'VILLAGE', 'SHARED'])
        .nullable()
        .default(null),
      powerSource: optionalText,
      basis: texts,
      jointAgencies: texts,
    })
    .prefault({}),
  audience: z
    .array(
      z.enum(['PERSON', 'ENTERPRISE', 'PUBLIC_INSTITUTION', 'SOCIAL_ORGANISATION', 'STATE_BODY', 'OTHER_ORGANISATION']),
    )
    .nullable()
    .default(null),
  topics: texts,
  processingType: z.enum(['INSTANT', 'COMMITMENT', 'JOINT', 'FORWARDED', 'OTHER']).nullable().default(null),
  rawProcessingType: raw,
  specialProcedure: z.enum(['EXTENSION', 'OTHER']).nullable().default(null),
  timeLimit: z
    .object({ statutory: duration.nullable().default(null), promised: duration.nullable().default(null) })
    .prefault({}),
  channels: z
    .object({
      handling: z.array(z.enum(['COUNTER', 'WEB', 'MOBILE', 'COURIER', 'TERMINAL', 'OTHER'])).default([]),
      onlineDepth: z.array(z.enum(onlineDepths)).default([]),
      rawOnlineDepth: z.array(rawCode).default([]),
      onlineUrl: optionalText,
      mobileUrl: optionalText,
      bookable: flag,
      payableOnline: flag,
      courier: flag,
      inServiceHall: flag,
      terminal: flag,
    })
    .prefault({}),
  visits: z.int().nonnegative().nullable().default(null),
  visitsNote: optionalText,
  handlingAreas: z.array(z.enum(handlingAreas)).default([]),
  places: z
    .array(
      z.object({
        name: text,
        address: optionalText,
        counter: optionalText,
        telephone: optionalText,
        hours: optionalText,
      }),
    )
    .default([]),
  process: texts,
  conditions: texts,
  commitmentAllowed: flag,
  creditCommitment: optionalText,
  isSecret: flag,
  intermediaryServices: texts,
  fees: z
    .array(z.object({ name: text, amount: money.nullable().default(null), formula: optionalText, basis: optionalText }))
    .nullable()
    .default(null),
  results: z
    .array(z.object({ name: text, kind: optionalText, certificateType: optionalText, sample: optionalText }))
    .default([]),
  situations: z.array(situation).nullable().default(null),
  materials: z.array(materialRecord).nullable().default(null),
  faqs: z.array(z.object({ question: text, answer: text })).default([]),
  plainGuide: optionalText,
})

/** A service item as kept. */
export type ServiceItemRecord = z.output<typeof serviceItemRecord>
/** A service item as a source file writes it: what it does not know may be left out. */
export type ServiceItemInput = z.input<typeof serviceItemRecord>
export type MaterialRecord = z.output<typeof materialRecord>
export type SituationRecord = z.output<typeof situation>

/** An agency as the gateway keeps it. */
export const agencyRecord = z.object({
  code: text,
  creditCode: optionalText,
  name: text,
  divisionCode: z
    .string()
    .regex(/^\d{12}$/)
    .nullable()
    .default(null),
  address: optionalText,
  telephone: optionalText,
  complaintTelephone: optionalText,
  openingHours: z
    .array(
      z.object({
        day: z.enum(['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']),
        from: z.string().regex(/^\d{2}:\d{2}$/),
        to: z.string().regex(/^\d{2}:\d{2}$/),
      }),
    )
    .default([]),
})
export type AgencyRecord = z.output<typeof agencyRecord>
export type AgencyInput = z.input<typeof agencyRecord>

/** Parent values of the SDL types `ServiceItem` and `Agency`. */
export type ItemEntity = WithProvenance<ServiceItemRecord>
export type AgencyEntity = WithProvenance<AgencyRecord>
/** Parent value of `CertificateType`: the name is looked up when asked for. */
export interface CertificateTypeEntity {
  readonly code: string
}
/** Parent value of `Division`. */
export interface DivisionEntity {
  readonly code: string
}

import { z } from 'zod'
import { enums } from '../generated/enums.ts'
import { money } from '../money.ts'
import type { WithProvenance } from '../provenance.ts'

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
  unit: z.enum(enums.TimeUnit).nullable().default(null),
  rawUnit: raw,
  note: optionalText,
})
const issuer = z.object({ name: text, creditCode: optionalText })

export const materialRecord = z.object({
  key: text,
  name: text,
  necessity: z.enum(enums.MaterialNecessity).nullable().default(null),
  rawNecessity: raw,
  form: z.enum(enums.MaterialForm).nullable().default(null),
  rawForm: raw,
  source: z.enum(enums.MaterialSource).nullable().default(null),
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
  type: z.enum(enums.ItemType).nullable().default(null),
  rawType: raw,
  state: z.enum(enums.ItemState).nullable().default(null),
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
      kind: z.enum(enums.AuthorityKind).nullable().default(null),
      entrustedBy: optionalText,
      level: z.enum(enums.ExerciseLevel).nullable().default(null),
      powerSource: optionalText,
      basis: texts,
      jointAgencies: texts,
    })
    .prefault({}),
  audience: z.array(z.enum(enums.Audience)).nullable().default(null),
  topics: texts,
  processingType: z.enum(enums.ProcessingType).nullable().default(null),
  rawProcessingType: raw,
  specialProcedure: z.enum(enums.SpecialProcedure).nullable().default(null),
  timeLimit: z
    .object({ statutory: duration.nullable().default(null), promised: duration.nullable().default(null) })
    .prefault({}),
  channels: z
    .object({
      handling: z.array(z.enum(enums.Channel)).default([]),
      onlineDepth: z.array(z.enum(enums.OnlineDepth)).default([]),
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
        day: z.enum(enums.Weekday),
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

import { caseStateNames } from '@tongban/schema'
import { z } from 'zod'
import type { ReadingsOf } from '../../sources/readings.ts'
import { rawCode } from '../items/record.ts'

/** One report of the owner about a case. Times are ISO 8601 instants with offset. */
export const caseReport = z.object({
  at: z.iso.datetime({ offset: true }),
  state: z.enum(caseStateNames),
  raw: rawCode.nullable().default(null),
  /** Role or unit, never a person's name. */
  by: z.string().nullable().default(null),
  note: z.string().nullable().default(null),
})

/** A case as its owner tells it. */
export const sourceCase = z.object({
  /** Number at the owner: opaque, unique only with the source. */
  number: z.string().min(1),
  /** Our reference, as handed in with the submission. */
  reference: z.string().nullable().default(null),
  /** A higher version replaces what was told before. */
  dataVersion: z.int().positive().default(1),
  reports: z.array(caseReport).min(1),
  acceptedOn: z.iso.date().nullable().default(null),
  /** Spans that do not count, as days inclusive; `to` null while it lasts. */
  suspensions: z
    .array(z.object({ from: z.iso.date(), to: z.iso.date().nullable(), reason: z.string().nullable().default(null) }))
    .default([]),
  supplements: z
    .array(
      z.object({
        askedAt: z.iso.datetime({ offset: true }),
        dueOn: z.iso.date().nullable().default(null),
        parts: z.array(
          z.object({
            field: z.string().nullable().default(null),
            material: z.string().nullable().default(null),
            reason: z.string(),
          }),
        ),
      }),
    )
    .default([]),
  result: z
    .object({
      granted: z.boolean(),
      decidedAt: z.iso.datetime({ offset: true }).nullable().default(null),
      reason: z.string().nullable().default(null),
      certificateIdentifier: z.string().nullable().default(null),
    })
    .nullable()
    .default(null),
})
export type SourceCase = z.output<typeof sourceCase>
export type SourceCaseInput = z.input<typeof sourceCase>
export type CaseReport = z.output<typeof caseReport>

/** What the owner receives. Holds personal data: never log it. */
export interface OutgoingSubmission {
  /** Our reference: the owner finds the case by it, and never takes it twice. */
  readonly reference: string
  readonly itemCode: string
  readonly itemName: string
  readonly itemVersion: string | null
  readonly divisionCode: string
  readonly agencyCode: string | null
  readonly mode: string
  readonly submittedAt: string
  readonly applicant: {
    readonly kind: 'PERSON' | 'ORGANISATION'
    readonly documentType: string
    readonly documentNumber: string
    readonly name: string
  }
  readonly answers: Readonly<Record<string, string>>
  readonly form: Readonly<Record<string, string | number | boolean>>
  readonly materials: readonly {
    readonly key: string
    readonly name: string
    readonly satisfaction: string
    readonly certificateIdentifier: string | null
    readonly digest: string | null
  }[]
  readonly collectedBy: { readonly client: string; readonly branch: string | null; readonly operator: string | null }
}

/** How the owner answered a submission. */
export type SubmitOutcome =
  | { readonly outcome: 'taken'; readonly case: SourceCaseInput }
  /** The owner will never take it; `reason` is for the clerk. */
  | { readonly outcome: 'refused'; readonly reason: string }
  /**
   * The owner has it and has not said anything about it yet, as with exchange tables: it is handed in again later to hear more, so
   * the source must know it by its reference and never take it twice.
   */
  | { readonly outcome: 'waiting' }

/** What an approval system offers (审批系统). */
export interface CasesPort<Call> {
  submit(submission: OutgoingSubmission, call: Call): Promise<SubmitOutcome>
  /**
   * The case handed in under this reference, or null. Asked before a submission is sent again, once the time in which the
   * owner may still take it has passed (`settleMs` of the source's limits).
   */
  findByReference(reference: string, call: Call): Promise<SourceCaseInput | null>
  byNumbers(numbers: readonly string[], call: Call): Promise<readonly SourceCaseInput[]>
}

/** @see ReadingsOf */
export const caseReadings: ReadingsOf<CasesPort<never>> = {
  // Whether a submission arrived is decided by it.
  findByReference: { kind: 'WHOLE', about: 'PERSON', decides: true },
  byNumbers: {
    kind: 'BATCH',
    about: 'PERSON',
    keysOf: (numbers) => numbers,
    only: (_numbers, keys) => keys,
    keyOf: ({ number }) => number,
    isRow: (row) => sourceCase.safeParse(row).success,
  },
}

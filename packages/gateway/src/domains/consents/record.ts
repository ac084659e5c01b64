import type { ConsentState } from '../generated/resolvers.ts'

/** A consent at one moment: parent value of the SDL type `Consent`. */
export interface ConsentEntity {
  /** Global identifier, as clients hold it. */
  readonly id: string
  readonly clientId: string
  readonly clientTitle: string
  /** Whose certificates, recognisable but not readable. */
  readonly applicantFingerprint: string
  /** Codes of the certificate types it covers. */
  readonly types: readonly string[]
  readonly purpose: string
  readonly uses: number
  readonly usesLeft: number
  readonly validMinutes: number
  readonly matchCode: string
  /** What holds now, computed when it was read. */
  readonly state: ConsentState
  readonly requestedAt: Date
  readonly decidedAt: Date | null
  readonly expiresAt: Date
}

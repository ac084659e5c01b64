import type { WithProvenance } from '../provenance.ts'
import type { CertificateRecord } from './port.ts'

/** Parent value of the SDL type `Certificate`. */
export type CertificateEntity = WithProvenance<CertificateRecord>

/** Parent value of the SDL type `AccessRecord`. */
export interface AccessRecordEntity {
  readonly id: string
}

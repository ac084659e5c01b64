import type { Coverage, SourceLimits } from '../../source.ts'
import type { CertShareKey } from './cert-data.ts'
import type { StatusVersion } from './codes.ts'
import type { CertShareCredentials } from './requests.ts'

/** A certificate-sharing platform of Shandong. */
export interface CertShareOptions {
  /** @default 'shandong-certshare' */
  readonly id?: string
  /** Address without a trailing slash, for example ending in `/main/CertShare`. */
  readonly url: string
  readonly credentials: CertShareCredentials
  /** Opens data that the platform encrypts for us with SM2. */
  readonly key?: CertShareKey
  readonly covers?: Coverage
  /** Table of `head.status`. @default 'city': the documented codes, and those of city platforms beyond them */
  readonly statusVersion?: StatusVersion
  /** Holder types other than those of GB/T 36903 by document, for example `{ PASSPORT: '400' }`. */
  readonly holderTypes?: Readonly<Record<string, string>>
  /** Whether the platform is known to hand out certificates in force only, so that one without a state is valid. @default false: its state is unknown */
  readonly onlyInForce?: boolean
  readonly limits?: Partial<SourceLimits>
}

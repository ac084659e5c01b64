import type { Coverage, SourceLimits } from '../../source.ts'
import type { LicenceTypes } from './licence.ts'
import type { LicenceService } from './protocol.ts'

/** For which item licences are used. */
export interface LicenceItem {
  readonly code: string
  readonly name: string
}

/** Who asks, by duty (依职能). The service wants a name and an identity number: those of whoever answers for the gateway. */
export interface LicenceOperator {
  readonly account: string
  readonly name: string
  readonly identityNumber: string
  readonly role: string
  readonly division: string
  readonly divisionCode?: string
  readonly organisation: string
}

/** The licence service of Guangdong. */
export interface GuangdongLicencesOptions extends LicenceService {
  /** @default 'guangdong-licences' */
  readonly id?: string
  readonly covers?: Coverage
  readonly operator: LicenceOperator
  /** The item of a call by its purpose: the service has no field for the purpose itself. */
  readonly itemFor: (purpose: string) => LicenceItem
  /** Types by the catalogue codes (目录编码) of the service. @default licences say their type themselves */
  readonly types?: LicenceTypes
  /** How long a code for the use of a licence (用证码) is kept, in memory only. The service does not say how long it holds. @default 600_000 */
  readonly codesLastMs?: number
  readonly limits?: Partial<SourceLimits>
}

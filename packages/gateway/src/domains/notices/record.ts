import type { WithProvenance } from '../provenance.ts'
import type { NoticeRecord } from './port.ts'

/** Parent value of the SDL type `TradingNotice`. */
export type NoticeEntity = WithProvenance<NoticeRecord>

/** Parent value of the SDL type `TradingProject`. */
export interface ProjectEntity {
  readonly code: string
}
/** Parent value of the members of the SDL union `Price`. */
export type PriceEntity = NoticeRecord['lots'][number]['awards'][number]['price']

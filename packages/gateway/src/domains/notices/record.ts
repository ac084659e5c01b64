import type { ProvenanceRecord } from '../../sources/source.ts'
import type { NoticeFilter, PageInfo } from '../generated/resolvers.ts'
import type { WithProvenance } from '../provenance.ts'
import type { NoticeRecord } from './port.ts'

/** Parent value of the SDL type `TradingNotice`. */
export type NoticeEntity = WithProvenance<NoticeRecord>
export type LotEntity = NoticeRecord['lots'][number]
export type AwardEntity = LotEntity['awards'][number]
/** Parent value of the SDL type `Bid`. */
export type BidEntity = LotEntity['bids'][number]
/** Parent value of the members of the SDL union `Price`. */
export type PriceEntity = AwardEntity['price']

/** A project as its notices tell it: parent value of the SDL type `TradingProject`. */
export interface ProjectEntity {
  readonly code: string
  readonly name: string
  readonly ocid: string | null
  readonly sector: NoticeRecord['sector']
  readonly divisionCode: string | null
  /** Of the notice that tells it; its source is part of what names a project. */
  readonly provenance: ProvenanceRecord
}

/** Parent value of the SDL type `NoticeConnection`: the filter is kept to count matches only when asked for. */
export interface NoticeConnectionEntity {
  readonly edges: readonly { readonly cursor: string; readonly node: NoticeEntity }[]
  readonly pageInfo: PageInfo
  readonly filter: NoticeFilter
}

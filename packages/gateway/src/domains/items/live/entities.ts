import type { ProvenanceRecord, Source, Sourced } from '../../../sources/source.ts'
import { rowProvenance } from '../../../sources/sourced.ts'
import { parseAgency, parseItem, recordFrom } from '../parse.ts'
import type { AgencyEntity, AgencyInput, ItemEntity, ServiceItemInput } from '../record.ts'
import type { ReadItem } from './remembering.ts'

/** Items of a reply, each with where it came from. @throws TongbanError `TB_SOURCE_SHAPE` */
export const itemsIn = (
  source: Source,
  reply: Sourced<readonly ServiceItemInput[]>,
  read: ReadItem = parseItem,
): readonly ItemEntity[] =>
  reply.value.map((item) => {
    const provenance = rowProvenance(reply, item.code)
    return { ...recordFrom(read(item), teller(source, provenance)), provenance }
  })

/** Agencies of a reply, each with where it came from. @throws TongbanError `TB_SOURCE_SHAPE` */
export const agenciesIn = (source: Source, reply: Sourced<readonly AgencyInput[]>): readonly AgencyEntity[] =>
  reply.value.map((agency) => {
    const provenance = rowProvenance(reply, agency.code)
    return { ...recordFrom(parseAgency(agency), teller(source, provenance)), provenance }
  })

/** Who told a row: where several sources cover the same it need not be the first of them. */
const teller = ({ id, title }: Source, { sourceId }: ProvenanceRecord) =>
  sourceId === id ? { id, title } : { id: sourceId, title: sourceId }

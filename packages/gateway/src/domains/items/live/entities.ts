import type { Source, Sourced } from '../../../sources/source.ts'
import { parseAgency, parseItem, recordFrom } from '../parse.ts'
import type { AgencyEntity, AgencyInput, ItemEntity, ServiceItemInput } from '../record.ts'
import type { ReadItem } from './remembering.ts'

/** Items of a reply, each with where it came from. @throws TongbanError `TB_SOURCE_SHAPE` */
export const itemsIn = (
  source: Source,
  { value, provenance }: Sourced<readonly ServiceItemInput[]>,
  read: ReadItem = parseItem,
): readonly ItemEntity[] => value.map((item) => ({ ...recordFrom(read(item), source), provenance }))

/** Agencies of a reply, each with where it came from. @throws TongbanError `TB_SOURCE_SHAPE` */
export const agenciesIn = (
  source: Source,
  { value, provenance }: Sourced<readonly AgencyInput[]>,
): readonly AgencyEntity[] => value.map((agency) => ({ ...recordFrom(parseAgency(agency), source), provenance }))

import { type CodeTable, noEquivalent } from '../code-table.ts'

/** 材料必要性 */
export type MaterialNecessityName = 'REQUIRED' | 'OPTIONAL' | 'DEFERRABLE'

export const materialNecessities: readonly CodeTable<MaterialNecessityName>[] = [
  {
    system: 'national-exchange',
    tableVersion: '1',
    source: 'national item exchange, is_need',
    codes: { '1': 'REQUIRED', '2': 'OPTIONAL', '3': 'DEFERRABLE' },
  },
  {
    system: 'vendor-zero-based',
    tableVersion: '1',
    source: 'another vendor that counts from 0',
    // 信用后补 is open to applicants with a good credit record only, which DEFERRABLE does not say.
    codes: { '0': 'REQUIRED', '1': 'OPTIONAL', '2': 'DEFERRABLE', '3': noEquivalent('信用后补') },
  },
]

/** 材料形式 */
export type MaterialFormName =
  | 'ORIGINAL'
  | 'ELECTRONIC_COPY'
  | 'COPY'
  | 'ORIGINAL_OR_COPY'
  | 'PAPER_FORM'
  | 'ELECTRONIC_FILE'
  | 'FETCHED'
  | 'FETCHED_OR_UPLOADED'
  | 'SCAN'

export const materialForms: readonly CodeTable<MaterialFormName>[] = [
  {
    system: 'national-exchange',
    tableVersion: 'material_type',
    source: 'national item exchange, material_type',
    codes: { '1': 'ORIGINAL', '2': 'COPY', '3': 'ORIGINAL_OR_COPY' },
  },
  {
    system: 'national-exchange',
    tableVersion: 'material_format',
    source: 'national item exchange, material_format',
    codes: {
      '1': 'ORIGINAL',
      '2': 'ELECTRONIC_COPY',
      '3': 'ORIGINAL_OR_COPY',
      '4': 'PAPER_FORM',
      '5': 'ELECTRONIC_FILE',
      '6': 'FETCHED',
      '7': 'FETCHED_OR_UPLOADED',
      '8': 'SCAN',
      '9': noEquivalent('PDF'),
    },
  },
]

/** 来源渠道 */
export type MaterialSourceName = 'APPLICANT' | 'GOVERNMENT' | 'INTERMEDIARY' | 'OTHER'

export const materialSources: readonly CodeTable<MaterialSourceName>[] = [
  {
    system: 'national-exchange',
    tableVersion: '1',
    source: 'national item exchange, source_type',
    codes: { '10': 'APPLICANT', '20': 'GOVERNMENT', '30': 'INTERMEDIARY', '99': 'OTHER' },
  },
]

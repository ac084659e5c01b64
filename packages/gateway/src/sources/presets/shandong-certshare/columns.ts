import { z } from 'zod'
import { isRecord } from '../../protocols/path.ts'
import { field } from '../../reading/fields.ts'

/** Spellings of the columns: the GB/T 36903 family in pinyin, and those of the national upload table and of interfaces in English. */
const spellings: Readonly<Record<string, readonly string[]>> = {
  zzbs: ['certidentifier', 'certificateidentifier', 'certificatesourceid'],
  zzlxdm: ['certtypecode', 'certificatetypecode'],
  zzmc: ['certname', 'certificatename'],
  zzbh: ['certno', 'certnumber', 'certificatenumber'],
  czzt: ['holder', 'holdername', 'certificateholder'],
  czztdm: ['holdercode', 'certificateholdercode'],
  czztdmlxdm: ['holdertypecode', 'certificateholdertypecode'],
  zzbfjg: ['issueorg', 'issuauth', 'certificateissuedept'],
  zzbfjgdm: ['issueorgcode', 'issuauthcode', 'certificateissuedeptcode'],
  zzbfrq: ['issuedate', 'issudate', 'certificateissuedate'],
  zzyxqqsrq: ['validfrom', 'effectivedate'],
  zzyxqjzrq: ['validto', 'expiringdate'],
  zzzt: ['certstate', 'certstatus'],
  zzqzmc: [],
}

const columnOf = new Map(
  Object.entries(spellings).flatMap(([column, others]) => [column, ...others].map((name) => [name, column] as const)),
)

/** The column a name stands for, whatever its case and with or without underscores; undefined for what is particular to a type. */
export const knownColumn = (name: string): string | undefined => columnOf.get(name.toLowerCase().replaceAll('_', ''))

const byColumn = (row: unknown): unknown =>
  isRecord(row)
    ? Object.fromEntries(Object.entries(row).flatMap(([name, value]) => [[knownColumn(name) ?? name, value]]))
    : row

const several = field.codes(/[\^,，]/)

/** The columns that all certificates have. */
export const certificateColumns = z.preprocess(
  byColumn,
  z.object({
    zzbs: field.required,
    zzlxdm: field.text,
    zzmc: field.text,
    zzbh: field.text,
    czzt: field.text,
    czztdm: several,
    czztdmlxdm: several,
    zzbfjg: field.text,
    zzbfjgdm: field.text,
    zzbfrq: field.day,
    zzyxqqsrq: field.day,
    // Only a column that is there and empty says that there is no end.
    zzyxqjzrq: z.union([z.undefined(), field.ending]),
    zzzt: field.text,
    zzqzmc: field.text,
  }),
)
export type CertificateColumns = z.output<typeof certificateColumns>

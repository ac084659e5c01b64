import type { Store } from '../../store/store.ts'
import type { CertificateRecord } from './port.ts'
import type { CertificateTables } from './schema.ts'

/** Codes published with their names. */
const publishedNames: Readonly<Record<string, string>> = {
  '11100000000013127D001': '居民身份证',
  '11100000MB0143028R001': '营业执照',
  '11100000MB03271699001': '不动产权证书',
  '11100000MB03271699022': '不动产登记证明',
  '11100000000013338W001': '二级建造师注册证书',
  '11100000000013338W011': '安全生产考核合格证书',
  '11100000000013338W032': '建筑施工特种作业操作资格证书',
  '11100000000013338W050': '安全生产许可证',
}

/** There are a few thousand types in the country. */
const maxLearnt = 10_000

/** Names of certificate types: the published ones, and those that platforms gave with their certificates. */
export interface TypeNames {
  nameOf(code: string): string | null
  /** Keeps names not known yet. */
  learn(records: readonly Pick<CertificateRecord, 'typeCode' | 'name'>[]): Promise<void>
  /** Reads what was learnt before. */
  load(): Promise<void>
}

/** Names in the database, with a copy in memory because a name is asked for with every type that is shown. */
export function typeNames(store: Store): TypeNames {
  const db = store.db.withTables<CertificateTables>()
  const names = new Map(Object.entries(publishedNames))
  return {
    nameOf: (code) => names.get(code) ?? null,
    async learn(records) {
      const fresh = new Map(
        records.filter(({ typeCode }) => !names.has(typeCode)).map((one) => [one.typeCode, one.name]),
      )
      if (fresh.size === 0 || names.size + fresh.size > maxLearnt) return
      const rows = [...fresh].map(([code, name]) => ({ code, name }))
      await db
        .insertInto('certificate_type_name')
        .values(rows)
        .onConflict((conflict) => conflict.column('code').doNothing())
        .execute()
      for (const [code, name] of fresh) names.set(code, name)
    },
    async load() {
      const rows = await db.selectFrom('certificate_type_name').select(['code', 'name']).limit(maxLearnt).execute()
      for (const { code, name } of rows) if (!names.has(code)) names.set(code, name)
    },
  }
}

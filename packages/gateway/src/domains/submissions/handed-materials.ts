import { parseCertificateIdentifier, TongbanError } from '@tongban/schema'
import type { SubmittedMaterialInput } from '../generated/resolvers.ts'
import type { ItemEntity, MaterialRecord } from '../items/record.ts'
import type { HandedMaterial } from './record.ts'
import { isFetched, type StandIns, standInsOf } from './stand-ins.ts'

/** A material that was handed in rightly. */
export interface Handed {
  readonly handed: HandedMaterial
  /** Type of the certificate that stands in. */
  readonly certificateType: string | null
}

const ways = ['certificate', 'document', 'deferred', 'declared'] as const
type Way = (typeof ways)[number]

const satisfactions = {
  certificate: 'CERTIFICATE',
  document: 'DOCUMENT',
  deferred: 'DEFERRED',
  declared: 'DECLARED',
} as const satisfies Record<Way, HandedMaterial['satisfaction']>

/** Checks every material handed in, and that every material asked for is there; adds what is wrong to `problems`. */
export function checkHandedMaterials(
  item: ItemEntity,
  asked: readonly MaterialRecord[],
  given: readonly SubmittedMaterialInput[],
  problems: TongbanError[],
): readonly Handed[] {
  const byKey = new Map(asked.map((material) => [material.key, material]))
  const rules = { item, standIns: standInsOf(asked) }
  const named = new Set(given.map(({ key }) => key))
  const handed = given.flatMap((input, index) => {
    const earlier = given.findIndex(({ key }) => key === input.key) < index
    const result = checkOne(rules, byKey.get(input.key), input, { index: String(index), earlier })
    if (result instanceof TongbanError) problems.push(result)
    return result instanceof TongbanError ? [] : [result]
  })
  const absent = asked.filter(({ key }) => !named.has(key))
  problems.push(...absent.filter(isNeeded).map(missing))
  return [...handed, ...absent.filter(isFetched).map(fetched)]
}

/** What decides whether a way is open. */
interface Rules {
  readonly item: ItemEntity
  readonly standIns: StandIns
}

interface Place {
  readonly index: string
  /** Whether an earlier entry named the same material. */
  readonly earlier: boolean
}

function checkOne(
  rules: Rules,
  material: MaterialRecord | undefined,
  input: SubmittedMaterialInput,
  { index, earlier }: Place,
): Handed | TongbanError {
  const path = (field: string): readonly string[] => ['materials', index, field]
  if (material === undefined)
    return new TongbanError('TB_MATERIAL_UNKNOWN', { material: input.key }, { path: path('key') })
  const wrong = (field: string, detail: string) =>
    new TongbanError('TB_MATERIAL_WAY_INVALID', { material: material.name, detail }, { path: path(field) })
  if (earlier) return wrong('key', '重复 / given twice')
  const [way, ...others] = ways.filter((each) => input[each])
  if (way === undefined || others.length > 0) return wrong('key', '须且仅须一种方式 / exactly one way')
  const refusal = refusals[way](rules, material, input)
  return refusal === undefined ? handedOf(material, way, input) : wrong(way, refusal)
}

/** Why a way is not open for a material; undefined when it is. */
const refusals: Readonly<
  Record<Way, (rules: Rules, material: MaterialRecord, input: SubmittedMaterialInput) => string | undefined>
> = {
  certificate: ({ standIns }, material, { certificate }) => {
    const type = typeOf(certificate)
    if (type === null) return '证照标识不合法 / malformed certificate identifier'
    return standIns(material).includes(type) ? undefined : `不接受证照类型 / certificate type not accepted: ${type}`
  },
  document: (_, { form }, { document }) => {
    if (form === 'FETCHED') return '系统自动获取,无需提交 / fetched by the system'
    if (!/^[0-9a-f]{64}$/.test(document?.sha256 ?? '')) return 'sha256: 64 位小写十六进制 / 64 lower-case hex digits'
    return (document?.bytes ?? 0) > 0 ? undefined : 'bytes > 0'
  },
  deferred: (_, { necessity }) => (necessity === 'DEFERRABLE' ? undefined : '不可容缺后补 / may not follow later'),
  declared: ({ item }) => (item.commitmentAllowed === true ? undefined : '不适用告知承诺 / declaration not allowed'),
}

const typeOf = (identifier: string | null | undefined): string | null => {
  const parsed = parseCertificateIdentifier(identifier ?? '')
  return parsed.status === 'invalid' ? null : parsed.value.typeCode
}

const handedOf = ({ key, name }: MaterialRecord, way: Way, input: SubmittedMaterialInput): Handed => ({
  handed: {
    key,
    name,
    satisfaction: satisfactions[way],
    certificate: input.certificate ?? null,
    document: input.document ?? null,
  },
  certificateType: way === 'certificate' ? typeOf(input.certificate) : null,
})

/**
 * What may follow later must be promised in so many words, so that leaving it out is an error, too. Where the source does not
 * say whether a material is needed, the owner asks for it.
 */
const isNeeded = (material: MaterialRecord): boolean =>
  (material.necessity === 'REQUIRED' || material.necessity === 'DEFERRABLE') && !isFetched(material)

const missing = ({ key, name }: MaterialRecord): TongbanError =>
  new TongbanError('TB_MATERIAL_MISSING', { material: name }, { path: ['materials', key] })

const fetched = ({ key, name }: MaterialRecord): Handed => ({
  handed: { key, name, satisfaction: 'FETCHED', certificate: null, document: null },
  certificateType: null,
})

import { type Locale, parseCertificateIdentifier, TongbanError } from '@tongban/schema'
import type { SubmittedMaterialInput } from '../generated/resolvers.ts'
import { type ItemEntity, type MaterialRecord, materialRecord } from '../items/record.ts'
import type { HandedMaterial } from './record.ts'
import { refusalWords } from './refusal-words.ts'
import { isFetched, type StandIns, standInsOf } from './stand-ins.ts'

/** A material that was handed in rightly. */
export interface Handed {
  readonly handed: HandedMaterial
  readonly standIn: StandIn | null
}

/** A certificate handed in for a material: of an accepted type, and nothing more is known of it yet. */
export interface StandIn {
  readonly identifier: string
  /** Where it stands in the input. */
  readonly path: readonly string[]
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
  locale: Locale,
): readonly Handed[] {
  const byKey = new Map(asked.map((material) => [material.key, material]))
  const rules = { item, standIns: standInsOf(asked), locale }
  const named = new Set(given.map(({ key }) => key))
  const handed = given.flatMap((input, index) => {
    const earlier = given.findIndex(({ key }) => key === input.key) < index
    const material = byKey.get(input.key) ?? unlisted(item, input.key)
    const result = checkOne(rules, material, input, { index: String(index), earlier })
    if (result instanceof TongbanError) problems.push(result)
    return result instanceof TongbanError ? [] : [result]
  })
  const absent = asked.filter(({ key }) => !named.has(key))
  problems.push(...absent.filter(isNeeded).map(missing))
  return [...handed, ...absent.filter(isFetched).map(fetched)]
}

/** Where nobody has listed the materials of an item, whatever is handed in is one, and its owner judges it. */
const unlisted = (item: ItemEntity, key: string): MaterialRecord | undefined =>
  item.materials === null ? materialRecord.safeParse({ key, name: key }).data : undefined

/** What decides whether a way is open. */
interface Rules {
  readonly item: ItemEntity
  readonly standIns: StandIns
  readonly locale: Locale
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
  const words = refusalWords(rules.locale)
  if (earlier) return wrong('key', words.twice)
  const [way, ...others] = ways.filter((each) => input[each])
  if (way === undefined || others.length > 0) return wrong('key', words.oneWay)
  const refusal = refusals[way](rules, material, input)
  return refusal === undefined ? handedOf(material, way, input, path('certificate')) : wrong(way, refusal)
}

/** Why a way is not open for a material; undefined when it is. */
const refusals: Readonly<
  Record<Way, (rules: Rules, material: MaterialRecord, input: SubmittedMaterialInput) => string | undefined>
> = {
  certificate: ({ standIns, locale }, material, { certificate }) => {
    const type = typeOf(certificate)
    if (type === null) return refusalWords(locale).malformed
    return standIns(material).includes(type) ? undefined : refusalWords(locale).typeNotAccepted(type)
  },
  document: ({ locale }, { form }, { document }) => {
    const words = refusalWords(locale)
    if (form === 'FETCHED') return words.fetched
    if (!/^[0-9a-f]{64}$/.test(document?.sha256 ?? '')) return words.digest
    return (document?.bytes ?? 0) > 0 ? undefined : words.empty
  },
  deferred: ({ locale }, { necessity }) =>
    necessity === 'DEFERRABLE' ? undefined : refusalWords(locale).notDeferrable,
  declared: ({ item, locale }) => (item.commitmentAllowed === true ? undefined : refusalWords(locale).notDeclarable),
}

const typeOf = (identifier: string | null | undefined): string | null => {
  const parsed = parseCertificateIdentifier(identifier ?? '')
  return parsed.status === 'invalid' ? null : parsed.value.typeCode
}

const handedOf = (
  { key, name }: MaterialRecord,
  way: Way,
  input: SubmittedMaterialInput,
  path: readonly string[],
): Handed => ({
  handed: {
    key,
    name,
    satisfaction: satisfactions[way],
    certificate: input.certificate ?? null,
    document: input.document ?? null,
  },
  standIn: way === 'certificate' && input.certificate ? { identifier: input.certificate, path } : null,
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
  standIn: null,
})

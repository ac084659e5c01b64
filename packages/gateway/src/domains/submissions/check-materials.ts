import { TongbanError } from '@tongban/schema'
import { requireClient } from '../../access/caller.ts'
import type { ApplicantsService } from '../applicants/service.ts'
import type { CertificateEntity } from '../certificates/record.ts'
import type { CertificatesService } from '../certificates/service.ts'
import type { ConsentsService } from '../consents/service.ts'
import type { QueryCheckMaterialsArgs, ResolversParentTypes } from '../generated/resolvers.ts'
import type { ItemEntity, MaterialRecord } from '../items/record.ts'
import type { ItemsService } from '../items/service.ts'
import type { RequestContext } from '../request.ts'
import { handleOf } from './applicant.ts'
import { materialsFor, type Walk, walkSituations } from './situations.ts'
import { howToGet, whyAsked, whyFetched } from './words.ts'

/** Neighbours that a check asks. */
export interface CheckPeers {
  readonly items: Pick<ItemsService, 'byCode' | 'atVersion'>
  readonly applicants: Pick<ApplicantsService, 'identify'>
  readonly consents: Pick<ConsentsService, 'check' | 'use'>
  readonly certificates: Pick<CertificatesService, 'ofHolder'>
}

type MaterialsCheck = ResolversParentTypes['MaterialsCheck']
type CheckArgs = Pick<QueryCheckMaterialsArgs, 'item'> & Partial<QueryCheckMaterialsArgs>
type Satisfiable = MaterialsCheck['satisfiable'][number]

/** Which types were looked up, and what was found in force. */
interface Held {
  readonly looked: ReadonlySet<string>
  readonly byType: ReadonlyMap<string, CertificateEntity>
}

const notLooked: Held = { looked: new Set(), byType: new Map() }

/**
 * Everything an errand needs with these answers, at once (一次性告知). With applicant and consent it also looks which
 * certificates the applicant holds, which uses the consent once.
 *
 * @throws TongbanError `TB_ITEM_NOT_FOUND`, `TB_SITUATION_ANSWER_UNKNOWN`, `TB_UNAUTHENTICATED`, and what consents and
 * applicants throw
 */
export async function checkMaterials(
  peers: CheckPeers,
  args: CheckArgs,
  context: RequestContext,
): Promise<MaterialsCheck> {
  if (args.applicant || args.consent) requireClient(context.caller)
  const item = await peers.items.byCode(args.item, args.division ?? null, context)
  if (item === null) throw new TongbanError('TB_ITEM_NOT_FOUND', {}, { path: ['item'] })
  const walk = walkSituations(item, args.answers ?? {})
  for (const problem of walk.problems) throw problem
  const required = materialsFor(item, walk)
  const held = await lookUp(peers, args, standInTypes(required), context)
  return report(item, walk, required, held, context)
}

const isFetched = ({ form }: MaterialRecord): boolean => form === 'FETCHED' || form === 'FETCHED_OR_UPLOADED'

const standInTypes = (materials: readonly MaterialRecord[]): readonly string[] => [
  ...new Set(materials.filter((material) => !isFetched(material)).flatMap(typesOf)),
]

const typesOf = ({ satisfiedBy }: MaterialRecord): readonly string[] =>
  satisfiedBy.map(({ certificateType }) => certificateType)

async function lookUp(
  { applicants, consents, certificates }: CheckPeers,
  { applicant, consent }: CheckArgs,
  types: readonly string[],
  context: RequestContext,
): Promise<Held> {
  if (!applicant) return notLooked
  const identity = await applicants.identify(handleOf(applicant), context)
  if (!consent || types.length === 0) return notLooked
  const use = { consentId: consent, applicantHandle: identity.handle }
  const granted = await consents.check({ ...use, types: null }, context)
  const covered = types.filter((type) => granted.types.includes(type))
  // a use is worth something to the applicant: do not spend one on nothing
  if (covered.length === 0) return notLooked
  const { purpose, consentId } = await consents.use({ ...use, types: covered }, context)
  const found = await certificates.ofHolder(identity, covered, { purpose, consentId }, context)
  const inForce = found.filter(({ status }) => status === 'VALID')
  return { looked: new Set(covered), byType: new Map(inForce.map((each) => [each.typeCode, each])) }
}

function report(
  item: ItemEntity,
  walk: Walk,
  required: readonly MaterialRecord[],
  held: Held,
  { locale }: RequestContext,
): MaterialsCheck {
  const asked = required.filter((material) => !isFetched(material))
  const satisfiable = asked.flatMap((material) => typesOf(material).map((type) => standIn(material, type, held)))
  return {
    item,
    complete: walk.open.length === 0,
    openQuestions: walk.open,
    required,
    fetched: required.filter(isFetched).map((material) => ({ material, why: whyFetched(material, locale) })),
    satisfiable,
    missing: asked
      .filter((material) => isMissing(material, satisfiable))
      .map((material) => ({
        material,
        why: whyAsked(material, item, walk.chosen, locale),
        howToGet: howToGet(material, locale),
        deferrable: material.necessity === 'DEFERRABLE',
      })),
  }
}

function standIn(material: MaterialRecord, code: string, { looked, byType }: Held): Satisfiable {
  const certificate = byType.get(code)
  return {
    material,
    certificateType: { code },
    held: looked.has(code) ? certificate !== undefined : null,
    certificate: certificate?.identifier ?? null,
    needsConsent: !looked.has(code),
  }
}

/** Missing is what must come and what no certificate can stand in for, or none that the applicant holds. */
const isMissing = (material: MaterialRecord, satisfiable: readonly Satisfiable[]): boolean =>
  material.necessity !== 'OPTIONAL' &&
  satisfiable.filter((way) => way.material === material).every(({ held }) => held === false)

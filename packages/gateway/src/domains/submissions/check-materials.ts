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
import { isFetched, standInsOf } from './stand-ins.ts'
import { howToGet, whyAsked, whyFetched, whyIncomplete } from './words.ts'

/** Neighbours that a check asks. */
export interface CheckPeers {
  readonly items: Pick<ItemsService, 'byCode' | 'atVersion'>
  readonly applicants: Pick<ApplicantsService, 'identify'>
  readonly consents: Pick<ConsentsService, 'check' | 'handIn'>
  readonly certificates: Pick<CertificatesService, 'underConsent' | 'standing'>
}

type MaterialsCheck = ResolversParentTypes['MaterialsCheck']
type CheckArgs = Pick<QueryCheckMaterialsArgs, 'item'> & Partial<QueryCheckMaterialsArgs>
type Satisfiable = MaterialsCheck['satisfiable'][number]

/** What must come from the applicant, with the certificates that may stand in for it. */
interface Asked {
  readonly material: MaterialRecord
  readonly types: readonly string[]
}

/** Which types were looked up, and what was found in force. */
interface Held {
  readonly looked: ReadonlySet<string>
  readonly byType: ReadonlyMap<string, CertificateEntity>
}

const notLooked: Held = { looked: new Set(), byType: new Map() }

/**
 * Everything an errand needs with these answers, at once (一次性告知). With applicant and consent it also looks which
 * certificates the applicant holds, which uses the consent once, but only when every platform has answered.
 *
 * @throws TongbanError `TB_ITEM_NOT_FOUND`, `TB_SITUATION_ANSWER_UNKNOWN`, `TB_UNAUTHENTICATED`, and what consents,
 * applicants and sources throw
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
  const asked = askedOf(required)
  const held = await lookUp(peers, args, [...new Set(asked.flatMap(({ types }) => types))], context)
  return report({ item, walk, required, asked, held }, context)
}

function askedOf(required: readonly MaterialRecord[]): readonly Asked[] {
  const standIns = standInsOf(required)
  return required
    .filter((material) => !isFetched(material))
    .map((material) => ({ material, types: standIns(material) }))
}

async function lookUp(
  { applicants, consents, certificates }: CheckPeers,
  { applicant, consent }: CheckArgs,
  types: readonly string[],
  context: RequestContext,
): Promise<Held> {
  if (!applicant) return notLooked
  const identity = await applicants.identify(handleOf(applicant, context.locale), context)
  if (!consent || types.length === 0) return notLooked
  const reading = { consentId: consent, applicantHandle: identity.handle }
  const granted = await consents.check({ ...reading, types: null }, context)
  const covered = types.filter((type) => granted.types.includes(type))
  // a use is worth something to the applicant: do not spend one on nothing
  if (covered.length === 0) return notLooked
  const found = await certificates.underConsent({ ...reading, types: covered }, context)
  const inForce = found.filter(({ status }) => status === 'VALID')
  return { looked: new Set(covered), byType: new Map(inForce.map((each) => [each.typeCode, each])) }
}

interface Findings {
  readonly item: ItemEntity
  readonly walk: Walk
  readonly required: readonly MaterialRecord[]
  readonly asked: readonly Asked[]
  readonly held: Held
}

function report({ item, walk, required, asked, held }: Findings, { locale }: RequestContext): MaterialsCheck {
  const satisfiable = asked.flatMap(({ material, types }) => types.map((type) => standIn(material, type, held)))
  const incompleteReason = whyIncomplete(
    { materials: item.materials !== null, answers: walk.open.length === 0 },
    locale,
  )
  return {
    item,
    complete: incompleteReason === null,
    materialsKnown: item.materials !== null,
    incompleteReason,
    openQuestions: walk.open,
    required,
    fetched: required.filter(isFetched).map((material) => ({ material, why: whyFetched(material, locale) })),
    satisfiable,
    missing: asked
      .map(({ material }) => material)
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

import { errorRow, isTongbanError, shanghaiDate, TongbanError } from '@tongban/schema'
import type { ApplicantIdentity } from '../applicants/service.ts'
import type { DomainDeps } from '../domain.ts'
import type { SubmitCaseInput } from '../generated/resolvers.ts'
import type { ItemEntity } from '../items/record.ts'
import type { RequestContext } from '../request.ts'
import { InputErrors } from '../user-errors.ts'
import { handleOf } from './applicant.ts'
import { checkCertificates } from './check-certificates.ts'
import type { CheckPeers } from './check-materials.ts'
import { checkHandedMaterials } from './handed-materials.ts'
import { NotHandedInHereError, ownerSubject } from './owner.ts'
import type { HandedMaterial } from './record.ts'
import { materialsFor, walkSituations } from './situations.ts'

/** An errand of which everything has been checked. */
export interface CheckedErrand {
  readonly item: ItemEntity
  readonly applicant: ApplicantIdentity
  readonly materials: readonly HandedMaterial[]
  readonly consentId: string | null
}

/**
 * Checks an errand as a whole and says everything that is wrong at once.
 *
 * @throws InputErrors what the clerk or the applicant can correct
 * @throws TongbanError what the calling system, a source or the gateway must answer for
 */
export async function checkInput(
  { directory, now }: Pick<DomainDeps, 'directory' | 'now'>,
  peers: CheckPeers,
  input: SubmitCaseInput,
  context: RequestContext,
): Promise<CheckedErrand> {
  const problems: TongbanError[] = []
  const applicant = await collect(problems, ['applicant'], () => identify(peers, input, context))
  const item = await collect(problems, ['item'], () => openItem(peers, input, now(), context))
  if (item) requireOwner(directory, item)
  if (item && applicant) problems.push(...notEntitled(item, applicant))
  const handed = item ? checkAnswered(item, input, problems, context) : []
  const consentId = input.consent ?? null
  if (applicant) {
    const check = () => checkCertificates(peers, { applicant, handed, consentId }, context)
    problems.push(...((await collect(problems, ['consent'], check)) ?? []))
  }
  if (!item || !applicant || problems.length > 0) throw worstOf(problems)
  return { item, applicant, materials: handed.map((each) => each.handed), consentId }
}

/** Runs one check and keeps what the person who entered the input can correct; everything else is thrown on. */
async function collect<Value>(
  problems: TongbanError[],
  path: readonly string[],
  check: () => Promise<Value>,
): Promise<Value | undefined> {
  try {
    return await check()
  } catch (error) {
    if (!isTongbanError(error) || !concernsInput(error)) throw error
    problems.push(error.argumentPath ? error : new TongbanError(error.code, error.params, { path, cause: error }))
    return undefined
  }
}

const concernsInput = ({ code }: TongbanError): boolean => ['CLERK', 'CITIZEN', 'CLIENT'].includes(errorRow(code).act)

/** A mistake of the calling system outweighs those of the clerk: correcting the latter would not help. */
const worstOf = (problems: readonly TongbanError[]): Error =>
  problems.find(({ code }) => errorRow(code).act === 'CLIENT') ?? new InputErrors(problems)

/** Who applies. @throws TongbanError `TB_INVALID_INPUT`, `TB_APPLICANT_UNKNOWN` */
export async function identify(
  peers: Pick<CheckPeers, 'applicants'>,
  { applicant }: Pick<SubmitCaseInput, 'applicant'>,
  context: RequestContext,
): Promise<ApplicantIdentity> {
  const identity = await peers.applicants.identify(handleOf(applicant, context.locale), context)
  const kind = applicant.person ? 'PERSON' : 'ORGANISATION'
  if (identity.kind === kind) return identity
  throw new TongbanError('TB_APPLICANT_UNKNOWN', {}, { path: ['applicant', kind.toLowerCase()] })
}

async function openItem(peers: CheckPeers, input: SubmitCaseInput, now: Date, context: RequestContext) {
  const item = await peers.items.byCode(input.item, input.division ?? null, context)
  if (item === null) throw new TongbanError('TB_ITEM_NOT_FOUND')
  const state = stateOn(item, shanghaiDate(now.getTime()))
  if (state !== null && state !== 'IN_USE') throw new TongbanError('TB_ITEM_CLOSED', { state })
  return item
}

/** What is not known to be closed is open: the owner decides. */
function stateOn({ state, effectiveFrom, effectiveTo }: ItemEntity, day: string): string | null {
  if (state !== null && state !== 'IN_USE') return state
  if (effectiveFrom !== null && day < effectiveFrom) return `>= ${effectiveFrom}`
  return effectiveTo !== null && day > effectiveTo ? `<= ${effectiveTo}` : state
}

/** What nobody would ever take is not accepted: a receipt promises delivery. @throws TongbanError `TB_NO_AUTHORITY` */
function requireOwner(directory: DomainDeps['directory'], item: ItemEntity): void {
  if (directory.authority('cases', ownerSubject(item)) === undefined) throw new NotHandedInHereError(item.name)
}

/** An item that names no audience serves everybody. */
function notEntitled({ audience }: ItemEntity, { kind }: ApplicantIdentity): readonly TongbanError[] {
  const serves =
    audience === null || audience.length === 0 || audience.some((who) => (who === 'PERSON') === (kind === 'PERSON'))
  if (serves) return []
  return [new TongbanError('TB_APPLICANT_NOT_ENTITLED', { audience: audience.join('、') }, { path: ['applicant'] })]
}

function checkAnswered(
  item: ItemEntity,
  { answers, materials }: SubmitCaseInput,
  problems: TongbanError[],
  { locale }: RequestContext,
) {
  const walk = walkSituations(item, answers)
  problems.push(
    ...walk.problems,
    ...walk.open.map(
      ({ key, question }) => new TongbanError('TB_SITUATION_UNANSWERED', { question }, { path: ['answers', key] }),
    ),
  )
  return checkHandedMaterials(item, materialsFor(item, walk), materials, problems, locale)
}

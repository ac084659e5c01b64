import { randomBytes } from 'node:crypto'
import { TongbanError } from '@tongban/schema'
import { requireClient } from '../../access/caller.ts'
import type { Seal } from '../../store/seal.ts'
import type { RequestContext } from '../request.ts'
import { checkIdentity } from './check-identity.ts'
import { type AskRegister, noRegister } from './check-register.ts'
import { applicantFingerprint } from './fingerprint.ts'
import type { ApplicantIdentity, ApplicantsService } from './service.ts'
import type { ApplicantStore, KeptIdentity } from './store.ts'

/** How long a handle works: an errand begun in the morning is finished the same day. */
const handleMs = 24 * 3_600_000
/** 192 random bits: a handle is a key to somebody's identity. */
const handleBytes = 24

/** An identity does not change under its handle, so a request that needs it in several places opens it once. */
const identitiesOfRequest = {}

const newHandle = (): string => randomBytes(handleBytes).toString('base64url')

/** The service of applicants. */
export function createApplicantsService(
  store: ApplicantStore,
  seal: Seal,
  now: () => Date,
  askRegister: AskRegister = noRegister,
): ApplicantsService {
  const withFingerprint = (identity: KeptIdentity): ApplicantIdentity => ({
    ...identity,
    fingerprint: applicantFingerprint(seal, identity),
  })
  const find = async (handle: string, { caller }: RequestContext): Promise<ApplicantIdentity | undefined> => {
    const identity = await store.find(requireClient(caller).id, handle, now())
    return identity && withFingerprint(identity)
  }
  return {
    async identify(handle, context) {
      const found = context.once(identitiesOfRequest, () => new Map<string, ReturnType<typeof find>>())
      const finding = found.get(handle) ?? find(handle, context)
      found.set(handle, finding)
      const identity = await finding
      if (!identity || identity.expiresAt <= now()) throw new TongbanError('TB_APPLICANT_UNKNOWN')
      return identity
    },
    async register(input, context) {
      const client = requireClient(context.caller)
      const checked = checkIdentity(input, context.locale)
      const registerCheck = await askRegister(checked, context)
      const expiresAt = new Date(now().getTime() + handleMs)
      const identity = { ...checked, handle: newHandle(), expiresAt }
      await store.add(client.id, identity)
      return { ...withFingerprint(identity), registerCheck }
    },
  }
}

import { isTongbanError, type Locale, parseResidentId, type TongbanError } from '@tongban/schema'
import type { CallContext } from '../../sources/source.ts'
import type { DomainDeps } from '../domain.ts'
import type { RegisterCheck } from '../generated/resolvers.ts'
import type { RequestContext } from '../request.ts'
import { InputErrors } from '../user-errors.ts'
import { type CheckedIdentity, refusal } from './check-identity.ts'
import type { Sentence } from './documents.ts'

/**
 * Asks the register of persons about an identity that has passed the checks of its number and name.
 *
 * @throws InputErrors with a `TB_IDENTITY_INVALID` for the field that the register contradicts
 */
export type AskRegister = (identity: CheckedIdentity, context: RequestContext) => Promise<RegisterCheck>

/** For gateways without a register of persons, and for tests of other things. */
export const noRegister: AskRegister = async () => 'NOT_ASKED'

const otherName: Sentence = {
  zh: '与人口库登记的姓名不一致,请对照证件核对姓名与号码。',
  en: 'the register of persons has another name for this number; compare name and number with the document.',
}
const notThere: Sentence = {
  zh: '人口库中没有这个号码。请先核对号码;号码无误的,请申请人到户籍所在地公安机关核实。',
  en: 'the register of persons does not have this number. Check it first; if it is right, the applicant should ask the police where they are registered.',
}

const contradictions = {
  NAME_DIFFERS: (locale: Locale): TongbanError => refusal('name', otherName, locale),
  NOT_IN_REGISTER: (locale: Locale): TongbanError => refusal('documentNumber', notThere, locale),
} as const

/** How long somebody at a counter is kept waiting for the register. */
const patienceMs = 5_000

/** The register has citizens. Cards of foreigners look alike; to ask for one would say that its holder does not exist. */
function isCitizen({ documentType, documentNumber }: CheckedIdentity): boolean {
  const check = documentType === 'RESIDENT_ID' ? parseResidentId(documentNumber) : undefined
  return check !== undefined && check.status !== 'invalid' && check.value.kind === 'RESIDENT'
}

/** What the check is made from. */
interface RegisterDeps extends Pick<DomainDeps, 'directory' | 'log' | 'now'> {
  readonly settings: Pick<DomainDeps['settings'], 'division'>
}

/** The check with the register that covers the city. Whatever keeps the register from answering does not keep the applicant out. */
export function registerCheck({ directory, settings, log, now }: RegisterDeps): AskRegister {
  return async (identity, { locale, signal, deadline, requestId }) => {
    const authority = isCitizen(identity) && directory.authority('identities', { division: settings.division })
    if (!authority) return 'NOT_ASKED'
    const { documentNumber, name } = identity
    // Shared with nobody, so that no earlier answer can stand in: who matched once may be asked about under another name.
    const bounds: CallContext = { signal, deadline: Math.min(deadline, now().getTime() + patienceMs), requestId }
    const result = await authority.port
      .check([{ documentNumber, name }], bounds)
      .then(({ value }) => value.find((answer) => answer.documentNumber === documentNumber)?.result ?? 'UNKNOWN')
      .catch((error: unknown) => {
        if (!isTongbanError(error) || signal.aborted) throw error
        log.warn({ source: authority.source.id, code: error.code }, 'the register of persons did not answer')
        return 'UNKNOWN' as const
      })
    if (result === 'NAME_DIFFERS' || result === 'NOT_IN_REGISTER')
      throw new InputErrors([contradictions[result](locale)])
    return result === 'MATCHES' ? 'MATCHES' : 'UNAVAILABLE'
  }
}

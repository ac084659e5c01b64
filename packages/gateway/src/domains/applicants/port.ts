import type { ReadingsOf } from '../../sources/readings.ts'

/** Who somebody says to be. */
export interface IdentityClaim {
  /** Citizen identification number. */
  readonly documentNumber: string
  readonly name: string
}

/** What the register says about a claim. */
export interface IdentityAnswer {
  readonly documentNumber: string
  /** `UNKNOWN`: the register could not tell; never taken for a yes or a no. */
  readonly result: 'MATCHES' | 'NAME_DIFFERS' | 'NOT_IN_REGISTER' | 'UNKNOWN'
  /** Why the register could not tell, without personal data. */
  readonly detail: string | null
}

/** What a register of persons offers (人口库核验). */
export interface IdentitiesPort<Call> {
  check(claims: readonly IdentityClaim[], call: Call): Promise<readonly IdentityAnswer[]>
}

/** @see ReadingsOf */
export const identityReadings: ReadingsOf<IdentitiesPort<never>> = {
  check: {
    kind: 'BATCH',
    about: 'PERSON',
    decides: true,
    keysOf: (claims) => claims.map(({ documentNumber }) => documentNumber),
    only: (claims, keys) => claims.filter(({ documentNumber }) => keys.includes(documentNumber)),
    keyOf: ({ documentNumber }) => documentNumber,
    isUnknown: ({ result }) => result === 'NOT_IN_REGISTER' || result === 'UNKNOWN',
  },
}

import type { Certificate } from './certificate.ts'
import { seededCertificates } from './seed.ts'

/** The platform's store. */
export interface Registry {
  find(identifier: string): Certificate | undefined
  ofHolder(holderCode: string): readonly Certificate[]
  /** Adds a new certificate. @throws RangeError when the identifier is taken. */
  add(certificate: Certificate): void
  all(): readonly Certificate[]
}

export const createRegistry = (): Registry => {
  const byIdentifier = new Map<string, Certificate>()
  const byHolder = new Map<string, Certificate[]>()

  const add = (certificate: Certificate): void => {
    if (byIdentifier.has(certificate.identifier)) throw new RangeError('This certificate identifier is taken.')
    byIdentifier.set(certificate.identifier, certificate)
    for (const { code } of certificate.holders) byHolder.set(code, [...(byHolder.get(code) ?? []), certificate])
  }

  for (const certificate of seededCertificates()) add(certificate)
  return {
    find: (identifier) => byIdentifier.get(identifier),
    ofHolder: (holderCode) => byHolder.get(holderCode) ?? [],
    add,
    all: () => [...byIdentifier.values()],
  }
}

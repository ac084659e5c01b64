import { type Keeping, nothingKept } from '../shared/keeping.ts'
import type { Certificate } from './certificate.ts'
import { seededCertificates } from './seed.ts'

/** The platform's store. */
export interface Registry {
  find(identifier: string): Certificate | undefined
  ofHolder(holderCode: string): readonly Certificate[]
  /** Adds a new certificate. @throws RangeError when the identifier is taken. */
  add(certificate: Certificate): void
  all(): readonly Certificate[]
  /** Those added since the first start, in the order they were made. */
  issued(): readonly Certificate[]
}

export const createRegistry = ({ restored, changed }: Keeping<Certificate> = nothingKept): Registry => {
  const byIdentifier = new Map<string, Certificate>()
  const byHolder = new Map<string, Certificate[]>()

  const place = (certificate: Certificate): void => {
    if (byIdentifier.has(certificate.identifier)) throw new RangeError('This certificate identifier is taken.')
    byIdentifier.set(certificate.identifier, certificate)
    for (const { code } of certificate.holders) byHolder.set(code, [...(byHolder.get(code) ?? []), certificate])
  }

  for (const certificate of seededCertificates()) place(certificate)
  const issued = restored.filter(({ identifier }) => !byIdentifier.has(identifier))
  for (const certificate of issued) place(certificate)
  return {
    find: (identifier) => byIdentifier.get(identifier),
    ofHolder: (holderCode) => byHolder.get(holderCode) ?? [],
    add(certificate) {
      place(certificate)
      issued.push(certificate)
      changed()
    },
    all: () => [...byIdentifier.values()],
    issued: () => issued,
  }
}

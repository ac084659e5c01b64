import type { Seal } from '../../store/seal.ts'

/** Recognises a person or organisation by document without telling which. The same for every room that stores it. */
export const applicantFingerprint = (
  seal: Seal,
  { documentType, documentNumber }: { readonly documentType: string; readonly documentNumber: string },
): string => seal.fingerprint(`applicant:${documentType}:${documentNumber}`)

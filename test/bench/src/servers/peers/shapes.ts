import type { CertificateRow } from '../../city/certificates.ts'

/** Arguments of the root fields the peers implement. */
export interface ByCode {
  readonly code: string
}
export interface ByCodes {
  readonly codes: readonly string[]
}
export interface ById {
  readonly id: string
}
export interface OfHolder {
  readonly holder: string
  readonly first: number
}

/** Certificates as the SDL shapes them. */
export const certificateConnection = (rows: readonly CertificateRow[], first: number) => ({
  edges: rows.slice(0, first).map(({ typeCode, issuerName, ...row }) => ({
    node: { ...row, type: { code: typeCode }, issuer: { name: issuerName } },
  })),
})

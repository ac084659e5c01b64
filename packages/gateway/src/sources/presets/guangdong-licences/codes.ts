import { knownCodes, ownCodes } from '../../reading/code-table.ts'

/**
 * `license_status`. 废止 takes a licence out of force; whether it was cancelled, annulled or revoked the interface does not say, so
 * that it is taken for the one that blames nobody.
 */
export const licenceStatuses = ownCodes({
  system: 'guangdong-licences',
  tableVersion: 'license_status/1',
  source: 'licence service in the style of DB44/T 2167',
  codes: { ISSUED: 'VALID', ABOLISHED: 'CANCELLED' },
})

/** `holder_identity_type`. Whether the service numbers documents by GB/T 36903 could not be confirmed; other codes are others. */
export const holderDocuments = knownCodes('identityDocument', { system: 'certificate-holder', tableVersion: '1' })

/** Codes of organisations there. */
export const organisationCodes: ReadonlySet<string> = new Set(['001', '099'])

import { TongbanError } from '@tongban/schema'

/** Who we are at a platform of this family. Both travel in the body of every call. */
export interface CertShareCredentials {
  readonly accessId: string
  readonly accessToken: string
}

/** Who holds what, as the interface wants it. */
export interface CertShareHolder {
  readonly holderCode: string
  /** GB/T 36903, for example 111 公民身份号码, 001 统一社会信用代码. */
  readonly holderTypeCode: string
  readonly certTypeCode: string
  readonly certNo?: string
}

const longestCause = 200

/** `useCause` (申请事由): platforms refuse calls without one, and cut or refuse long ones. */
function causeOf(purpose: string): string {
  const length = [...purpose].length
  if (purpose.trim() !== '' && length <= longestCause) return purpose
  throw new TongbanError('TB_INVALID_INPUT', { field: 'purpose', detail: `1 to ${longestCause} characters` })
}

/**
 * The requests of the CertShare interface, for `rest`. Ports use some of them; the others are for source files of one's own.
 * Looking up and downloading change nothing, so all are safe.
 *
 * @throws TongbanError `TB_INVALID_INPUT` for a purpose that is empty or longer than 200 characters
 */
export const certShareRequests = (head: CertShareCredentials) => {
  const post = (path: string, data: object) => ({ safe: true, path, body: { head, data } })
  const asked = (path: string, data: object, purpose: string) => post(path, { ...data, useCause: causeOf(purpose) })
  return {
    byHolder: (holder: CertShareHolder, purpose: string) => asked('/queryCertInfoByHolderCode', holder, purpose),
    byIdentifier: (certIdentifier: string, purpose: string) => asked('/queryCertInfo', { certIdentifier }, purpose),
    /** What a holder shows on a screen (亮证). */
    byQrCode: (qrcode: string, purpose: string) => asked('/queryCertInfoByQRcode', { qrcode }, purpose),
    file: (certificateIdentifier: string, fileType: 'ofd' | 'png', purpose: string) =>
      post('/downloadFile', { certificateIdentifier, fileType, certificateCopyCause: causeOf(purpose) }),
    /** A link for some minutes and one download, to a copy marked with the purpose. */
    link: (certIdentifier: string, purpose: string) => asked('/downloadUrl', { certIdentifier }, purpose),
    links: (holder: CertShareHolder, purpose: string) => asked('/downloadUrlsByHolderCode', holder, purpose),
    /** `certData` needs `holderCode`, `holder` and `certNo`; more columns are compared too. */
    verify: (certTypeCode: string, certData: Readonly<Record<string, string>>, purpose: string) =>
      asked('/verifyCertInfo', { certTypeCode, certData }, purpose),
    /** Cities answer that their register does not offer it. */
    verifyFile: (certTypeCode: string, content: string, purpose: string) =>
      asked('/verifyFile', { certTypeCode, contentType: 'base64', content }, purpose),
    /** What the columns of a type are called on its face. The only call that takes no purpose. */
    columns: (certTypeCode: string, certName: string) => post('/getCertRemarkInfo', { certTypeCode, certName }),
  }
}

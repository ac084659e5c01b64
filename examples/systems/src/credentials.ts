/** What callers must show; sandbox values only, never a secret of a real deployment. */
export interface Credentials {
  readonly items: { readonly paasid: string; readonly token: string }
  readonly approvals: { readonly appid: string; readonly token: string }
  readonly certificates: {
    readonly accessId: string
    readonly accessToken: string
    /** A second caller without permission for 结婚证 and 居民户口簿. */
    readonly limited: { readonly accessId: string; readonly accessToken: string }
  }
  readonly trading: { readonly appKey: string }
}

export const sandboxCredentials: Credentials = {
  items: { paasid: 'tongban_sandbox', token: 'SANDBOX-TIF-TOKEN-0123456789' },
  approvals: { appid: 'TONGBAN', token: 'SANDBOX-SOAP-TOKEN' },
  certificates: {
    accessId: 'tongban',
    accessToken: 'SANDBOX-CERT-TOKEN',
    limited: { accessId: 'tongban-bank', accessToken: 'SANDBOX-CERT-LIMITED' },
  },
  trading: { appKey: 'SANDBOX-TRADING-KEY' },
}

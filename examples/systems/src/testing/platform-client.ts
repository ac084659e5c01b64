import type { Systems } from '../start.ts'

/** A caller of the certificate platform. */
export const platformClient =
  ({ certificates, credentials }: Systems) =>
  async (operation: string, data: unknown, head: unknown = accessOf(credentials.certificates)): Promise<unknown> => {
    const response = await fetch(`${certificates.url}/main/CertShare/${operation}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ head, data }),
    })
    return response.json()
  }

const accessOf = ({ accessId, accessToken }: { accessId: string; accessToken: string }) => ({ accessId, accessToken })

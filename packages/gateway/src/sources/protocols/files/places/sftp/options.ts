import { TongbanError } from '@tongban/schema'

/** An account on an SFTP server (SSH File Transfer Protocol, version 3). */
export interface SftpOptions {
  readonly host: string
  /** @default 22 */
  readonly port?: number
  readonly username: string
  readonly password?: string
  /** Private key of ours, in the format of OpenSSH or PEM. */
  readonly privateKey?: string
  readonly passphrase?: string
  /**
   * Which key the server shows, as `ssh-keygen -lf` prints it: `SHA256:…`. Several while the server changes its key. A server
   * that shows another one is not spoken to.
   */
  readonly hostKey: string | readonly string[]
  /** Folder of the files. */
  readonly path: string
  /** Most requests at the same time on the one connection. @default 4 */
  readonly maxConcurrent?: number
  /** How long the server may take to let us in. @default 10_000 */
  readonly connectTimeoutMs?: number
}

/** Fingerprints without what differs in writing. */
export const fingerprints = ({ hostKey }: Pick<SftpOptions, 'hostKey'>): readonly string[] =>
  [hostKey].flat().map((one) => one.replace(/^SHA256:/, '').replace(/=+$/, ''))

const wrong = (field: string, detail: string) =>
  new TongbanError('TB_CONFIG_INVALID', { path: `protocol.place.${field}`, detail })

/** @throws TongbanError `TB_CONFIG_INVALID` naming the field */
export function checkSftp(options: SftpOptions): SftpOptions {
  const prints = fingerprints(options)
  if (prints.length === 0 || prints.some((print) => !/^[A-Za-z0-9+/]{43}$/.test(print)))
    throw wrong('hostKey', 'give the fingerprint that `ssh-keygen -lf` prints for the host key, SHA256:…')
  if (options.password === undefined && options.privateKey === undefined)
    throw wrong('privateKey', 'give a private key or a password')
  if (options.host === '' || options.username === '') throw wrong('host', 'give host and user name')
  return options
}

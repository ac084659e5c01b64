export { keyFile } from './key-file.ts'
export type { PrivateJwk } from './private-jwk.ts'
export type { PrivateKeyJwtOptions } from './private-key-jwt.ts'
export { privateKeyJwt } from './private-key-jwt.ts'

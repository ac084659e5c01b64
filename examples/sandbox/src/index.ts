export { isSandboxClient, type SandboxClient, sandboxClients } from './clients/catalog.ts'
export { clientKeyFile } from './clients/keys.ts'
export { readSettings, type SandboxSettings } from './settings.ts'

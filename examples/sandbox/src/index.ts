export { isSandboxClient, type SandboxClient, sandboxClients } from './clients/catalog.ts'
export { clientKeyFile, configureClients } from './clients/keys.ts'
export { type SystemAddresses, sandboxConfig } from './config.ts'
export { readSettings, type SandboxSettings } from './settings.ts'

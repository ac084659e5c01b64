import type { GatewayConfig } from './types.ts'

/**
 * Declares a city's gateway. Checked when the gateway starts, with errors that name the path and the fix.
 *
 * @example
 * export default defineGateway({ division: '330600', title: '绍兴市', sources: [provinceItems, approvals] })
 */
export const defineGateway = (config: GatewayConfig): GatewayConfig => config

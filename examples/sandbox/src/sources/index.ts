export { type ApprovalsOptions, approvals } from './approvals.ts'
export { type CertificatesOptions, certificates } from './certificates.ts'
export { type ProvinceItemsOptions, provinceItems } from './province-items.ts'
export { type TradingOptions, trading } from './trading.ts'

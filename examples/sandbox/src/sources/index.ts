export { approvals } from './approvals.ts'
export { certificates } from './certificates.ts'
export { provinceItems } from './province-items.ts'
export { trading } from './trading.ts'

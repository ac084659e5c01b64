import { startSystems } from './start.ts'

const port = (name: string): number => Number(process.env[name] ?? 0)

const systems = await startSystems({
  stateDir: process.env.STATE_DIR || undefined,
  ports: {
    items: port('ITEMS_PORT'),
    approvals: port('APPROVALS_PORT'),
    certificates: port('CERTIFICATES_PORT'),
    trading: port('TRADING_PORT'),
  },
})

console.log(`省级事项库     items         ${systems.items.url}`)
console.log(`行政审批系统   approvals     ${systems.approvals.url}/services/ApprovalService?wsdl`)
console.log(`电子证照平台   certificates  ${systems.certificates.url}`)
console.log(`公共资源交易   trading       ${systems.trading.url}`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void systems.close())

/** The third parties of the sandbox, and what each may do. */
export const sandboxClients = {
  bank: {
    title: '越城农商银行(沙箱)',
    scopes: [
      'applicants:write',
      'consents:write',
      'certificates:read',
      'certificates:verify',
      'submissions:read',
      'submissions:write',
      'events:read',
      'webhooks:write',
    ],
  },
  utility: {
    title: '越城水务(沙箱)',
    scopes: ['applicants:write', 'consents:write', 'certificates:read', 'certificates:verify'],
  },
  miniprogram: {
    title: '市民手机小程序(沙箱)',
    scopes: ['consents:decide', 'submissions:read'],
  },
  partner: {
    title: '宁波市通办网关(沙箱)',
    scopes: ['applicants:write', 'consents:write', 'submissions:read', 'submissions:write'],
  },
  operator: {
    title: '平台运维(沙箱)',
    scopes: ['sources:read', 'catalogue:write'],
  },
  auditor: {
    title: '审计(沙箱)',
    scopes: ['audit:read'],
  },
} as const

/** Name of a sandbox client. */
export type SandboxClient = keyof typeof sandboxClients

export const isSandboxClient = (name: string): name is SandboxClient => Object.hasOwn(sandboxClients, name)

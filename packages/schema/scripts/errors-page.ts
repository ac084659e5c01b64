import { type ErrorCode, type ErrorRow, errorTable } from '../src/errors/table.ts'

const retryText = { NEVER: 'no · 否', LATER: 'yes, later · 稍后可重试' } as const
const actText = {
  CLIENT: 'developer of the caller · 接入方开发者',
  CLERK: 'person at the counter · 经办人',
  CITIZEN: 'applicant · 申请人',
  OPERATOR: 'operator · 运维',
  WAIT: 'nobody, it passes · 等待',
} as const

const intro = `# Error codes · 错误码

<!-- Generated from packages/schema/src/errors/table.ts; run "npm run generate". -->

Every error has a stable code that never changes its meaning. In a GraphQL answer it stands in \`errors[].extensions\` with what to do:

\`\`\`json
{ "code": "TB_SOURCE_UNAVAILABLE", "source": "sx-approvals", "retryable": true, "retryAfterMs": 30000, "act": "WAIT", "requestId": "…" }
\`\`\`

\`retryable\` errors may be repeated after \`retryAfterMs\`: reads as they are, mutations under the same idempotency key.
Problems the person at the counter can correct come as \`userErrors\` of the mutation, with the path into the input.
Messages are Chinese by default; \`Accept-Language: en\` gives English. \`{places}\` are filled in and never hold personal data.

| code | HTTP | retry · 重试 | who acts · 由谁处理 | message · 说明 |
|---|---|---|---|---|
`

const line = ([code, row]: [string, ErrorRow]): string =>
  `| \`${code}\` | ${row.status || 'SDK'} | ${retryText[row.retry]} | ${actText[row.act]} | ${row.zh}<br>${row.en} |`

/** The reference page of all error codes. */
export const errorsPage = (): string =>
  `${intro}${(Object.entries(errorTable) as [ErrorCode, ErrorRow][]).map(line).join('\n')}\n`

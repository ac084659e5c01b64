// Generated from packages/schema and packages/sdk/operations: change those, then run "npm run generate".
/** Rows of the table of errors for the codes the SDK raises itself. */
export const localErrors = {
  TB_NETWORK: {"retryable":true,"act":"WAIT","zh":"无法连接网关。","en":"The gateway cannot be reached."},
  TB_TIMEOUT: {"retryable":true,"act":"WAIT","zh":"网关没有在时限内回应。","en":"The gateway did not answer in time."},
  TB_CANCELLED: {"retryable":true,"act":"CLIENT","zh":"请求已被调用方取消。","en":"The caller cancelled the request."},
  TB_BAD_RESPONSE: {"retryable":true,"act":"OPERATOR","zh":"网关返回了无法识别的内容。","en":"The gateway answered something that is not a GraphQL response."},
  TB_USER_ERRORS: {"retryable":false,"act":"CLERK","zh":"提交内容需要更正。","en":"The input must be corrected; see userErrors."},
  TB_PARTIAL: {"retryable":true,"act":"WAIT","zh":"部分内容暂时无法取得。","en":"Part of the answer could not be had; see data and errors."},
  TB_CONFIG_INVALID: {"retryable":false,"act":"OPERATOR","zh":"配置 {path} 有误:{detail}","en":"The configuration is wrong at {path}: {detail}"},
  TB_FILE_UNREADABLE: {"retryable":false,"act":"OPERATOR","zh":"无法读取文件 {file}:{detail}","en":"The file {file} cannot be read: {detail}"},
  TB_UNAUTHENTICATED: {"retryable":false,"act":"CLIENT","zh":"需要访问令牌:请先在 /oauth/token 取得令牌。","en":"An access token is needed; get one at /oauth/token."},
  TB_BODY_TOO_LARGE: {"retryable":false,"act":"CLIENT","zh":"请求体超过 {limit} 字节的上限。","en":"The request body is larger than {limit} bytes."},
  TB_RATE_LIMITED: {"retryable":true,"act":"CLIENT","zh":"请求过于频繁,请稍后再试。","en":"Too many requests; wait and try again."},
  TB_INVALID_INPUT: {"retryable":false,"act":"CLERK","zh":"{field} 的值不合法:{detail}","en":"{field} is not valid: {detail}"},
  TB_ITEM_NOT_FOUND: {"retryable":false,"act":"CLERK","zh":"没有找到该事项,请核对编码和区划。","en":"There is no such item; check the code and the division."},
  TB_CONSENT_NOT_FOUND: {"retryable":false,"act":"CLIENT","zh":"没有找到该授权。","en":"There is no such consent."},
  TB_CONSENT_NOT_GRANTED: {"retryable":false,"act":"CITIZEN","zh":"申请人尚未同意或已拒绝({state})。","en":"The applicant has not granted this consent ({state})."},
  TB_CONSENT_ENDED: {"retryable":false,"act":"CITIZEN","zh":"授权已结束({state}),请重新请求授权。","en":"This consent has ended ({state}); ask again."},
  TB_SUBMISSION_NOT_FOUND: {"retryable":false,"act":"CLERK","zh":"没有找到该收件。","en":"There is no such submission."},
  TB_CASE_NOT_FOUND: {"retryable":false,"act":"CLERK","zh":"没有找到该办件。","en":"There is no such case."},
  TB_NOTICE_NOT_FOUND: {"retryable":false,"act":"CLERK","zh":"没有找到该公告。","en":"There is no such notice."},
} as const

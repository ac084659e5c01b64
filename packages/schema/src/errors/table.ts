/** Whether and when repeating the same call can help. */
export type Retry =
  /** Repeating the same call gives the same error. */
  | 'NEVER'
  /** Repeat after `retryAfterMs`; reads as they are, mutations under the same idempotency key. */
  | 'LATER'

/** Who must act before the call can succeed. */
export type Act =
  /** The developer of the calling system. */
  | 'CLIENT'
  /** The person at the counter, by correcting what was entered. */
  | 'CLERK'
  /** The applicant, for example by granting a consent. */
  | 'CITIZEN'
  /** Whoever runs the gateway or the source. */
  | 'OPERATOR'
  /** Nobody; it passes. */
  | 'WAIT'

/** One row of the table of errors. `{name}` in a message is filled from the error's parameters. */
export interface ErrorRow {
  readonly retry: Retry
  readonly act: Act
  /** HTTP status when the error concerns the whole request. */
  readonly status: number
  readonly zh: string
  readonly en: string
}

const row = (retry: Retry, act: Act, status: number, zh: string, en: string): ErrorRow => ({
  retry,
  act,
  status,
  zh,
  en,
})

/** Every error a caller, an operator or a source can meet. The documentation and the SDL enum `ErrorCode` are made from it. */
export const errorTable = {
  // The request
  TB_INVALID_QUERY: row('NEVER', 'CLIENT', 400, '查询语句不合法:{detail}', 'The query is not valid: {detail}'),
  TB_INVALID_INPUT: row('NEVER', 'CLERK', 400, '{field} 的值不合法:{detail}', '{field} is not valid: {detail}'),
  TB_INVALID_CURSOR: row(
    'NEVER',
    'CLIENT',
    400,
    '分页游标无效,请从第一页重新查询。',
    'The cursor is not valid for these arguments; start again from the first page.',
  ),
  TB_BODY_TOO_LARGE: row(
    'NEVER',
    'CLIENT',
    413,
    '请求体超过 {limit} 字节的上限。',
    'The request body is larger than {limit} bytes.',
  ),
  TB_UNSUPPORTED_MEDIA_TYPE: row(
    'NEVER',
    'CLIENT',
    415,
    '不支持的内容类型,请使用 application/json。',
    'This content type is not supported; send application/json.',
  ),
  TB_METHOD_NOT_ALLOWED: row(
    'NEVER',
    'CLIENT',
    405,
    '此地址不支持 {method} 方法。',
    'This address does not accept {method}.',
  ),
  TB_ROUTE_NOT_FOUND: row(
    'NEVER',
    'CLIENT',
    404,
    '没有这个地址,接口位于 /graphql。',
    'There is nothing at this address; the API is at /graphql.',
  ),
  TB_QUERY_TOO_COSTLY: row(
    'NEVER',
    'CLIENT',
    400,
    '查询代价 {cost} 超过上限 {limit},请减少字段或分页数量。',
    'The query costs {cost}, more than the limit of {limit}; ask for fewer fields or smaller pages.',
  ),
  TB_CSRF_BLOCKED: row(
    'NEVER',
    'CLIENT',
    400,
    '该请求可能由其他网站发起,请使用 application/json 或附加 x-tongban-client 请求头。',
    'This request could come from another site; send application/json or the header x-tongban-client.',
  ),
  TB_RATE_LIMITED: row('LATER', 'CLIENT', 429, '请求过于频繁,请稍后再试。', 'Too many requests; wait and try again.'),
  TB_CANCELLED: row('LATER', 'CLIENT', 499, '请求已被调用方取消。', 'The caller cancelled the request.'),
  TB_DEADLINE_EXCEEDED: row(
    'LATER',
    'WAIT',
    504,
    '未能在时限内完成,请稍后再试。',
    'The request did not finish in time; try again.',
  ),
  TB_SHUTTING_DOWN: row(
    'LATER',
    'WAIT',
    503,
    '服务正在重启,请稍后再试。',
    'The gateway is restarting; try again shortly.',
  ),
  TB_INTERNAL: row(
    'LATER',
    'OPERATOR',
    500,
    '系统内部错误,请凭请求标识联系运维。',
    'Internal error; give the request identifier to the operator.',
  ),

  // Access
  TB_UNAUTHENTICATED: row(
    'NEVER',
    'CLIENT',
    401,
    '需要访问令牌:请先在 /oauth/token 取得令牌。',
    'An access token is needed; get one at /oauth/token.',
  ),
  TB_TOKEN_INVALID: row(
    'NEVER',
    'CLIENT',
    401,
    '访问令牌无效或不是本网关签发。',
    'The access token is malformed, forged or was not issued for this gateway.',
  ),
  TB_TOKEN_EXPIRED: row(
    'NEVER',
    'CLIENT',
    401,
    '访问令牌已过期,请重新获取。',
    'The access token has expired; get a new one.',
  ),
  TB_FORBIDDEN: row(
    'NEVER',
    'OPERATOR',
    403,
    '该接入方没有所需权限:{scopes}。',
    'This client lacks the scope it needs: {scopes}.',
  ),

  TB_INBOUND_SIGNATURE: row(
    'NEVER',
    'CLIENT',
    401,
    '推送报文的签名或令牌无效,请检查密钥、签名内容与请求头。',
    'The signature or token of the message is wrong; check the key, what is signed, and the headers.',
  ),
  TB_INBOUND_EXPIRED: row(
    'NEVER',
    'CLIENT',
    401,
    '推送报文的签名时间超出允许范围,请校准时钟并重新签名。',
    'The message was signed too long ago or in the future; set the clock and sign it anew.',
  ),
  TB_INBOUND_REPLAYED: row(
    'NEVER',
    'CLIENT',
    401,
    '该签名已被使用,重新推送时请重新签名。',
    'This signature has been used before; sign a repeated message anew.',
  ),

  // Items
  TB_ITEM_NOT_FOUND: row(
    'NEVER',
    'CLERK',
    404,
    '没有找到该事项,请核对编码和区划。',
    'There is no such item; check the code and the division.',
  ),
  TB_ITEM_AMBIGUOUS: row(
    'NEVER',
    'CLERK',
    409,
    '该基本编码在多个区划办理,请指定区划。',
    'This catalogue code is handled in several places; name the division.',
  ),
  TB_HANDLING_ITEM_AMBIGUOUS: row(
    'NEVER',
    'CLERK',
    409,
    '该编码在此区划对应多个办理项,请改用其中一个办理项的编码:{codes}',
    'This code stands for several handling items in this division; use the code of one of them: {codes}',
  ),
  TB_ITEM_CLOSED: row(
    'NEVER',
    'CLERK',
    409,
    '该事项当前不可办理({state})。',
    'This item cannot be applied for now ({state}).',
  ),

  // Applicants
  TB_IDENTITY_INVALID: row('NEVER', 'CLERK', 400, '{field} 未通过校验:{detail}', '{field} failed its check: {detail}'),
  TB_APPLICANT_UNKNOWN: row(
    'NEVER',
    'CLERK',
    404,
    '申请人句柄无效或已失效,请重新核验身份。',
    'The applicant handle is unknown or has expired; identify the applicant again.',
  ),
  TB_APPLICANT_NOT_ENTITLED: row(
    'NEVER',
    'CLERK',
    409,
    '该事项不面向此类申请人({audience})。',
    'This item does not serve this kind of applicant ({audience}).',
  ),

  // Consents and certificates
  TB_CONSENT_NOT_FOUND: row('NEVER', 'CLIENT', 404, '没有找到该授权。', 'There is no such consent.'),
  TB_CONSENT_REQUIRED: row(
    'NEVER',
    'CLERK',
    403,
    '使用电子证照须经申请人授权:请先请求授权,再随提交一并给出。',
    'Certificates need the consent of the applicant; request one and name it with the submission.',
  ),
  TB_CONSENT_NOT_GRANTED: row(
    'NEVER',
    'CITIZEN',
    403,
    '申请人尚未同意或已拒绝({state})。',
    'The applicant has not granted this consent ({state}).',
  ),
  TB_CONSENT_ENDED: row(
    'NEVER',
    'CITIZEN',
    403,
    '授权已结束({state}),请重新请求授权。',
    'This consent has ended ({state}); ask again.',
  ),
  TB_CONSENT_MISMATCH: row(
    'NEVER',
    'CLIENT',
    403,
    '授权不覆盖本次查阅的申请人或证照类型。',
    'The consent does not cover this applicant or these certificate types.',
  ),
  TB_CONSENT_CODE_WRONG: row(
    'NEVER',
    'CITIZEN',
    403,
    '核对码不一致,请核对柜面屏幕。',
    'The match code is wrong; compare it with the screen at the counter.',
  ),
  TB_CONSENT_DECIDED: row(
    'NEVER',
    'CITIZEN',
    409,
    '该授权已有答复({state})。',
    'This consent has been answered already ({state}).',
  ),
  TB_CERTIFICATE_NOT_FOUND: row('NEVER', 'CLERK', 404, '没有找到该证照。', 'There is no such certificate.'),
  TB_CERTIFICATE_TYPE_FORBIDDEN: row(
    'NEVER',
    'OPERATOR',
    403,
    '没有查询该证照类型的权限,请联系证照平台开通。',
    'The certificate platform does not let this gateway read this type.',
  ),
  TB_FILE_LINK_EXPIRED: row(
    'NEVER',
    'CLIENT',
    410,
    '文件链接已失效,请重新查询。',
    'The file link has expired; ask for a new one.',
  ),

  // Submissions and cases
  TB_SITUATION_UNANSWERED: row(
    'NEVER',
    'CLERK',
    400,
    '还有情形问题没有回答:{question}',
    'A situation question is unanswered: {question}',
  ),
  TB_SITUATION_UNKNOWN: row(
    'NEVER',
    'CLERK',
    400,
    '该事项没有情形问题 {question}。',
    'The item has no situation question {question}.',
  ),
  TB_SITUATION_ANSWER_UNKNOWN: row(
    'NEVER',
    'CLERK',
    400,
    '情形问题 {question} 没有选项 {option}。',
    'Question {question} has no option {option}.',
  ),
  TB_MATERIAL_MISSING: row('NEVER', 'CLERK', 400, '缺少材料:{material}', 'A material is missing: {material}'),
  TB_MATERIAL_UNKNOWN: row(
    'NEVER',
    'CLERK',
    400,
    '该事项在当前情形下不需要材料 {material}。',
    'The item does not ask for the material {material} in this situation.',
  ),
  TB_MATERIAL_WAY_INVALID: row(
    'NEVER',
    'CLERK',
    400,
    '材料 {material} 不能以此方式提交:{detail}',
    'The material {material} cannot be handed in this way: {detail}',
  ),
  TB_SUBMISSION_NOT_FOUND: row('NEVER', 'CLERK', 404, '没有找到该收件。', 'There is no such submission.'),
  TB_CASE_NOT_FOUND: row('NEVER', 'CLERK', 404, '没有找到该办件。', 'There is no such case.'),
  TB_EVENTS_GONE: row(
    'NEVER',
    'CLIENT',
    410,
    '所求事件已超过保留期限,现存最早序号为 {oldest},请从其前一序号续取,并逐一核对收件。',
    'These events are no longer kept; the oldest is {oldest}. Go on from the number before it, and look at your submissions.',
  ),
  TB_EVENTS_AHEAD: row(
    'NEVER',
    'CLIENT',
    409,
    '序号 {after} 尚未产生,最新事件序号为 {last}。',
    'There is no event {after} yet; the latest is {last}.',
  ),
  TB_WEBHOOK_NOT_FOUND: row('NEVER', 'CLIENT', 404, '没有找到该回调。', 'There is no such webhook.'),
  TB_WEBHOOK_INVALID: row(
    'NEVER',
    'CLIENT',
    401,
    '回调签名校验未通过:{detail}',
    'This delivery is not to be trusted: {detail}',
  ),
  TB_IDEMPOTENCY_KEY_REUSED: row(
    'NEVER',
    'CLIENT',
    409,
    '同一幂等键已用于不同内容的请求。',
    'This idempotency key was used for a request with other content.',
  ),

  // Notices
  TB_NOTICE_NOT_FOUND: row('NEVER', 'CLERK', 404, '没有找到该公告。', 'There is no such notice.'),

  // Sources
  TB_NO_AUTHORITY: row(
    'NEVER',
    'OPERATOR',
    501,
    '没有接入负责 {what} 的系统。',
    'No connected system is authoritative for {what}.',
  ),
  TB_SOURCE_UNAVAILABLE: row(
    'LATER',
    'WAIT',
    503,
    '{source}暂时没有回应,请稍后再试。',
    '{source} does not answer for the moment; try again later.',
  ),
  TB_SOURCE_TIMEOUT: row(
    'LATER',
    'WAIT',
    504,
    '{source}没有在时限内回应,请稍后再试。',
    '{source} did not answer in time; try again later.',
  ),
  TB_SOURCE_BUSY: row(
    'LATER',
    'WAIT',
    503,
    '发往{source}的请求过多,请稍后再试。',
    'Too many requests are waiting for {source}; try again later.',
  ),
  TB_SOURCE_REFUSED: row(
    'NEVER',
    'OPERATOR',
    502,
    '{source}拒绝了请求:{detail}',
    '{source} refused the request: {detail}',
  ),
  TB_SOURCE_AUTH: row(
    'NEVER',
    'OPERATOR',
    502,
    '{source}不接受网关的签名或令牌,请检查凭据与时钟。',
    '{source} does not accept the signature or token of the gateway; check credentials and clock.',
  ),
  TB_SOURCE_SHAPE: row(
    'LATER',
    'OPERATOR',
    502,
    '{source}的返回内容不符合约定:{detail}',
    'The answer of {source} does not have the agreed shape: {detail}',
  ),
  TB_SOURCE_TOO_LARGE: row(
    'NEVER',
    'OPERATOR',
    502,
    '{source}的返回内容超过 {limit} 字节的上限。',
    'The answer of {source} is larger than {limit} bytes.',
  ),

  // Operating a gateway
  TB_CONFIG_INVALID: row(
    'NEVER',
    'OPERATOR',
    500,
    '配置 {path} 有误:{detail}',
    'The configuration is wrong at {path}: {detail}',
  ),
  TB_DATA_FOLDER_IN_USE: row(
    'NEVER',
    'OPERATOR',
    500,
    '数据目录 {folder} 正被进程 {pid} 使用,请先停止它,或改用其接口。',
    'The data folder {folder} is in use by process {pid}; stop it first, or use its API.',
  ),
  TB_DATA_FOLDER_BROKEN: row(
    'NEVER',
    'OPERATOR',
    500,
    '数据目录 {folder} 无法打开:{detail}',
    'The data folder {folder} cannot be opened: {detail}',
  ),
  TB_DATABASE_UNAVAILABLE: row(
    'LATER',
    'OPERATOR',
    503,
    '数据库无法连接:{detail}',
    'The database cannot be reached: {detail}',
  ),
  TB_MIGRATION_FAILED: row(
    'NEVER',
    'OPERATOR',
    500,
    '数据库迁移 {migration} 失败:{detail}',
    'The database migration {migration} failed: {detail}',
  ),
  TB_PORT_IN_USE: row(
    'NEVER',
    'OPERATOR',
    500,
    '端口 {port} 已被占用,请设置环境变量 PORT。',
    'Port {port} is taken; set the environment variable PORT.',
  ),
  TB_FILE_UNREADABLE: row(
    'NEVER',
    'OPERATOR',
    400,
    '无法读取文件 {file}:{detail}',
    'The file {file} cannot be read: {detail}',
  ),
  TB_IMPORT_REFUSED: row(
    'NEVER',
    'OPERATOR',
    422,
    '没有导入任何数据:{refused} 行被拒绝,请按报告更正后重试。',
    'Nothing was imported: {refused} rows were refused; correct them as the report says.',
  ),

  // Raised by the SDK on the caller's side
  TB_NETWORK: row('LATER', 'WAIT', 0, '无法连接网关。', 'The gateway cannot be reached.'),
  TB_TIMEOUT: row('LATER', 'WAIT', 0, '网关没有在时限内回应。', 'The gateway did not answer in time.'),
  TB_BAD_RESPONSE: row(
    'LATER',
    'OPERATOR',
    0,
    '网关返回了无法识别的内容。',
    'The gateway answered something that is not a GraphQL response.',
  ),
  TB_USER_ERRORS: row('NEVER', 'CLERK', 0, '提交内容需要更正。', 'The input must be corrected; see userErrors.'),
  TB_PARTIAL: row(
    'LATER',
    'WAIT',
    0,
    '部分内容暂时无法取得。',
    'Part of the answer could not be had; see data and errors.',
  ),
} as const satisfies Record<string, ErrorRow>

/** A stable code. Callers switch on it; codes never change their meaning. */
export type ErrorCode = keyof typeof errorTable

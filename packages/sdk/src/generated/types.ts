// Generated from packages/schema and packages/sdk/operations: change those, then run "npm run generate".
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/**
 * What an applicant is.
 * 申请人类型。
 */
export type ApplicantKind =
  /** 自然人 Natural person. */
  | 'PERSON'
  /** 组织 Organisation. */
  | 'ORGANISATION';

/**
 * How strongly an applicant's identity was checked.
 * 身份核验等级。
 */
export type IdentityLevel =
  /** 当面核验 In person against the document. */
  | 'IN_PERSON'
  /** 人脸核验 Face comparison. */
  | 'FACE'
  /** 证书 Digital certificate. */
  | 'CERTIFICATE'
  /** 口令 Password only. */
  | 'PASSWORD';

/**
 * Kind of document that identifies an applicant (GB/T 36903 holder types).
 * 证件类型。
 */
export type IdentityDocumentType =
  /** 公民身份号码 Resident identity number (111). */
  | 'RESIDENT_ID'
  /** 统一社会信用代码 Unified social credit code (001). */
  | 'CREDIT_CODE'
  /** 普通护照 Passport (414). */
  | 'PASSPORT'
  /** 港澳居民来往内地通行证 Mainland travel permit, Hong Kong and Macao (516). */
  | 'HK_MACAO_PERMIT'
  /** 台湾居民来往大陆通行证 Mainland travel permit, Taiwan (511). */
  | 'TAIWAN_PERMIT'
  /** 港澳居民居住证 Residence permit, Hong Kong and Macao (551). */
  | 'HK_MACAO_RESIDENCE'
  /** 台湾居民居住证 Residence permit, Taiwan (552). */
  | 'TAIWAN_RESIDENCE'
  /** 其他 Other (999). */
  | 'OTHER';

/**
 * What the register of persons said about an identity.
 * 人口库核验结果。
 */
export type RegisterCheck =
  /** 一致 Number and name agree with the register. */
  | 'MATCHES'
  /** 未能核验 The register gave no answer; the identity rests on the check in the level alone. */
  | 'UNAVAILABLE'
  /** 未核验 Not asked: no register covers the city, or the document is not a citizen's. */
  | 'NOT_ASKED';

/**
 * State of a case at its owner.
 * 办件状态。
 */
export type CaseState =
  /** 草稿 Draft. */
  | 'DRAFT'
  /** 已提交 Submitted. */
  | 'SUBMITTED'
  /** 收件 Received. */
  | 'RECEIVED'
  /** 预审 Pre-review. */
  | 'PRE_REVIEW'
  /** 补正 Supplement asked for. */
  | 'SUPPLEMENT'
  /** 受理 Accepted. */
  | 'ACCEPTED'
  /** 不予受理 Not accepted. */
  | 'NOT_ACCEPTED'
  /** 在办 In review. */
  | 'IN_REVIEW'
  /** 挂起 Suspended for a special procedure. */
  | 'SUSPENDED'
  /** 准予 Approved. */
  | 'APPROVED'
  /** 不予许可 Rejected. */
  | 'REJECTED'
  /** 出证 Certificate issued. */
  | 'CERT_ISSUED'
  /** 送达 Delivered. */
  | 'DELIVERED'
  /** 办结 Closed. */
  | 'CLOSED'
  /** 撤回 Withdrawn by the applicant. */
  | 'WITHDRAWN'
  /** 退件 Returned. */
  | 'RETURNED'
  /** 作废 Void. */
  | 'VOID'
  /** 补正不来 Supplement never came. */
  | 'SUPPLEMENT_EXPIRED'
  /** 转报 Forwarded to a higher body. */
  | 'FORWARDED';

/**
 * Whether a case is in time.
 * 时限灯。
 */
export type CaseLight =
  /** 绿灯 In time. */
  | 'GREEN'
  /** 黄灯 Close to the limit. */
  | 'YELLOW'
  /** 红灯 Past the limit. */
  | 'RED';

/**
 * State of a certificate.
 * 证照状态。
 */
export type CertificateStatus =
  /** 有效 In force. */
  | 'VALID'
  /** 暂扣 Withheld for a time. */
  | 'SUSPENDED'
  /** 撤销 Annulled. */
  | 'ANNULLED'
  /** 注销 Cancelled. */
  | 'CANCELLED'
  /** 吊销 Revoked as a penalty. */
  | 'REVOKED'
  /** 过期失效 Expired. */
  | 'EXPIRED'
  /** 办理转出 Transferred to another place. */
  | 'TRANSFERRED'
  /** 未知 The source does not say. */
  | 'UNKNOWN';

/**
 * Outcome of a verification.
 * 核验结论。
 */
export type VerificationStatus =
  /** 真实有效 Genuine and in force. */
  | 'GENUINE'
  /** 真实但已失效 Genuine, no longer in force. */
  | 'NOT_IN_FORCE'
  /** 不一致 The data do not match the register. */
  | 'MISMATCH'
  /** 未找到 The register does not know it. */
  | 'NOT_FOUND'
  /** 未知 The register does not say whether it is in force. */
  | 'UNKNOWN';

/**
 * How current something from a source is.
 * 数据新鲜度。
 */
export type Freshness =
  /** Read from the source for this answer. 实时读取。 */
  | 'FRESH'
  /** The last good copy; the source did not answer. 数据源无响应时的最近副本。 */
  | 'STALE'
  /** A copy kept by the gateway and synchronised regularly. 定期同步的镜像。 */
  | 'SNAPSHOT';

/**
 * A day of the week.
 * 星期。
 */
export type Weekday =
  /** Monday. 星期一。 */
  | 'MONDAY'
  /** Tuesday. 星期二。 */
  | 'TUESDAY'
  /** Wednesday. 星期三。 */
  | 'WEDNESDAY'
  /** Thursday. 星期四。 */
  | 'THURSDAY'
  /** Friday. 星期五。 */
  | 'FRIDAY'
  /** Saturday. 星期六。 */
  | 'SATURDAY'
  /** Sunday. 星期日。 */
  | 'SUNDAY';

/**
 * State of a consent.
 * 授权状态。
 */
export type ConsentState =
  /** 待确认 Asked, not answered. */
  | 'PENDING'
  /** 已同意 Granted. */
  | 'GRANTED'
  /** 已拒绝 Refused. */
  | 'REFUSED'
  /** 已撤销 Revoked. */
  | 'REVOKED'
  /** 已用完 Used up. */
  | 'EXHAUSTED'
  /** 已过期 Expired. */
  | 'EXPIRED';

/**
 * Whether events are delivered to a webhook.
 * 回调状态。
 */
export type WebhookState =
  /** 投递中 Events are delivered. */
  | 'ACTIVE'
  /** 已暂停 Paused by the client, or by the gateway after the whole timetable failed. Events wait. */
  | 'PAUSED'
  /** 已停用 The receiver answered 410 Gone. Events wait. */
  | 'DISABLED';

/**
 * How an attempt to deliver ended.
 * 投递结果。
 */
export type WebhookOutcome =
  /** 已送达 Answered with 2xx. */
  | 'DELIVERED'
  /** 未被接受 Answered with another status. */
  | 'REFUSED'
  /** 重定向 Answered with 3xx, which is not followed. */
  | 'REDIRECTED'
  /** 地址已废弃 Answered with 410. */
  | 'GONE'
  /** 超时 No answer in time. */
  | 'TIMEOUT'
  /** 无法连接 Could not be reached, or the connection broke. */
  | 'UNREACHABLE'
  /** 地址不允许 The name leads to an address inside the network, where nothing is sent. */
  | 'FORBIDDEN_ADDRESS';

/**
 * What to change of a webhook; what is left out stays.
 * 修改回调。
 */
export type UpdateWebhookInput = {
  /** Address, https. 地址。 */
  readonly url?: string | null | undefined;
  /** Only these types of events; null for all. 事件类型,空为全部。 */
  readonly types?: ReadonlyArray<string> | null | undefined;
  /** What it is for. 说明。 */
  readonly description?: string | null | undefined;
  /** ACTIVE goes on with what waits, PAUSED lets events wait. 状态。 */
  readonly state?: WebhookState | null | undefined;
};

/**
 * Kind of a service item (GB/T 39046 table A.1).
 * 事项类型。
 */
export type ItemType =
  /** 行政许可 Administrative licence. */
  | 'ADMINISTRATIVE_LICENSE'
  /** 行政处罚 Penalty. */
  | 'ADMINISTRATIVE_PENALTY'
  /** 行政强制 Coercive measure. */
  | 'ADMINISTRATIVE_COERCION'
  /** 行政征收 Collection. */
  | 'ADMINISTRATIVE_COLLECTION'
  /** 行政给付 Benefit. */
  | 'ADMINISTRATIVE_PAYMENT'
  /** 行政检查 Inspection. */
  | 'ADMINISTRATIVE_INSPECTION'
  /** 行政确认 Confirmation. */
  | 'ADMINISTRATIVE_CONFIRMATION'
  /** 行政奖励 Reward. */
  | 'ADMINISTRATIVE_REWARD'
  /** 行政裁决 Adjudication. */
  | 'ADMINISTRATIVE_ADJUDICATION'
  /** 其他行政权力 Other administrative power. */
  | 'OTHER_ADMINISTRATIVE_POWER'
  /** 公共服务 Public service. */
  | 'PUBLIC_SERVICE';

/**
 * Whom an item serves (table A.4).
 * 服务对象。
 */
export type Audience =
  /** 自然人 Natural person. */
  | 'PERSON'
  /** 企业法人 Enterprise. */
  | 'ENTERPRISE'
  /** 事业法人 Public institution. */
  | 'PUBLIC_INSTITUTION'
  /** 社会组织法人 Social organisation. */
  | 'SOCIAL_ORGANISATION'
  /** 行政机关 State body. */
  | 'STATE_BODY'
  /** 其他组织 Other organisation. */
  | 'OTHER_ORGANISATION';

/**
 * Channel through which an item can be handled (table A.5).
 * 办理形式。
 */
export type Channel =
  /** 窗口 Counter. */
  | 'COUNTER'
  /** 电脑端 Web. */
  | 'WEB'
  /** 移动端 Mobile. */
  | 'MOBILE'
  /** 快递 Courier. */
  | 'COURIER'
  /** 自助终端 Self-service terminal. */
  | 'TERMINAL'
  /** 其他 Other. */
  | 'OTHER';

/**
 * How quickly a case is decided (table A.6).
 * 办件类型。
 */
export type ProcessingType =
  /** 即办件 Decided on the spot. */
  | 'INSTANT'
  /** 承诺件 Decided within a promised time. */
  | 'COMMITMENT'
  /** 联办件 Several bodies decide. */
  | 'JOINT'
  /** 上报件 Forwarded to a higher body. */
  | 'FORWARDED'
  /** 其他 Other. */
  | 'OTHER';

/**
 * How far an item can be handled online (national table, several at once).
 * 网办深度。
 */
export type OnlineDepth =
  /** 互联网咨询 Consultation. */
  | 'CONSULTATION'
  /** 收件 Intake. */
  | 'INTAKE'
  /** 预审 Pre-review. */
  | 'PRE_REVIEW'
  /** 受理 Acceptance. */
  | 'ACCEPTANCE'
  /** 办理 Handling. */
  | 'HANDLING'
  /** 结果反馈 Result. */
  | 'RESULT_FEEDBACK'
  /** 电子证照反馈 Electronic certificate. */
  | 'CERTIFICATE_FEEDBACK'
  /** 全程网办 Entirely online. */
  | 'FULL_ONLINE'
  /** 其他 Other. */
  | 'OTHER';

/**
 * Where else than at the owning place an item can be handed in.
 * 通办范围。
 */
export type HandlingArea =
  /** 全国通办 Anywhere in the country. */
  | 'NATIONWIDE'
  /** 跨省通办 Across provinces. */
  | 'CROSS_PROVINCE'
  /** 跨市通办 Across cities. */
  | 'CROSS_CITY'
  /** 跨县通办 Across counties. */
  | 'CROSS_COUNTY';

/**
 * State of an item in the catalogue.
 * 事项状态。
 */
export type ItemState =
  /** 在用 In use. */
  | 'IN_USE'
  /** 挂起 Suspended. */
  | 'SUSPENDED'
  /** 取消 Withdrawn. */
  | 'WITHDRAWN'
  /** 草稿 Draft. */
  | 'DRAFT';

/**
 * What may stop the clock of a case (GB/T 39046 table A.7).
 * 特别程序。
 */
export type SpecialProcedure =
  /** 延长审批 The decision may be extended. */
  | 'EXTENSION'
  /** 其他 Other, such as a hearing, an inspection or an expert review. */
  | 'OTHER';

/**
 * Unit of a time limit.
 * 时限单位。
 */
export type TimeUnit =
  /** 工作日 Working days. */
  | 'WORKING_DAY'
  /** 自然日 Calendar days. */
  | 'CALENDAR_DAY'
  /** 月 Months. */
  | 'MONTH'
  /** 年 Years. */
  | 'YEAR'
  /** 小时 Hours. */
  | 'HOUR'
  /** 分钟 Minutes. */
  | 'MINUTE';

/**
 * Whether a material must be handed in.
 * 材料必要性。
 */
export type MaterialNecessity =
  /** 必要 Required. */
  | 'REQUIRED'
  /** 非必要 Optional. */
  | 'OPTIONAL'
  /** 容缺后补 May follow later against a promise. */
  | 'DEFERRABLE';

/**
 * In which form a material is accepted.
 * 材料形式。
 */
export type MaterialForm =
  /** 原件 Original. */
  | 'ORIGINAL'
  /** 电子复印件 Electronic copy. */
  | 'ELECTRONIC_COPY'
  /** 复印件 Paper copy. */
  | 'COPY'
  /** 原件或复印件 Original or copy. */
  | 'ORIGINAL_OR_COPY'
  /** 纸质表格 Paper form. */
  | 'PAPER_FORM'
  /** 电子文件 Electronic file. */
  | 'ELECTRONIC_FILE'
  /** 系统自动获取,无需提交 Fetched by the system, nothing to hand in. */
  | 'FETCHED'
  /** 系统获取不全时才提交 Handed in only when the system cannot fetch it. */
  | 'FETCHED_OR_UPLOADED'
  /** 原件扫描件 Scan of the original. */
  | 'SCAN';

/**
 * Where a material comes from.
 * 材料来源渠道。
 */
export type MaterialSource =
  /** 申请人自备 The applicant. */
  | 'APPLICANT'
  /** 政府部门核发 A government department. */
  | 'GOVERNMENT'
  /** 中介机构出具 An intermediary. */
  | 'INTERMEDIARY'
  /** 其他 Other. */
  | 'OTHER';

/**
 * Kind of a trading notice.
 * 公告类型。
 */
export type NoticeKind =
  /** 招标计划 Tender plan. */
  | 'PLAN'
  /** 招标公告 Tender notice. */
  | 'TENDER'
  /** 资格预审公告 Prequalification notice. */
  | 'PREQUALIFICATION'
  /** 资格预审文件 Prequalification documents. */
  | 'PREQUALIFICATION_DOCUMENT'
  /** 澄清 Clarification. */
  | 'CLARIFICATION'
  /** 变更公告 Amendment. */
  | 'AMENDMENT'
  /** 开标记录 Bid opening record. */
  | 'BID_OPENING'
  /** 中标候选人公示 Winning candidates. */
  | 'WINNING_CANDIDATE'
  /** 中标结果公告 Result. */
  | 'RESULT'
  /** 合同及履约 Contract and performance. */
  | 'CONTRACT'
  /** 终止公告 Termination. */
  | 'TERMINATION'
  /** 异常报告、流标 Failed or irregular tender. */
  | 'EXCEPTION'
  /** 其他 Other. */
  | 'OTHER';

/**
 * Sector of public-resource trading.
 * 交易领域。
 */
export type TradingSector =
  /** 工程建设 Construction. */
  | 'CONSTRUCTION'
  /** 政府采购 Government procurement. */
  | 'PROCUREMENT'
  /** 土地使用权 Land use rights. */
  | 'LAND'
  /** 矿业权 Mining rights. */
  | 'MINING'
  /** 国有产权 State property. */
  | 'STATE_PROPERTY'
  /** 其他 Other. */
  | 'OTHER';

/**
 * Nature of a notice within its kind.
 * 公告性质。
 */
export type NoticeNature =
  /** 正常 First and normal. */
  | 'NORMAL'
  /** 变更、更正 Amended or corrected. */
  | 'AMENDED'
  /** 其他 Other. */
  | 'OTHER';

/**
 * Role of a party.
 * 主体角色。
 */
export type PartyRole =
  /** 招标人 Tenderer. */
  | 'TENDERER'
  /** 采购人 Buyer. */
  | 'BUYER'
  /** 招标代理机构 Tendering agent. */
  | 'AGENT'
  /** 投标人 Bidder. */
  | 'BIDDER'
  /** 中标人 Winner. */
  | 'WINNER'
  /** 其他 Other. */
  | 'OTHER';

/**
 * What the percentage of a rate means.
 * 比例含义。
 */
export type RateMeaning =
  /** 按该比例计价(费率、价格系数) This share of the base is paid. */
  | 'SHARE'
  /** 下浮该比例 This share is taken off the base. */
  | 'REDUCTION';

/**
 * What a period of a notice is for.
 * 公告期限类型。
 */
export type NoticePeriodKind =
  /** 招标文件获取 Documents are given out or sold. */
  | 'DOCUMENT_SALE'
  /** 投标(提交文件) Bids are taken. */
  | 'BIDDING'
  /** 开标 Bids are opened. */
  | 'OPENING'
  /** 公示 Candidates or results are made public. */
  | 'PUBLICITY'
  /** 异议 Objections are taken. */
  | 'OBJECTION'
  /** 履约 The contract is performed. */
  | 'PERFORMANCE'
  /** 其他 Other. */
  | 'OTHER';

/**
 * Whether a source answers.
 * 数据源状态。
 */
export type SourceState =
  /** Answers. 正常。 */
  | 'UP'
  /** Answers, but late or with failures. 降级。 */
  | 'DEGRADED'
  /** Does not answer; calls are refused at once until it recovers. 不可用。 */
  | 'DOWN'
  /** Not called yet. 尚未调用。 */
  | 'UNKNOWN';

/**
 * State of a submission. It is ours, not the owner's.
 * 收件状态。
 */
export type SubmissionState =
  /** 已收件,待送达 Accepted by the gateway and durable, not yet with the owner. */
  | 'SUBMITTED'
  /** 送达中 Being delivered to the owner. */
  | 'DELIVERING'
  /** 已接收 The owner has taken it; a case exists. */
  | 'TAKEN'
  /** 被拒收 The owner refused to take it. */
  | 'REFUSED'
  /** 送达失败 Could not be delivered in time; an operator must act. */
  | 'EXPIRED';

/**
 * How an errand is handed in.
 * 办理模式。
 */
export type SubmissionMode =
  /** 全程网办 Entirely online. */
  | 'ONLINE'
  /** 窗口 At the counter. */
  | 'COUNTER'
  /** 异地代收代办 Collected elsewhere for the owning place. */
  | 'REMOTE_COLLECTION'
  /** 多地联办 Several places together. */
  | 'JOINT'
  /** 自助终端 Self-service terminal. */
  | 'TERMINAL';

/**
 * How a material was satisfied.
 * 材料满足方式。
 */
export type MaterialSatisfaction =
  /** 电子证照 A certificate. */
  | 'CERTIFICATE'
  /** 上传 A document of the client, by reference and digest. */
  | 'DOCUMENT'
  /** 容缺后补 Promised for later. */
  | 'DEFERRED'
  /** 告知承诺 Declared. */
  | 'DECLARED'
  /** 系统获取 Fetched by the owner. */
  | 'FETCHED';

/**
 * What happened in a step of custody.
 * 流转动作。
 */
export type CustodyAction =
  /** 收件 Accepted from the client. */
  | 'ACCEPTED'
  /** 送达尝试 Delivery was tried. */
  | 'DELIVERY_TRIED'
  /** 接收 Taken by the owner. */
  | 'TAKEN'
  /** 拒收 Refused by the owner. */
  | 'REFUSED'
  /** 超期 Given up. */
  | 'EXPIRED';

/**
 * Who applies.
 * 申请人引用。
 */
export type ApplicantReference = {
  /** Handle of the person. 自然人句柄。 */
  readonly person?: string | null | undefined;
  /** Handle of the organisation. 组织句柄。 */
  readonly organisation?: string | null | undefined;
};

/**
 * One material handed in. Exactly one way must be given.
 * 提交的材料,须且仅须一种方式。
 */
export type SubmittedMaterialInput = {
  /** Key in the item. 材料标识。 */
  readonly key: string;
  /** A certificate that stands in. 电子证照标识。 */
  readonly certificate?: string | null | undefined;
  /** A document the client holds. 接入方保管的文件。 */
  readonly document?: DocumentInput | null | undefined;
  /** Hand in later, where the item allows it. 容缺后补。 */
  readonly deferred?: boolean | null | undefined;
  /** Declare instead of prove, where the item allows it. 告知承诺。 */
  readonly declared?: boolean | null | undefined;
};

/**
 * A document by name and digest.
 * 文件引用。
 */
export type DocumentInput = {
  /** File name. 文件名。 */
  readonly name: string;
  /** Media type. 媒体类型。 */
  readonly mediaType: string;
  /** SHA-256 of the content in lower-case hexadecimal. 内容摘要。 */
  readonly sha256: string;
  /** Size in bytes. 字节数。 */
  readonly bytes: number;
};

/**
 * A stable error code; the meaning of a code never changes.
 * 错误代码,含义永不改变。
 */
export type ErrorCode =
  /** The query is not valid: {detail} 查询语句不合法:{detail} */
  | 'TB_INVALID_QUERY'
  /** {field} is not valid: {detail} {field} 的值不合法:{detail} */
  | 'TB_INVALID_INPUT'
  /** The cursor is not valid for these arguments; start again from the first page. 分页游标无效,请从第一页重新查询。 */
  | 'TB_INVALID_CURSOR'
  /** The request body is larger than {limit} bytes. 请求体超过 {limit} 字节的上限。 */
  | 'TB_BODY_TOO_LARGE'
  /** This content type is not supported; send application/json. 不支持的内容类型,请使用 application/json。 */
  | 'TB_UNSUPPORTED_MEDIA_TYPE'
  /** This address does not accept {method}. 此地址不支持 {method} 方法。 */
  | 'TB_METHOD_NOT_ALLOWED'
  /** There is nothing at this address; the API is at /graphql. 没有这个地址,接口位于 /graphql。 */
  | 'TB_ROUTE_NOT_FOUND'
  /** The query costs {cost}, more than the limit of {limit}; ask for fewer fields or smaller pages. 查询代价 {cost} 超过上限 {limit},请减少字段或分页数量。 */
  | 'TB_QUERY_TOO_COSTLY'
  /** This request could come from another site; send application/json or the header x-tongban-client. 该请求可能由其他网站发起,请使用 application/json 或附加 x-tongban-client 请求头。 */
  | 'TB_CSRF_BLOCKED'
  /** Too many requests; wait and try again. 请求过于频繁,请稍后再试。 */
  | 'TB_RATE_LIMITED'
  /** The caller cancelled the request. 请求已被调用方取消。 */
  | 'TB_CANCELLED'
  /** The request did not finish in time; try again. 未能在时限内完成,请稍后再试。 */
  | 'TB_DEADLINE_EXCEEDED'
  /** The gateway is restarting; try again shortly. 服务正在重启,请稍后再试。 */
  | 'TB_SHUTTING_DOWN'
  /** Internal error; give the request identifier to the operator. 系统内部错误,请凭请求标识联系运维。 */
  | 'TB_INTERNAL'
  /** An access token is needed; get one at /oauth/token. 需要访问令牌:请先在 /oauth/token 取得令牌。 */
  | 'TB_UNAUTHENTICATED'
  /** The access token is malformed, forged or was not issued for this gateway. 访问令牌无效或不是本网关签发。 */
  | 'TB_TOKEN_INVALID'
  /** The access token has expired; get a new one. 访问令牌已过期,请重新获取。 */
  | 'TB_TOKEN_EXPIRED'
  /** This client lacks the scope it needs: {scopes}. 该接入方没有所需权限:{scopes}。 */
  | 'TB_FORBIDDEN'
  /** The signature or token of the message is wrong; check the key, what is signed, and the headers. 推送报文的签名或令牌无效,请检查密钥、签名内容与请求头。 */
  | 'TB_INBOUND_SIGNATURE'
  /** The message was signed too long ago or in the future; set the clock and sign it anew. 推送报文的签名时间超出允许范围,请校准时钟并重新签名。 */
  | 'TB_INBOUND_EXPIRED'
  /** This signature has been used before; sign a repeated message anew. 该签名已被使用,重新推送时请重新签名。 */
  | 'TB_INBOUND_REPLAYED'
  /** There is no such item; check the code and the division. 没有找到该事项,请核对编码和区划。 */
  | 'TB_ITEM_NOT_FOUND'
  /** This catalogue code is handled in several places; name the division. 该基本编码在多个区划办理,请指定区划。 */
  | 'TB_ITEM_AMBIGUOUS'
  /** This code stands for several handling items in this division; use the code of one of them: {codes} 该编码在此区划对应多个办理项,请改用其中一个办理项的编码:{codes} */
  | 'TB_HANDLING_ITEM_AMBIGUOUS'
  /** This item cannot be applied for now ({state}). 该事项当前不可办理({state})。 */
  | 'TB_ITEM_CLOSED'
  /** {field} failed its check: {detail} {field} 未通过校验:{detail} */
  | 'TB_IDENTITY_INVALID'
  /** The applicant handle is unknown or has expired; identify the applicant again. 申请人句柄无效或已失效,请重新核验身份。 */
  | 'TB_APPLICANT_UNKNOWN'
  /** This item does not serve this kind of applicant ({audience}). 该事项不面向此类申请人({audience})。 */
  | 'TB_APPLICANT_NOT_ENTITLED'
  /** There is no such consent. 没有找到该授权。 */
  | 'TB_CONSENT_NOT_FOUND'
  /** Certificates need the consent of the applicant; request one and name it with the submission. 使用电子证照须经申请人授权:请先请求授权,再随提交一并给出。 */
  | 'TB_CONSENT_REQUIRED'
  /** The applicant has not granted this consent ({state}). 申请人尚未同意或已拒绝({state})。 */
  | 'TB_CONSENT_NOT_GRANTED'
  /** This consent has ended ({state}); ask again. 授权已结束({state}),请重新请求授权。 */
  | 'TB_CONSENT_ENDED'
  /** The consent does not cover this applicant or these certificate types. 授权不覆盖本次查阅的申请人或证照类型。 */
  | 'TB_CONSENT_MISMATCH'
  /** The match code is wrong; compare it with the screen at the counter. 核对码不一致,请核对柜面屏幕。 */
  | 'TB_CONSENT_CODE_WRONG'
  /** This consent has been answered already ({state}). 该授权已有答复({state})。 */
  | 'TB_CONSENT_DECIDED'
  /** There is no such certificate. 没有找到该证照。 */
  | 'TB_CERTIFICATE_NOT_FOUND'
  /** The certificate platform does not let this gateway read this type. 没有查询该证照类型的权限,请联系证照平台开通。 */
  | 'TB_CERTIFICATE_TYPE_FORBIDDEN'
  /** The file link has expired; ask for a new one. 文件链接已失效,请重新查询。 */
  | 'TB_FILE_LINK_EXPIRED'
  /** A situation question is unanswered: {question} 还有情形问题没有回答:{question} */
  | 'TB_SITUATION_UNANSWERED'
  /** The item has no situation question {question}. 该事项没有情形问题 {question}。 */
  | 'TB_SITUATION_UNKNOWN'
  /** Question {question} has no option {option}. 情形问题 {question} 没有选项 {option}。 */
  | 'TB_SITUATION_ANSWER_UNKNOWN'
  /** A material is missing: {material} 缺少材料:{material} */
  | 'TB_MATERIAL_MISSING'
  /** The item does not ask for the material {material} in this situation. 该事项在当前情形下不需要材料 {material}。 */
  | 'TB_MATERIAL_UNKNOWN'
  /** The material {material} cannot be handed in this way: {detail} 材料 {material} 不能以此方式提交:{detail} */
  | 'TB_MATERIAL_WAY_INVALID'
  /** There is no such submission. 没有找到该收件。 */
  | 'TB_SUBMISSION_NOT_FOUND'
  /** There is no such case. 没有找到该办件。 */
  | 'TB_CASE_NOT_FOUND'
  /** These events are no longer kept; the oldest is {oldest}. Go on from the number before it, and look at your submissions. 所求事件已超过保留期限,现存最早序号为 {oldest},请从其前一序号续取,并逐一核对收件。 */
  | 'TB_EVENTS_GONE'
  /** There is no event {after} yet; the latest is {last}. 序号 {after} 尚未产生,最新事件序号为 {last}。 */
  | 'TB_EVENTS_AHEAD'
  /** There is no such webhook. 没有找到该回调。 */
  | 'TB_WEBHOOK_NOT_FOUND'
  /** This delivery is not to be trusted: {detail} 回调签名校验未通过:{detail} */
  | 'TB_WEBHOOK_INVALID'
  /** This idempotency key was used for a request with other content. 同一幂等键已用于不同内容的请求。 */
  | 'TB_IDEMPOTENCY_KEY_REUSED'
  /** There is no such notice. 没有找到该公告。 */
  | 'TB_NOTICE_NOT_FOUND'
  /** No connected system is authoritative for {what}. 没有接入负责 {what} 的系统。 */
  | 'TB_NO_AUTHORITY'
  /** {source} does not answer for the moment; try again later. {source}暂时没有回应,请稍后再试。 */
  | 'TB_SOURCE_UNAVAILABLE'
  /** {source} did not answer in time; try again later. {source}没有在时限内回应,请稍后再试。 */
  | 'TB_SOURCE_TIMEOUT'
  /** Too many requests are waiting for {source}; try again later. 发往{source}的请求过多,请稍后再试。 */
  | 'TB_SOURCE_BUSY'
  /** {source} refused the request: {detail} {source}拒绝了请求:{detail} */
  | 'TB_SOURCE_REFUSED'
  /** {source} does not accept the signature or token of the gateway; check credentials and clock. {source}不接受网关的签名或令牌,请检查凭据与时钟。 */
  | 'TB_SOURCE_AUTH'
  /** The answer of {source} does not have the agreed shape: {detail} {source}的返回内容不符合约定:{detail} */
  | 'TB_SOURCE_SHAPE'
  /** The answer of {source} is larger than {limit} bytes. {source}的返回内容超过 {limit} 字节的上限。 */
  | 'TB_SOURCE_TOO_LARGE'
  /** The configuration is wrong at {path}: {detail} 配置 {path} 有误:{detail} */
  | 'TB_CONFIG_INVALID'
  /** The data folder {folder} is in use by process {pid}; stop it first, or use its API. 数据目录 {folder} 正被进程 {pid} 使用,请先停止它,或改用其接口。 */
  | 'TB_DATA_FOLDER_IN_USE'
  /** The data folder {folder} cannot be opened: {detail} 数据目录 {folder} 无法打开:{detail} */
  | 'TB_DATA_FOLDER_BROKEN'
  /** The database cannot be reached: {detail} 数据库无法连接:{detail} */
  | 'TB_DATABASE_UNAVAILABLE'
  /** The database migration {migration} failed: {detail} 数据库迁移 {migration} 失败:{detail} */
  | 'TB_MIGRATION_FAILED'
  /** Port {port} is taken; set the environment variable PORT. 端口 {port} 已被占用,请设置环境变量 PORT。 */
  | 'TB_PORT_IN_USE'
  /** The file {file} cannot be read: {detail} 无法读取文件 {file}:{detail} */
  | 'TB_FILE_UNREADABLE'
  /** Nothing was imported: {refused} rows were refused; correct them as the report says. 没有导入任何数据:{refused} 行被拒绝,请按报告更正后重试。 */
  | 'TB_IMPORT_REFUSED'
  /** The gateway cannot be reached. 无法连接网关。 */
  | 'TB_NETWORK'
  /** The gateway did not answer in time. 网关没有在时限内回应。 */
  | 'TB_TIMEOUT'
  /** The gateway answered something that is not a GraphQL response. 网关返回了无法识别的内容。 */
  | 'TB_BAD_RESPONSE'
  /** The input must be corrected; see userErrors. 提交内容需要更正。 */
  | 'TB_USER_ERRORS'
  /** Part of the answer could not be had; see data and errors. 部分内容暂时无法取得。 */
  | 'TB_PARTIAL';

export type AccessRecordFieldsFragment = { readonly id: string, readonly at: string, readonly client: string, readonly operator: string | null, readonly action: string, readonly certificateType: string | null, readonly purpose: string | null, readonly consentId: string | null, readonly requestId: string };

export type AccessRecordsListQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type AccessRecordsListQuery = { readonly accessRecords: { readonly edges: ReadonlyArray<{ readonly node: AccessRecordFieldsFragment }>, readonly pageInfo: PageInfoFieldsFragment } | null };

export type ApplicantFieldsFragment = { readonly handle: string, readonly kind: ApplicantKind, readonly name: string, readonly documentType: IdentityDocumentType, readonly documentNumber: string, readonly level: IdentityLevel, readonly registerCheck: RegisterCheck | null, readonly expiresAt: string };

export type ApplicantsIdentifyMutationVariables = Exact<{
  documentType: IdentityDocumentType;
  documentNumber: string;
  name: string;
  level: IdentityLevel;
}>;


export type ApplicantsIdentifyMutation = { readonly identifyApplicant: { readonly applicant: ApplicantFieldsFragment | null, readonly userErrors: ReadonlyArray<UserErrorFieldsFragment> } | null };

export type CaseFieldsFragment = { readonly id: string, readonly number: string, readonly state: CaseState, readonly dataVersion: number, readonly light: CaseLight | null, readonly clock: { readonly startedOn: string, readonly dueOn: string, readonly elapsed: number, readonly suspended: number, readonly provisional: boolean, readonly limit: DurationFieldsFragment } | null, readonly history: ReadonlyArray<{ readonly at: string, readonly state: CaseState, readonly by: string | null, readonly note: string | null, readonly raw: RawCodeFieldsFragment | null }>, readonly supplements: ReadonlyArray<{ readonly askedAt: string, readonly dueOn: string | null, readonly parts: ReadonlyArray<{ readonly field: string | null, readonly material: string | null, readonly reason: string }> }>, readonly result: { readonly granted: boolean, readonly decidedAt: string | null, readonly reason: string | null, readonly certificateIdentifier: string | null } | null, readonly provenance: ProvenanceFieldsFragment };

export type CasesGetQueryVariables = Exact<{
  id: string;
}>;


export type CasesGetQuery = { readonly case: CaseFieldsFragment | null };

export type CasesResultQueryVariables = Exact<{
  id: string;
}>;


export type CasesResultQuery = { readonly case: { readonly id: string, readonly number: string, readonly state: CaseState, readonly result: { readonly granted: boolean, readonly decidedAt: string | null, readonly reason: string | null, readonly certificateIdentifier: string | null, readonly certificate: (
        { readonly verification: VerificationFieldsFragment | null }
        & CertificateFieldsFragment
      ) | null } | null } | null };

export type VerificationFieldsFragment = { readonly status: VerificationStatus, readonly certificateStatus: CertificateStatus, readonly signedBy: string | null, readonly checkedAt: string, readonly provenance: ProvenanceFieldsFragment };

export type CertificateFieldsFragment = { readonly id: string, readonly identifier: string, readonly name: string, readonly number: string | null, readonly holder: string, readonly issuedOn: string | null, readonly validFrom: string | null, readonly validTo: string | null, readonly openEnded: boolean, readonly status: CertificateStatus, readonly warnings: ReadonlyArray<string>, readonly type: CertificateTypeFieldsFragment, readonly issuer: { readonly name: string, readonly creditCode: string | null }, readonly face: ReadonlyArray<{ readonly name: string, readonly value: string | null }>, readonly provenance: ProvenanceFieldsFragment };

export type CertificatesListQueryVariables = Exact<{
  holder: string;
  consent: string;
  types?: ReadonlyArray<string> | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CertificatesListQuery = { readonly certificates: { readonly edges: ReadonlyArray<{ readonly node: CertificateFieldsFragment }>, readonly pageInfo: PageInfoFieldsFragment } | null };

export type CertificatesVerifyQueryVariables = Exact<{
  identifier: string;
  purpose: string;
}>;


export type CertificatesVerifyQuery = { readonly verifyCertificate: VerificationFieldsFragment | null };

export type PageInfoFieldsFragment = { readonly startCursor: string | null, readonly endCursor: string | null, readonly hasNextPage: boolean, readonly hasPreviousPage: boolean };

export type UserErrorFieldsFragment = { readonly code: ErrorCode, readonly path: ReadonlyArray<string>, readonly message: string };

export type ProvenanceFieldsFragment = { readonly fetchedAt: string, readonly asOf: string | null, readonly freshness: Freshness, readonly ageSeconds: number, readonly message: string | null, readonly source: { readonly key: string, readonly title: string } | null };

export type RawCodeFieldsFragment = { readonly system: string, readonly code: string, readonly tableVersion: string };

export type DurationFieldsFragment = { readonly amount: number, readonly unit: TimeUnit, readonly note: string | null };

export type StatedDurationFieldsFragment = { readonly amount: number, readonly unit: TimeUnit | null, readonly note: string | null };

export type DivisionFieldsFragment = { readonly code: string, readonly name: string | null, readonly fullName: string | null };

export type CertificateTypeFieldsFragment = { readonly code: string, readonly name: string | null };

export type ConsentFieldsFragment = { readonly id: string, readonly state: ConsentState, readonly purpose: string, readonly client: string, readonly uses: number, readonly usesLeft: number, readonly requestedAt: string, readonly decidedAt: string | null, readonly expiresAt: string, readonly matchCode: string, readonly certificateTypes: ReadonlyArray<CertificateTypeFieldsFragment> };

export type ConsentsRequestMutationVariables = Exact<{
  applicant: string;
  certificateTypes: ReadonlyArray<string>;
  purpose: string;
  uses?: number | null | undefined;
  validMinutes?: number | null | undefined;
  idempotencyKey: string;
}>;


export type ConsentsRequestMutation = { readonly requestConsent: { readonly consent: ConsentFieldsFragment | null, readonly userErrors: ReadonlyArray<UserErrorFieldsFragment> } | null };

export type ConsentsGetQueryVariables = Exact<{
  id: string;
}>;


export type ConsentsGetQuery = { readonly consent: ConsentFieldsFragment | null };

export type ConsentsDecideMutationVariables = Exact<{
  id: string;
  matchCode: string;
  granted: boolean;
}>;


export type ConsentsDecideMutation = { readonly decideConsent: { readonly consent: ConsentFieldsFragment | null, readonly userErrors: ReadonlyArray<UserErrorFieldsFragment> } | null };

export type ConsentsRevokeMutationVariables = Exact<{
  id: string;
}>;


export type ConsentsRevokeMutation = { readonly revokeConsent: { readonly consent: ConsentFieldsFragment | null, readonly userErrors: ReadonlyArray<UserErrorFieldsFragment> } | null };

export type EventFieldsFragment = { readonly id: string, readonly sequence: string, readonly previous: string, readonly type: string, readonly at: string, readonly submission: string | null, readonly case: string | null, readonly data: Readonly<Record<string, string | number | boolean | null>> };

export type EventsListQueryVariables = Exact<{
  after?: string | null | undefined;
  first?: number | null | undefined;
  types?: ReadonlyArray<string> | null | undefined;
  wait?: number | null | undefined;
}>;


export type EventsListQuery = { readonly events: { readonly throughSequence: string, readonly hasMore: boolean, readonly lastSequence: string, readonly events: ReadonlyArray<EventFieldsFragment> } | null };

export type ItemSummaryFieldsFragment = { readonly id: string, readonly code: string, readonly name: string, readonly mainItem: string | null, readonly type: ItemType | null, readonly state: ItemState | null, readonly audience: ReadonlyArray<Audience> | null, readonly visits: number | null, readonly handlingAreas: ReadonlyArray<HandlingArea>, readonly division: DivisionFieldsFragment, readonly agency: { readonly code: string, readonly name: string } | null, readonly timeLimit: { readonly promised: StatedDurationFieldsFragment | null }, readonly channels: { readonly onlineDepth: ReadonlyArray<OnlineDepth> } };

export type SituationFieldsFragment = { readonly key: string, readonly question: string, readonly multiple: boolean, readonly root: boolean, readonly options: ReadonlyArray<{ readonly value: string, readonly label: string, readonly next: string | null }> };

export type MaterialNameFieldsFragment = { readonly key: string, readonly name: string, readonly necessity: MaterialNecessity | null, readonly form: MaterialForm | null };

export type MaterialFieldsFragment = { readonly key: string, readonly name: string, readonly necessity: MaterialNecessity | null, readonly form: MaterialForm | null, readonly source: MaterialSource | null, readonly copies: number | null, readonly formats: ReadonlyArray<string>, readonly standard: string | null, readonly guidance: string | null, readonly basis: string | null, readonly satisfiedBy: ReadonlyArray<{ readonly certificateType: CertificateTypeFieldsFragment, readonly issuer: { readonly name: string } | null }>, readonly situations: ReadonlyArray<{ readonly question: string, readonly option: string }> };

export type ItemFieldsFragment = { readonly id: string, readonly code: string, readonly catalogCode: string | null, readonly taskCode: string | null, readonly handlingItemCode: string | null, readonly localCatalogCode: string | null, readonly localTaskCode: string | null, readonly name: string, readonly mainItem: string | null, readonly type: ItemType | null, readonly state: ItemState | null, readonly version: string | null, readonly effectiveFrom: string | null, readonly effectiveTo: string | null, readonly audience: ReadonlyArray<Audience> | null, readonly topics: ReadonlyArray<string>, readonly processingType: ProcessingType | null, readonly specialProcedure: SpecialProcedure | null, readonly visits: number | null, readonly visitsNote: string | null, readonly handlingAreas: ReadonlyArray<HandlingArea>, readonly process: ReadonlyArray<string>, readonly conditions: ReadonlyArray<string>, readonly commitmentAllowed: boolean | null, readonly creditCommitment: string | null, readonly plainGuide: string | null, readonly division: DivisionFieldsFragment, readonly agency: { readonly code: string, readonly creditCode: string | null, readonly name: string, readonly address: string | null, readonly telephone: string | null, readonly openingHours: ReadonlyArray<{ readonly day: Weekday, readonly from: string, readonly to: string }> } | null, readonly timeLimit: { readonly statutory: StatedDurationFieldsFragment | null, readonly promised: StatedDurationFieldsFragment | null }, readonly channels: { readonly handling: ReadonlyArray<Channel>, readonly onlineDepth: ReadonlyArray<OnlineDepth>, readonly onlineUrl: string | null, readonly mobileUrl: string | null, readonly bookable: boolean | null, readonly payableOnline: boolean | null, readonly courier: boolean | null }, readonly places: ReadonlyArray<{ readonly name: string, readonly address: string | null, readonly counter: string | null, readonly telephone: string | null, readonly hours: string | null }>, readonly fees: ReadonlyArray<{ readonly name: string, readonly formula: string | null, readonly basis: string | null, readonly amount: { readonly value: string, readonly currency: string } | null }> | null, readonly results: ReadonlyArray<{ readonly name: string, readonly kind: string | null, readonly certificateType: CertificateTypeFieldsFragment | null }>, readonly situations: ReadonlyArray<SituationFieldsFragment> | null, readonly materials: ReadonlyArray<MaterialFieldsFragment> | null, readonly faqs: ReadonlyArray<{ readonly question: string, readonly answer: string }>, readonly provenance: ProvenanceFieldsFragment };

export type FacetFieldsFragment = { readonly value: string, readonly label: string, readonly count: number };

export type MaterialsCheckFieldsFragment = { readonly complete: boolean, readonly materialsKnown: boolean, readonly incompleteReason: string | null, readonly item: { readonly id: string, readonly code: string, readonly name: string }, readonly openQuestions: ReadonlyArray<SituationFieldsFragment>, readonly required: ReadonlyArray<MaterialFieldsFragment>, readonly fetched: ReadonlyArray<{ readonly why: string, readonly material: MaterialNameFieldsFragment }>, readonly satisfiable: ReadonlyArray<{ readonly held: boolean | null, readonly certificate: string | null, readonly needsConsent: boolean, readonly material: MaterialNameFieldsFragment, readonly certificateType: CertificateTypeFieldsFragment }>, readonly missing: ReadonlyArray<{ readonly why: string, readonly howToGet: string, readonly deferrable: boolean, readonly material: MaterialNameFieldsFragment }> };

export type ItemsSearchQueryVariables = Exact<{
  text?: string | null | undefined;
  division?: string | null | undefined;
  types?: ReadonlyArray<ItemType> | null | undefined;
  agencies?: ReadonlyArray<string> | null | undefined;
  audience?: ReadonlyArray<Audience> | null | undefined;
  onlineDepth?: ReadonlyArray<OnlineDepth> | null | undefined;
  handlingArea?: ReadonlyArray<HandlingArea> | null | undefined;
  topics?: ReadonlyArray<string> | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ItemsSearchQuery = { readonly items: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: ItemSummaryFieldsFragment }>, readonly pageInfo: PageInfoFieldsFragment } | null };

export type ItemsGetQueryVariables = Exact<{
  code: string;
  division?: string | null | undefined;
}>;


export type ItemsGetQuery = { readonly item: ItemFieldsFragment | null };

export type ItemsByCodesQueryVariables = Exact<{
  codes: ReadonlyArray<string>;
  division?: string | null | undefined;
}>;


export type ItemsByCodesQuery = { readonly itemsByCode: ReadonlyArray<ItemSummaryFieldsFragment | null> | null };

export type ItemsCheckMaterialsQueryVariables = Exact<{
  item: string;
  division?: string | null | undefined;
  answers?: Readonly<Record<string, string | readonly string[]>> | null | undefined;
  applicant?: ApplicantReference | null | undefined;
  consent?: string | null | undefined;
}>;


export type ItemsCheckMaterialsQuery = { readonly checkMaterials: MaterialsCheckFieldsFragment | null };

export type ItemsFacetsQueryVariables = Exact<{
  text?: string | null | undefined;
  division?: string | null | undefined;
  types?: ReadonlyArray<ItemType> | null | undefined;
  agencies?: ReadonlyArray<string> | null | undefined;
  audience?: ReadonlyArray<Audience> | null | undefined;
  onlineDepth?: ReadonlyArray<OnlineDepth> | null | undefined;
  handlingArea?: ReadonlyArray<HandlingArea> | null | undefined;
  topics?: ReadonlyArray<string> | null | undefined;
}>;


export type ItemsFacetsQuery = { readonly items: { readonly totalCount: number, readonly facets: { readonly otherDivisions: number, readonly otherAgencies: number, readonly types: ReadonlyArray<FacetFieldsFragment>, readonly divisions: ReadonlyArray<FacetFieldsFragment>, readonly agencies: ReadonlyArray<FacetFieldsFragment>, readonly audience: ReadonlyArray<FacetFieldsFragment>, readonly onlineDepth: ReadonlyArray<FacetFieldsFragment>, readonly handlingArea: ReadonlyArray<FacetFieldsFragment> } } | null };

export type PartyFieldsFragment = { readonly role: PartyRole, readonly name: string, readonly creditCode: string | null };

export type MoneyFieldsFragment = { readonly value: string, readonly currency: string };

type OnePriceFields_Money_Fragment = (
  { readonly __typename: 'Money' }
  & MoneyFieldsFragment
);

type OnePriceFields_Rate_Fragment = { readonly __typename: 'Rate', readonly percent: string, readonly of: string | null, readonly meaning: RateMeaning | null, readonly raw: string | null };

type OnePriceFields_UnitPrice_Fragment = { readonly __typename: 'UnitPrice', readonly per: string, readonly raw: string | null, readonly amount: MoneyFieldsFragment };

type OnePriceFields_SeveralPrices_Fragment = { readonly __typename: 'SeveralPrices' };

type OnePriceFields_UnstatedPrice_Fragment = { readonly __typename: 'UnstatedPrice', readonly raw: string | null };

export type OnePriceFieldsFragment =
  | OnePriceFields_Money_Fragment
  | OnePriceFields_Rate_Fragment
  | OnePriceFields_UnitPrice_Fragment
  | OnePriceFields_SeveralPrices_Fragment
  | OnePriceFields_UnstatedPrice_Fragment
;

type PriceFields_Money_Fragment = OnePriceFields_Money_Fragment;

type PriceFields_Rate_Fragment = OnePriceFields_Rate_Fragment;

type PriceFields_UnitPrice_Fragment = OnePriceFields_UnitPrice_Fragment;

type PriceFields_SeveralPrices_Fragment = (
  { readonly raw: string | null, readonly parts: ReadonlyArray<{ readonly label: string | null, readonly price:
      | OnePriceFields_Money_Fragment
      | OnePriceFields_Rate_Fragment
      | OnePriceFields_UnitPrice_Fragment
      | OnePriceFields_SeveralPrices_Fragment
      | OnePriceFields_UnstatedPrice_Fragment
     }> }
  & OnePriceFields_SeveralPrices_Fragment
);

type PriceFields_UnstatedPrice_Fragment = OnePriceFields_UnstatedPrice_Fragment;

export type PriceFieldsFragment =
  | PriceFields_Money_Fragment
  | PriceFields_Rate_Fragment
  | PriceFields_UnitPrice_Fragment
  | PriceFields_SeveralPrices_Fragment
  | PriceFields_UnstatedPrice_Fragment
;

export type AwardFieldsFragment = { readonly rank: number | null, readonly bidders: ReadonlyArray<{ readonly name: string, readonly creditCode: string | null }>, readonly price:
    | PriceFields_Money_Fragment
    | PriceFields_Rate_Fragment
    | PriceFields_UnitPrice_Fragment
    | PriceFields_SeveralPrices_Fragment
    | PriceFields_UnstatedPrice_Fragment
   };

export type PeriodFieldsFragment = { readonly kind: NoticePeriodKind, readonly from: string | null, readonly to: string | null, readonly lastDayForObjection: string | null };

export type NoticeSummaryFieldsFragment = { readonly id: string, readonly kind: NoticeKind, readonly nature: NoticeNature | null, readonly sector: TradingSector, readonly title: string, readonly publishedAt: string, readonly url: string | null, readonly division: DivisionFieldsFragment | null, readonly project: { readonly code: string, readonly name: string, readonly ocid: string | null } | null, readonly lots: ReadonlyArray<{ readonly number: string, readonly name: string | null, readonly awards: ReadonlyArray<AwardFieldsFragment> }>, readonly period: PeriodFieldsFragment | null };

export type NoticeFieldsFragment = (
  { readonly jointBid: boolean | null, readonly media: ReadonlyArray<string>, readonly text: string | null, readonly unread: ReadonlyArray<string>, readonly parties: ReadonlyArray<PartyFieldsFragment>, readonly lots: ReadonlyArray<{ readonly tradeCode: string | null, readonly estimate: MoneyFieldsFragment | null, readonly bids: ReadonlyArray<{ readonly performance: string | null, readonly bidders: ReadonlyArray<{ readonly name: string, readonly creditCode: string | null }>, readonly price:
        | PriceFields_Money_Fragment
        | PriceFields_Rate_Fragment
        | PriceFields_UnitPrice_Fragment
        | PriceFields_SeveralPrices_Fragment
        | PriceFields_UnstatedPrice_Fragment
       }>, readonly awards: ReadonlyArray<{ readonly performance: string | null }> }>, readonly periods: ReadonlyArray<PeriodFieldsFragment>, readonly related: { readonly id: string, readonly title: string } | null, readonly first: { readonly id: string, readonly title: string } | null, readonly documentPrice: MoneyFieldsFragment | null, readonly provenance: ProvenanceFieldsFragment }
  & NoticeSummaryFieldsFragment
);

export type ProjectFieldsFragment = { readonly id: string, readonly code: string, readonly name: string, readonly ocid: string | null, readonly sector: TradingSector, readonly division: DivisionFieldsFragment | null, readonly notices: ReadonlyArray<NoticeSummaryFieldsFragment>, readonly provenance: ProvenanceFieldsFragment };

export type NoticesSearchQueryVariables = Exact<{
  text?: string | null | undefined;
  kinds?: ReadonlyArray<NoticeKind> | null | undefined;
  sectors?: ReadonlyArray<TradingSector> | null | undefined;
  divisions?: ReadonlyArray<string> | null | undefined;
  project?: string | null | undefined;
  publishedFrom?: string | null | undefined;
  publishedTo?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type NoticesSearchQuery = { readonly notices: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: NoticeSummaryFieldsFragment }>, readonly pageInfo: PageInfoFieldsFragment } | null };

export type NoticesGetQueryVariables = Exact<{
  id: string;
}>;


export type NoticesGetQuery = { readonly notice: NoticeFieldsFragment | null };

export type NoticesProjectQueryVariables = Exact<{
  code: string;
  source?: string | null | undefined;
}>;


export type NoticesProjectQuery = { readonly tradingProject: ProjectFieldsFragment | null };

export type SourceFieldsFragment = { readonly id: string, readonly key: string, readonly title: string, readonly owner: string | null, readonly ports: ReadonlyArray<string>, readonly divisions: ReadonlyArray<string>, readonly health: { readonly state: SourceState, readonly lastSuccessAt: string | null, readonly lastFailureAt: string | null, readonly lastFailureCode: ErrorCode | null, readonly operations: ReadonlyArray<{ readonly operation: string, readonly calls: number, readonly failures: number, readonly latencyP50Ms: number | null, readonly latencyP95Ms: number | null }> } | null };

export type SourcesListQueryVariables = Exact<{ [key: string]: never; }>;


export type SourcesListQuery = { readonly sources: ReadonlyArray<SourceFieldsFragment> | null };

export type SubmissionFieldsFragment = { readonly id: string, readonly receiptNumber: string, readonly state: SubmissionState, readonly stateReason: string | null, readonly mode: SubmissionMode, readonly itemVersion: string | null, readonly submittedAt: string, readonly answers: Readonly<Record<string, string | readonly string[]>>, readonly item: { readonly id: string, readonly code: string, readonly name: string } | null, readonly materials: ReadonlyArray<{ readonly key: string, readonly name: string, readonly satisfaction: MaterialSatisfaction }>, readonly custody: ReadonlyArray<{ readonly at: string, readonly action: CustodyAction, readonly note: string | null, readonly by: { readonly name: string, readonly branch: string | null, readonly operator: string | null } }>, readonly case: CaseFieldsFragment | null };

export type SubmissionSummaryFieldsFragment = { readonly id: string, readonly receiptNumber: string, readonly state: SubmissionState, readonly mode: SubmissionMode, readonly submittedAt: string, readonly item: { readonly id: string, readonly code: string, readonly name: string } | null, readonly case: { readonly id: string, readonly number: string, readonly state: CaseState, readonly light: CaseLight | null } | null };

export type SubmissionsSubmitMutationVariables = Exact<{
  item: string;
  division?: string | null | undefined;
  applicant: ApplicantReference;
  answers: Readonly<Record<string, string | readonly string[]>>;
  form?: Readonly<Record<string, string | number | boolean>> | null | undefined;
  materials: ReadonlyArray<SubmittedMaterialInput>;
  consent?: string | null | undefined;
  mode?: SubmissionMode | null | undefined;
  idempotencyKey: string;
}>;


export type SubmissionsSubmitMutation = { readonly submitCase: { readonly submission: SubmissionFieldsFragment | null, readonly userErrors: ReadonlyArray<UserErrorFieldsFragment> } | null };

export type SubmissionsGetQueryVariables = Exact<{
  id: string;
}>;


export type SubmissionsGetQuery = { readonly submission: SubmissionFieldsFragment | null };

export type SubmissionsListQueryVariables = Exact<{
  states?: ReadonlyArray<SubmissionState> | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SubmissionsListQuery = { readonly submissions: { readonly edges: ReadonlyArray<{ readonly node: SubmissionSummaryFieldsFragment }>, readonly pageInfo: PageInfoFieldsFragment } | null };

export type WebhookFieldsFragment = { readonly id: string, readonly url: string, readonly description: string | null, readonly types: ReadonlyArray<string> | null, readonly state: WebhookState, readonly stateReason: WebhookOutcome | null, readonly throughSequence: string, readonly waiting: number, readonly deadLetters: number, readonly failingSince: string | null, readonly nextAttemptAt: string | null, readonly createdAt: string };

export type WebhookSecretFieldsFragment = { readonly secret: string, readonly webhook: WebhookFieldsFragment };

export type WebhookAttemptFieldsFragment = { readonly sequence: string | null, readonly event: string, readonly attempt: number, readonly at: string, readonly durationMs: number, readonly outcome: WebhookOutcome, readonly status: number | null };

export type WebhooksListQueryVariables = Exact<{ [key: string]: never; }>;


export type WebhooksListQuery = { readonly webhooks: ReadonlyArray<WebhookFieldsFragment> | null };

export type WebhooksAttemptsQueryVariables = Exact<{
  webhook: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type WebhooksAttemptsQuery = { readonly webhookAttempts: { readonly edges: ReadonlyArray<{ readonly node: WebhookAttemptFieldsFragment }>, readonly pageInfo: PageInfoFieldsFragment } | null };

export type WebhooksDeadLettersQueryVariables = Exact<{
  webhook: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type WebhooksDeadLettersQuery = { readonly webhookDeadLetters: { readonly edges: ReadonlyArray<{ readonly node: { readonly sequence: string, readonly event: string, readonly attempts: number, readonly outcome: WebhookOutcome, readonly at: string } }>, readonly pageInfo: PageInfoFieldsFragment } | null };

export type WebhooksSigningKeysQueryVariables = Exact<{ [key: string]: never; }>;


export type WebhooksSigningKeysQuery = { readonly webhookSigningKeys: ReadonlyArray<{ readonly id: string, readonly algorithm: string, readonly publicKey: string }> | null };

export type WebhooksCreateMutationVariables = Exact<{
  url: string;
  types?: ReadonlyArray<string> | null | undefined;
  description?: string | null | undefined;
  afterSequence?: string | null | undefined;
}>;


export type WebhooksCreateMutation = { readonly createWebhook: { readonly issued: WebhookSecretFieldsFragment | null, readonly userErrors: ReadonlyArray<UserErrorFieldsFragment> } | null };

export type WebhooksUpdateMutationVariables = Exact<{
  id: string;
  input: UpdateWebhookInput;
}>;


export type WebhooksUpdateMutation = { readonly updateWebhook: { readonly webhook: WebhookFieldsFragment | null, readonly userErrors: ReadonlyArray<UserErrorFieldsFragment> } | null };

export type WebhooksDeleteMutationVariables = Exact<{
  id: string;
}>;


export type WebhooksDeleteMutation = { readonly deleteWebhook: { readonly webhook: WebhookFieldsFragment | null, readonly userErrors: ReadonlyArray<UserErrorFieldsFragment> } | null };

export type WebhooksRotateSecretMutationVariables = Exact<{
  id: string;
  overlapHours?: number | null | undefined;
}>;


export type WebhooksRotateSecretMutation = { readonly rotateWebhookSecret: { readonly issued: WebhookSecretFieldsFragment | null, readonly userErrors: ReadonlyArray<UserErrorFieldsFragment> } | null };

export type WebhooksSendTestMutationVariables = Exact<{
  id: string;
}>;


export type WebhooksSendTestMutation = { readonly sendTestEvent: { readonly attempt: WebhookAttemptFieldsFragment | null, readonly userErrors: ReadonlyArray<UserErrorFieldsFragment> } | null };

export type WebhooksReplayMutationVariables = Exact<{
  webhook: string;
  fromSequence?: string | null | undefined;
  deadLetters?: boolean | null | undefined;
}>;


export type WebhooksReplayMutation = { readonly replayEvents: { readonly webhook: WebhookFieldsFragment | null, readonly userErrors: ReadonlyArray<UserErrorFieldsFragment> } | null };

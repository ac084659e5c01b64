// Generated from packages/schema: change the SDL, then run "npm run generate".
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ItemEntity, AgencyEntity, MaterialRecord, CertificateTypeEntity, DivisionEntity } from '../items/record.ts';
import type { ItemConnectionEntity } from '../items/catalogue.ts';
import type { ProvenanceRecord, FieldProvenance as FieldProvenanceRecord } from '../../sources/source.ts';
import type { SourceEntity } from '../sources/record.ts';
import type { SourceQualityRecord, ConflictCount } from '../sources/quality-figures.ts';
import type { CaseEntity, CaseResultEntity } from '../cases/record.ts';
import type { SubmissionEntity } from '../submissions/record.ts';
import type { CertificateEntity, AccessRecordEntity } from '../certificates/record.ts';
import type { ConsentEntity } from '../consents/record.ts';
import type { NoticeEntity, ProjectEntity, NoticeConnectionEntity, LotEntity, AwardEntity, BidEntity, PriceEntity } from '../notices/record.ts';
import type { MoneyEntity } from '../money.ts';
import type { WebhookEntity } from '../events/webhooks/record.ts';
import type { NodeEntity } from '../node.ts';
import type { RequestContext } from '../request.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /**
   * A calendar day, YYYY-MM-DD, in Asia/Shanghai.
   * 日期,北京时间。
   */
  Date: { input: string; output: string; }
  /**
   * An instant, RFC 3339 with offset; written as +08:00.
   * 时间点,RFC 3339 格式,输出为东八区。
   */
  DateTime: { input: string; output: string; }
  /**
   * A time of day, HH:mm, in Asia/Shanghai.
   * 一天中的时刻,北京时间。
   */
  LocalTime: { input: string; output: string; }
  /**
   * An exact decimal number as a string; never a float.
   * 精确十进制数,以字符串表示。
   */
  Decimal: { input: string; output: string; }
  /**
   * An administrative division: 6, 9 or 12 digits (GB/T 2260 and the statistical code).
   * 行政区划代码,6、9 或 12 位。
   */
  DivisionCode: { input: string; output: string; }
  /**
   * A unified social credit code, 18 characters (GB 32100).
   * 统一社会信用代码。
   */
  CreditCode: { input: string; output: string; }
  /**
   * The code of a service item: national task or handling-item code, catalogue code, or a local form. Opaque to callers.
   * 事项编码:实施编码、业务办理项编码、基本编码或地方编码,调用方不应解析。
   */
  ItemCode: { input: string; output: string; }
  /**
   * A certificate type code, 21 characters: defining authority and serial (GB/T 36902).
   * 证照类型代码。
   */
  CertificateTypeCode: { input: string; output: string; }
  /**
   * A certificate identifier, 1.2.156.3005.2.… (GB/T 36904).
   * 电子证照标识。
   */
  CertificateIdentifier: { input: string; output: string; }
  /**
   * A currency, three letters (ISO 4217).
   * 币种代码。
   */
  CurrencyCode: { input: string; output: string; }
  /**
   * A position in a list. Opaque; valid for the same arguments only.
   * 分页游标,仅对相同参数有效。
   */
  Cursor: { input: string; output: string; }
  /**
   * An applicant as an opaque handle; it reveals nothing and works only for the client that received it.
   * 申请人句柄,不含个人信息,仅对获得它的接入方有效。
   */
  ApplicantHandle: { input: string; output: string; }
  /**
   * A key chosen by the client, 1 to 128 visible ASCII characters, that makes repeating a mutation safe.
   * 幂等键,1–128 个可见 ASCII 字符。
   */
  IdempotencyKey: { input: string; output: string; }
  /**
   * Answers to the situation questions of an item: an object of question key to option value.
   * 情形问题的回答,键为问题标识,值为选项值。
   */
  SituationAnswers: { input: Readonly<Record<string, string | readonly string[]>>; output: Readonly<Record<string, string | readonly string[]>>; }
  /**
   * The fields of an application form: an object of field name to string, number or boolean.
   * 申请表单字段。
   */
  FormData: { input: Readonly<Record<string, string | number | boolean>>; output: Readonly<Record<string, string | number | boolean>>; }
  /**
   * Plain facts of an event: an object of name to text, number, truth value or null. Holds no personal data.
   * 事件数据,不含个人信息。
   */
  EventData: { input: Readonly<Record<string, string | number | boolean | null>>; output: Readonly<Record<string, string | number | boolean | null>>; }
};

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
 * An applicant the client has identified. Numbers and names are masked; the handle is what later calls take.
 * 已核验的申请人,姓名与号码均已脱敏。
 */
export type Applicant = {
  /** Handle for later calls. 句柄。 */
  readonly handle: Scalars['ApplicantHandle']['output'];
  /** Person or organisation. 类型。 */
  readonly kind: ApplicantKind;
  /** Name, masked for persons. 姓名或名称,自然人脱敏。 */
  readonly name: Scalars['String']['output'];
  /** Document. 证件类型。 */
  readonly documentType: IdentityDocumentType;
  /** Number, masked for persons. 证件号码,自然人脱敏。 */
  readonly documentNumber: Scalars['String']['output'];
  /** How strongly identity was checked. 核验等级。 */
  readonly level: IdentityLevel;
  /** What the register of persons said when the applicant was identified; not kept, so null afterwards. 人口库核验结果,仅核验当时返回。 */
  readonly registerCheck: Maybe<RegisterCheck>;
  /** When the handle stops working. 句柄失效时间。 */
  readonly expiresAt: Scalars['DateTime']['output'];
};

/**
 * An applicant in front of the client.
 * 申请人身份信息。
 */
export type IdentifyApplicantInput = {
  /** Kind of document. 证件类型。 */
  readonly documentType: IdentityDocumentType;
  /** Number of the document. 证件号码。 */
  readonly documentNumber: Scalars['String']['input'];
  /** Name exactly as on the document. 姓名或名称。 */
  readonly name: Scalars['String']['input'];
  /** How identity was checked. 核验等级。 */
  readonly level: IdentityLevel;
};

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
 * The applicant, or what to correct.
 * 申请人核验结果。
 */
export type IdentifyApplicantPayload = {
  /** The applicant. 申请人。 */
  readonly applicant: Maybe<Applicant>;
  /** What to correct. 输入问题。 */
  readonly userErrors: ReadonlyArray<UserError>;
};

/**
 * Change something. Each payload says in `userErrors` what the caller must correct.
 * 变更入口。
 */
export type Mutation = {
  /** Exchange an identity for an opaque handle. The number is stored sealed and never sent back. 以身份信息换取句柄。 */
  readonly identifyApplicant: Maybe<IdentifyApplicantPayload>;
  /** Ask the citizen for permission to read certificates. 向申请人请求授权。 */
  readonly requestConsent: Maybe<ConsentPayload>;
  /** The citizen says yes or no, on their own device. 申请人在本人设备上同意或拒绝。 */
  readonly decideConsent: Maybe<ConsentPayload>;
  /** End a consent before its time. 撤销授权。 */
  readonly revokeConsent: Maybe<ConsentPayload>;
  /** Have events delivered to an address. The secret is shown this once. 新建回调,密钥仅显示一次。 */
  readonly createWebhook: Maybe<WebhookSecretPayload>;
  /** Change a webhook, pause it, or let it go on. 修改、暂停或恢复回调。 */
  readonly updateWebhook: Maybe<WebhookPayload>;
  /** Delete a webhook with all that waits for it; the feed keeps the events. 删除回调,事件仍可从事件流读取。 */
  readonly deleteWebhook: Maybe<WebhookPayload>;
  /** A new secret; the old one signs beside it for a while. 轮换密钥,旧密钥在重叠期内同时签名。 */
  readonly rotateWebhookSecret: Maybe<WebhookSecretPayload>;
  /** Send an event of the type `webhook.test` now. 立即发送测试事件。 */
  readonly sendTestEvent: Maybe<WebhookTestPayload>;
  /** Deliver again: everything from a number on, or what was given up. Receivers see the same identifiers. 重新投递。 */
  readonly replayEvents: Maybe<WebhookPayload>;
  /** Hand in an errand. The answer is a durable receipt; the owner's case follows. 提交申请,返回即已持久保存。 */
  readonly submitCase: Maybe<SubmitCasePayload>;
};


/**
 * Change something. Each payload says in `userErrors` what the caller must correct.
 * 变更入口。
 */
export type MutationIdentifyApplicantArgs = {
  input: IdentifyApplicantInput;
};


/**
 * Change something. Each payload says in `userErrors` what the caller must correct.
 * 变更入口。
 */
export type MutationRequestConsentArgs = {
  input: RequestConsentInput;
  idempotencyKey: Scalars['IdempotencyKey']['input'];
};


/**
 * Change something. Each payload says in `userErrors` what the caller must correct.
 * 变更入口。
 */
export type MutationDecideConsentArgs = {
  id: Scalars['ID']['input'];
  matchCode: Scalars['String']['input'];
  granted: Scalars['Boolean']['input'];
};


/**
 * Change something. Each payload says in `userErrors` what the caller must correct.
 * 变更入口。
 */
export type MutationRevokeConsentArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Change something. Each payload says in `userErrors` what the caller must correct.
 * 变更入口。
 */
export type MutationCreateWebhookArgs = {
  input: CreateWebhookInput;
};


/**
 * Change something. Each payload says in `userErrors` what the caller must correct.
 * 变更入口。
 */
export type MutationUpdateWebhookArgs = {
  id: Scalars['ID']['input'];
  input: UpdateWebhookInput;
};


/**
 * Change something. Each payload says in `userErrors` what the caller must correct.
 * 变更入口。
 */
export type MutationDeleteWebhookArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Change something. Each payload says in `userErrors` what the caller must correct.
 * 变更入口。
 */
export type MutationRotateWebhookSecretArgs = {
  id: Scalars['ID']['input'];
  overlapHours?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Change something. Each payload says in `userErrors` what the caller must correct.
 * 变更入口。
 */
export type MutationSendTestEventArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Change something. Each payload says in `userErrors` what the caller must correct.
 * 变更入口。
 */
export type MutationReplayEventsArgs = {
  webhook: Scalars['ID']['input'];
  fromSequence: InputMaybe<Scalars['String']['input']>;
  deadLetters: InputMaybe<Scalars['Boolean']['input']>;
};


/**
 * Change something. Each payload says in `userErrors` what the caller must correct.
 * 变更入口。
 */
export type MutationSubmitCaseArgs = {
  input: SubmitCaseInput;
  idempotencyKey: Scalars['IdempotencyKey']['input'];
};

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
 * The owning department's case, as the gateway mirrors it.
 * 办件:归业务属地所有,网关为镜像。
 */
export type Case = Node & {
  /** Global identifier. 全局标识。 */
  readonly id: Scalars['ID']['output'];
  /** Number at its owner; unique only together with the source, never to be parsed. 办件编号。 */
  readonly number: Scalars['String']['output'];
  /** State. 状态。 */
  readonly state: CaseState;
  /** State as the source wrote it. 原始状态代码。 */
  readonly rawState: Maybe<RawCode>;
  /** Version of the owner's data. 数据版本。 */
  readonly dataVersion: Scalars['Int']['output'];
  /** Whether it is in time; null when it has no clock. 时限灯。 */
  readonly light: Maybe<CaseLight>;
  /** Its clock; null until it is accepted. 办理时钟,受理前为空。 */
  readonly clock: Maybe<CaseClock>;
  /** Everything reported, oldest first. 办理过程,按时间先后。 */
  readonly history: ReadonlyArray<CaseEvent>;
  /** Supplements asked for. 补正告知。 */
  readonly supplements: ReadonlyArray<Supplement>;
  /** Result; null until decided. 办理结果。 */
  readonly result: Maybe<CaseResult>;
  /** Submission it came from. 收件。 */
  readonly submission: Maybe<Submission>;
  /** Where this came from. 数据来源。 */
  readonly provenance: Provenance;
};

/**
 * The legal clock of a case, in the unit of its limit.
 * 办理时钟。
 */
export type CaseClock = {
  /** Limit that applies. 适用时限。 */
  readonly limit: Duration;
  /** Day from which it counts; that day itself is not counted. 起算日,当日不计。 */
  readonly startedOn: Scalars['Date']['output'];
  /** Last day. 到期日。 */
  readonly dueOn: Scalars['Date']['output'];
  /** Working days counted so far. 已用工作日。 */
  readonly elapsed: Scalars['Int']['output'];
  /** Working days not counted. 扣除工作日。 */
  readonly suspended: Scalars['Int']['output'];
  /** Whether a year without a published calendar is touched, so that the date may change. 是否为暂定。 */
  readonly provisional: Scalars['Boolean']['output'];
};

/**
 * One report about a case.
 * 办件过程。
 */
export type CaseEvent = {
  /** When it happened at the owner. 发生时间。 */
  readonly at: Scalars['DateTime']['output'];
  /** State it led to. 状态。 */
  readonly state: CaseState;
  /** Role or unit that acted; never a person's name. 经办环节。 */
  readonly by: Maybe<Scalars['String']['output']>;
  /** Note of the owner. 说明。 */
  readonly note: Maybe<Scalars['String']['output']>;
  /** As the source wrote it. 原始代码。 */
  readonly raw: Maybe<RawCode>;
};

/**
 * What the owner asks to be supplemented, all at once.
 * 补正告知。
 */
export type Supplement = {
  /** When it was asked. 告知时间。 */
  readonly askedAt: Scalars['DateTime']['output'];
  /** Until when it must come. 补正期限。 */
  readonly dueOn: Maybe<Scalars['Date']['output']>;
  /** Parts. 补正内容。 */
  readonly parts: ReadonlyArray<SupplementPart>;
};

/**
 * One thing to supplement.
 * 补正项。
 */
export type SupplementPart = {
  /** Field of the form. 表单字段。 */
  readonly field: Maybe<Scalars['String']['output']>;
  /** Key or name of the material. 材料。 */
  readonly material: Maybe<Scalars['String']['output']>;
  /** Why. 原因。 */
  readonly reason: Scalars['String']['output'];
};

/**
 * How a case ended.
 * 办理结果。
 */
export type CaseResult = {
  /** Whether it was granted. 是否准予。 */
  readonly granted: Scalars['Boolean']['output'];
  /** When it was decided. 决定时间。 */
  readonly decidedAt: Maybe<Scalars['DateTime']['output']>;
  /** Reason, when refused. 理由。 */
  readonly reason: Maybe<Scalars['String']['output']>;
  /** Identifier of the certificate issued. 结果证照标识。 */
  readonly certificateIdentifier: Maybe<Scalars['CertificateIdentifier']['output']>;
  /** The certificate. Belongs to the errand, so the submission's own consent to its result applies; leaves an access record. 结果证照。 */
  readonly certificate: Maybe<Certificate>;
};

/**
 * Read what the city offers and has received.
 * 查询入口。
 */
export type Query = {
  /** One case of the caller. 查询办件。 */
  readonly case: Maybe<Case>;
  /** Certificates of a holder. Needs a granted consent that covers the types; each call uses it once. 查询持证主体的证照,须有有效授权。 */
  readonly certificates: Maybe<CertificateConnection>;
  /** Whether a certificate somebody shows is genuine and in force; tells nothing about its holder. 核验他人出示的证照,不返回持证人信息。 */
  readonly verifyCertificate: Maybe<CertificateVerification>;
  /** Who read personal data, newest first, for auditors. 用证记录(审计),最新在前。 */
  readonly accessRecords: Maybe<AccessRecordConnection>;
  /** Any object by its global identifier; only what the caller may see. 按全局标识查询。 */
  readonly node: Maybe<Node>;
  /** A consent the caller asked for or must answer. 查询授权。 */
  readonly consent: Maybe<Consent>;
  /** Events of the caller in order, without gaps. 按序读取本接入方的事件。 */
  readonly events: Maybe<EventPage>;
  /** Webhooks of the caller, oldest first. 回调列表。 */
  readonly webhooks: Maybe<ReadonlyArray<Webhook>>;
  /** Attempts to deliver, newest first. 投递记录,最新在前。 */
  readonly webhookAttempts: Maybe<WebhookAttemptConnection>;
  /** Events that were given up, oldest first. 未送达事件,先发生者在前。 */
  readonly webhookDeadLetters: Maybe<WebhookDeadLetterConnection>;
  /** Public keys with which the gateway signs deliveries (SM2). 网关签署回调所用国密公钥。 */
  readonly webhookSigningKeys: Maybe<ReadonlyArray<WebhookSigningKey>>;
  /**
   * One item by any of its codes; `division` decides when a catalogue code is handled in several places. Where that division
   * has several handling items of it, the error TB_HANDLING_ITEM_AMBIGUOUS lists their codes.
   * 按编码查事项。
   */
  readonly item: Maybe<ServiceItem>;
  /**
   * Several items by code, in the order asked for; null where there is none. A code that fails, for example because it is
   * ambiguous, is null with an error whose path ends in its place; the others are answered.
   * 按多个编码查事项,顺序一致;某个编码出错时仅该位置为空并附错误。
   */
  readonly itemsByCode: Maybe<ReadonlyArray<Maybe<ServiceItem>>>;
  /** Find items. 检索事项。 */
  readonly items: Maybe<ItemConnection>;
  /** One notice. 查询公告。 */
  readonly notice: Maybe<TradingNotice>;
  /** Find notices, newest first. 检索公告,最新在前。 */
  readonly notices: Maybe<NoticeConnection>;
  /** The notices of one project. 查询交易项目。 */
  readonly tradingProject: Maybe<TradingProject>;
  /** All sources with their health, for operators. 数据源列表与健康状况(运维)。 */
  readonly sources: Maybe<ReadonlyArray<Source>>;
  /** What exactly is needed for an errand with these answers, everything at once. 一次性告知所需材料。 */
  readonly checkMaterials: Maybe<MaterialsCheck>;
  /** One submission of the caller. 查询收件。 */
  readonly submission: Maybe<Submission>;
  /** Submissions of the caller, newest first. 收件列表,最新在前。 */
  readonly submissions: Maybe<SubmissionConnection>;
};


/**
 * Read what the city offers and has received.
 * 查询入口。
 */
export type QueryCaseArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Read what the city offers and has received.
 * 查询入口。
 */
export type QueryCertificatesArgs = {
  holder: Scalars['ApplicantHandle']['input'];
  consent: Scalars['ID']['input'];
  types: InputMaybe<ReadonlyArray<Scalars['CertificateTypeCode']['input']>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['Cursor']['input']>;
};


/**
 * Read what the city offers and has received.
 * 查询入口。
 */
export type QueryVerifyCertificateArgs = {
  identifier: Scalars['CertificateIdentifier']['input'];
  purpose: Scalars['String']['input'];
};


/**
 * Read what the city offers and has received.
 * 查询入口。
 */
export type QueryAccessRecordsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['Cursor']['input']>;
};


/**
 * Read what the city offers and has received.
 * 查询入口。
 */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Read what the city offers and has received.
 * 查询入口。
 */
export type QueryConsentArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Read what the city offers and has received.
 * 查询入口。
 */
export type QueryEventsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  types: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  wait?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Read what the city offers and has received.
 * 查询入口。
 */
export type QueryWebhookAttemptsArgs = {
  webhook: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['Cursor']['input']>;
};


/**
 * Read what the city offers and has received.
 * 查询入口。
 */
export type QueryWebhookDeadLettersArgs = {
  webhook: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['Cursor']['input']>;
};


/**
 * Read what the city offers and has received.
 * 查询入口。
 */
export type QueryItemArgs = {
  code: Scalars['ItemCode']['input'];
  division: InputMaybe<Scalars['DivisionCode']['input']>;
};


/**
 * Read what the city offers and has received.
 * 查询入口。
 */
export type QueryItemsByCodeArgs = {
  codes: ReadonlyArray<Scalars['ItemCode']['input']>;
  division: InputMaybe<Scalars['DivisionCode']['input']>;
};


/**
 * Read what the city offers and has received.
 * 查询入口。
 */
export type QueryItemsArgs = {
  filter: InputMaybe<ItemFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['Cursor']['input']>;
};


/**
 * Read what the city offers and has received.
 * 查询入口。
 */
export type QueryNoticeArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Read what the city offers and has received.
 * 查询入口。
 */
export type QueryNoticesArgs = {
  filter: InputMaybe<NoticeFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['Cursor']['input']>;
};


/**
 * Read what the city offers and has received.
 * 查询入口。
 */
export type QueryTradingProjectArgs = {
  code: Scalars['String']['input'];
  source: InputMaybe<Scalars['String']['input']>;
};


/**
 * Read what the city offers and has received.
 * 查询入口。
 */
export type QueryCheckMaterialsArgs = {
  item: Scalars['ItemCode']['input'];
  division: InputMaybe<Scalars['DivisionCode']['input']>;
  answers: InputMaybe<Scalars['SituationAnswers']['input']>;
  applicant: InputMaybe<ApplicantReference>;
  consent: InputMaybe<Scalars['ID']['input']>;
};


/**
 * Read what the city offers and has received.
 * 查询入口。
 */
export type QuerySubmissionArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Read what the city offers and has received.
 * 查询入口。
 */
export type QuerySubmissionsArgs = {
  states: InputMaybe<ReadonlyArray<SubmissionState>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['Cursor']['input']>;
};

/**
 * A type of certificate.
 * 证照类型。
 */
export type CertificateType = {
  /** Code, 21 characters. 证照类型代码。 */
  readonly code: Scalars['CertificateTypeCode']['output'];
  /** Name, when known. 证照名称。 */
  readonly name: Maybe<Scalars['String']['output']>;
};

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
 * An electronic certificate. Reading it needs the holder's consent and leaves an access record.
 * 电子证照,查阅须经授权并留痕。
 */
export type Certificate = Node & {
  /** Global identifier. 全局标识。 */
  readonly id: Scalars['ID']['output'];
  /** Certificate identifier. 证照标识。 */
  readonly identifier: Scalars['CertificateIdentifier']['output'];
  /** Type. 证照类型。 */
  readonly type: CertificateType;
  /** Name. 证照名称。 */
  readonly name: Scalars['String']['output'];
  /** Number, masked for natural persons. 证照编号,自然人脱敏。 */
  readonly number: Maybe<Scalars['String']['output']>;
  /** Holder, masked for natural persons. 持证主体,自然人脱敏。 */
  readonly holder: Scalars['String']['output'];
  /** Issuing body. 颁发机构。 */
  readonly issuer: Issuer;
  /** Day of issue. 颁发日期。 */
  readonly issuedOn: Maybe<Scalars['Date']['output']>;
  /** First day of validity. 有效期起始。 */
  readonly validFrom: Maybe<Scalars['Date']['output']>;
  /** Last day of validity; null with `openEnded` true means no end. 有效期截止。 */
  readonly validTo: Maybe<Scalars['Date']['output']>;
  /** Whether it has no end. 是否长期有效。 */
  readonly openEnded: Scalars['Boolean']['output'];
  /** State as the source gives it. 状态。 */
  readonly status: CertificateStatus;
  /** State as the source wrote it. 原始状态代码。 */
  readonly rawStatus: Maybe<RawCode>;
  /** What the face shows, masked where it identifies a person. 照面信息。 */
  readonly face: ReadonlyArray<CertificateFaceField>;
  /** Warnings about its identifier or data, for example a wrong check character. 数据质量提示。 */
  readonly warnings: ReadonlyArray<Scalars['String']['output']>;
  /** Ask the platform whether it holds now. 实时核验。 */
  readonly verification: Maybe<CertificateVerification>;
  /** A link to the file that lives a few minutes and works for this client only. 限时文件链接。 */
  readonly file: Maybe<CertificateFile>;
  /** Where this came from. 数据来源。 */
  readonly provenance: Provenance;
};


/**
 * An electronic certificate. Reading it needs the holder's consent and leaves an access record.
 * 电子证照,查阅须经授权并留痕。
 */
export type CertificateFileArgs = {
  format?: CertificateFileFormat;
};

/**
 * A field on the face of a certificate.
 * 照面字段。
 */
export type CertificateFaceField = {
  /** Label. 字段名称。 */
  readonly name: Scalars['String']['output'];
  /** Value. 字段值。 */
  readonly value: Maybe<Scalars['String']['output']>;
};

/**
 * Form of a certificate file.
 * 证照文件格式。
 */
export type CertificateFileFormat =
  /** OFD document (GB/T 33190). OFD 版式文件。 */
  | 'OFD'
  /** PNG picture. PNG 图片。 */
  | 'PNG';

/**
 * A link to a certificate file.
 * 证照文件链接。
 */
export type CertificateFile = {
  /** Address at this gateway; needs the same client's token. 地址。 */
  readonly url: Scalars['String']['output'];
  /** Media type. 媒体类型。 */
  readonly mediaType: Scalars['String']['output'];
  /** When the link stops working. 失效时间。 */
  readonly expiresAt: Scalars['DateTime']['output'];
};

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
 * What the issuing platform says about a certificate now.
 * 核验结果。
 */
export type CertificateVerification = {
  /** Outcome. 结论。 */
  readonly status: VerificationStatus;
  /** State in the register. 登记状态。 */
  readonly certificateStatus: CertificateStatus;
  /** Who vouches for it. 签发或核验主体。 */
  readonly signedBy: Maybe<Scalars['String']['output']>;
  /** When it was checked. 核验时间。 */
  readonly checkedAt: Scalars['DateTime']['output'];
  /** Where the answer came from. 数据来源。 */
  readonly provenance: Provenance;
};

/**
 * A page of certificates.
 * 证照分页。
 */
export type CertificateConnection = {
  /** Edges. 边。 */
  readonly edges: ReadonlyArray<CertificateEdge>;
  /** Where the page stands. 分页信息。 */
  readonly pageInfo: PageInfo;
};

/**
 * A certificate in a page.
 * 分页中的证照。
 */
export type CertificateEdge = {
  /** Cursor. 游标。 */
  readonly cursor: Scalars['Cursor']['output'];
  /** The certificate. 证照。 */
  readonly node: Certificate;
};

/**
 * Proof that somebody read personal data.
 * 用证记录。
 */
export type AccessRecord = Node & {
  /** Global identifier. 全局标识。 */
  readonly id: Scalars['ID']['output'];
  /** When. 时间。 */
  readonly at: Scalars['DateTime']['output'];
  /** Client that read. 接入方。 */
  readonly client: Scalars['String']['output'];
  /** Operator at the counter, as named by the client. 经办人。 */
  readonly operator: Maybe<Scalars['String']['output']>;
  /** What was read, for example certificate, file, verification. 动作。 */
  readonly action: Scalars['String']['output'];
  /** Type of the certificate. 证照类型。 */
  readonly certificateType: Maybe<Scalars['CertificateTypeCode']['output']>;
  /** Purpose named in the consent. 用途。 */
  readonly purpose: Maybe<Scalars['String']['output']>;
  /** Consent it rested on. 授权。 */
  readonly consentId: Maybe<Scalars['ID']['output']>;
  /** Request in which it happened. 请求标识。 */
  readonly requestId: Scalars['String']['output'];
};

/**
 * A page of access records.
 * 用证记录分页。
 */
export type AccessRecordConnection = {
  /** Edges. 边。 */
  readonly edges: ReadonlyArray<AccessRecordEdge>;
  /** Where the page stands. 分页信息。 */
  readonly pageInfo: PageInfo;
};

/**
 * An access record in a page.
 * 分页中的用证记录。
 */
export type AccessRecordEdge = {
  /** Cursor. 游标。 */
  readonly cursor: Scalars['Cursor']['output'];
  /** The record. 记录。 */
  readonly node: AccessRecord;
};

/**
 * Something with a global identifier.
 * 具有全局标识的对象。
 */
export type Node = {
  /** Global identifier, opaque. 全局标识,不可解析。 */
  readonly id: Scalars['ID']['output'];
};

/**
 * Where a page stands in its list.
 * 分页信息。
 */
export type PageInfo = {
  /** Cursor of the first edge. 首条游标。 */
  readonly startCursor: Maybe<Scalars['Cursor']['output']>;
  /** Cursor of the last edge; pass it as `after`. 末条游标。 */
  readonly endCursor: Maybe<Scalars['Cursor']['output']>;
  /** Whether more follow. 是否有下一页。 */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether more precede. 是否有上一页。 */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
};

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
 * Which source something came from, when, and how current it is.
 * 数据来源与时效。
 */
export type Provenance = {
  /** The source; null when it is no longer configured. 数据源,已不在配置中时为空。 */
  readonly source: Maybe<Source>;
  /** When the gateway read it. 网关读取时间。 */
  readonly fetchedAt: Scalars['DateTime']['output'];
  /** The moment the source vouches for, when it says so. 数据源声明的数据时点。 */
  readonly asOf: Maybe<Scalars['DateTime']['output']>;
  /** How current it is. 新鲜度。 */
  readonly freshness: Freshness;
  /** Seconds since the gateway read it, when this answer is given. 自网关读取至本次应答的秒数。 */
  readonly ageSeconds: Scalars['Int']['output'];
  /** Fields that came from elsewhere or at another time than the rest, are in doubt, or were left out. 来源或时点与整体不同、存疑或未予显示的字段。 */
  readonly fields: ReadonlyArray<FieldProvenance>;
  /** Other sources that were asked for the same and did not answer. 同时询问而未回应的其他数据源。 */
  readonly unanswered: ReadonlyArray<Source>;
  /** What the reader should know about how current this is; null when there is nothing to say. 时效说明,无须说明时为空。 */
  readonly message: Maybe<Scalars['String']['output']>;
};

/**
 * Where one field came from, when that differs from the rest.
 * 单个字段的数据来源与时效。
 */
export type FieldProvenance = {
  /** Field of the object, as its source is read. 字段路径。 */
  readonly path: Scalars['String']['output'];
  /** The source; null when it is no longer configured. 数据源,已不在配置中时为空。 */
  readonly source: Maybe<Source>;
  /** When the gateway read it. 网关读取时间。 */
  readonly fetchedAt: Scalars['DateTime']['output'];
  /** How current it is. 新鲜度。 */
  readonly freshness: Freshness;
  /** Why it was left out or is in doubt; null when it only came from elsewhere. 未予显示或存疑的原因。 */
  readonly reason: Maybe<FieldDoubt>;
  /** The same in plain words, in the language of the request. 说明。 */
  readonly message: Scalars['String']['output'];
};

/**
 * Why a field was left out, or why its value is in doubt.
 * 字段未予显示或存疑的原因。
 */
export type FieldDoubt =
  /** The last good copy is too old for this field; it is left out. 副本已超过该字段的保留时限,未予显示。 */
  | 'TOO_OLD'
  /** Sources say different things; the one that comes first is shown. 各数据源记载不一致,显示次序在先者。 */
  | 'CONFLICT';

/**
 * A code as the source wrote it, with the table that gives it meaning.
 * 数据源原始代码及其代码表版本。
 */
export type RawCode = {
  /** The system whose table it is. 所属系统。 */
  readonly system: Scalars['String']['output'];
  /** The code, unchanged. 原始代码。 */
  readonly code: Scalars['String']['output'];
  /** Version of the code table. 代码表版本。 */
  readonly tableVersion: Scalars['String']['output'];
};

/**
 * An amount of money. Always yuan-like major units, whatever unit the source used.
 * 金额,一律换算为元等主单位。
 */
export type Money = {
  /** Exact amount in major units. 精确金额。 */
  readonly value: Scalars['Decimal']['output'];
  /** Currency. 币种。 */
  readonly currency: Scalars['CurrencyCode']['output'];
  /** The amount as the source stated it, when it is kept. 数据源载明的数额与单位。 */
  readonly stated: Maybe<StatedAmount>;
};

/**
 * An amount as it was stated, in a unit of its currency.
 * 数据源载明的数额及其单位。
 */
export type StatedAmount = {
  /** Amount, unchanged. 数额。 */
  readonly value: Scalars['Decimal']['output'];
  /** Unit, for example 万元. 单位。 */
  readonly unit: Scalars['String']['output'];
};

/**
 * An administrative division.
 * 行政区划。
 */
export type Division = {
  /** Code, 12 digits. 12 位代码。 */
  readonly code: Scalars['DivisionCode']['output'];
  /** Name, when the code is in the current or withdrawn table. 名称。 */
  readonly name: Maybe<Scalars['String']['output']>;
  /** Name with its parents, for example 浙江省绍兴市越城区. 全称。 */
  readonly fullName: Maybe<Scalars['String']['output']>;
};

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
 * When a place is open on a day.
 * 办公时间。
 */
export type OpeningHours = {
  /** Day of the week; working Saturdays and Sundays follow the holiday notice. 星期。 */
  readonly day: Weekday;
  /** Opens. 开始时间。 */
  readonly from: Scalars['LocalTime']['output'];
  /** Closes. 结束时间。 */
  readonly to: Scalars['LocalTime']['output'];
};

/**
 * An agency that handles service items.
 * 实施机构。
 */
export type Agency = Node & {
  /** Global identifier. 全局标识。 */
  readonly id: Scalars['ID']['output'];
  /** Unified social credit code, when the source has a valid one. 统一社会信用代码。 */
  readonly creditCode: Maybe<Scalars['CreditCode']['output']>;
  /** Code as the source writes it. 来源系统机构代码。 */
  readonly code: Scalars['String']['output'];
  /** Name. 名称。 */
  readonly name: Scalars['String']['output'];
  /** Division it serves. 所属区划。 */
  readonly division: Maybe<Division>;
  /** Address of the counter. 办理地点。 */
  readonly address: Maybe<Scalars['String']['output']>;
  /** Telephone of the counter. 咨询电话。 */
  readonly telephone: Maybe<Scalars['String']['output']>;
  /** Telephone for complaints. 监督电话。 */
  readonly complaintTelephone: Maybe<Scalars['String']['output']>;
  /** Opening hours. 办公时间。 */
  readonly openingHours: ReadonlyArray<OpeningHours>;
  /** Where this came from. 数据来源。 */
  readonly provenance: Provenance;
};

/**
 * A problem with the input of a mutation, meant for the person who entered it.
 * 输入问题,供经办人更正。
 */
export type UserError = {
  /** Stable code. 错误代码。 */
  readonly code: ErrorCode;
  /** Path into the input, for example ["materials", "0", "certificate"]. 输入路径。 */
  readonly path: ReadonlyArray<Scalars['String']['output']>;
  /** What is wrong and what to do, in the language of the request. 说明与处理建议。 */
  readonly message: Scalars['String']['output'];
};

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
 * A citizen's permission to read certificates, for one client and one purpose.
 * 授权:申请人允许某接入方为某用途查阅电子证照。
 */
export type Consent = Node & {
  /** Global identifier. 全局标识。 */
  readonly id: Scalars['ID']['output'];
  /** State. 状态。 */
  readonly state: ConsentState;
  /** Types it covers. 授权的证照类型。 */
  readonly certificateTypes: ReadonlyArray<CertificateType>;
  /** What for. 用途。 */
  readonly purpose: Scalars['String']['output'];
  /** Name of the client that asked. 申请授权的接入方。 */
  readonly client: Scalars['String']['output'];
  /** How many readings it allows, and how many errands may rest on them. 允许使用次数,可据此提交的申请数亦不超过此数。 */
  readonly uses: Scalars['Int']['output'];
  /** How many are left. 剩余次数。 */
  readonly usesLeft: Scalars['Int']['output'];
  /** When it was asked for. 申请时间。 */
  readonly requestedAt: Scalars['DateTime']['output'];
  /** When the citizen answered. 答复时间。 */
  readonly decidedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it ends. 失效时间。 */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** Short code shown on the counter's screen and on the phone, so that both know they mean the same request. 核对码。 */
  readonly matchCode: Scalars['String']['output'];
};

/**
 * What to ask the citizen for.
 * 授权申请。
 */
export type RequestConsentInput = {
  /** Whose certificates. 申请人。 */
  readonly applicant: Scalars['ApplicantHandle']['input'];
  /** Which types. 证照类型。 */
  readonly certificateTypes: ReadonlyArray<Scalars['CertificateTypeCode']['input']>;
  /** What for, in words the citizen understands, 200 characters at most. 用途,至多 200 字。 */
  readonly purpose: Scalars['String']['input'];
  /** How many readings, 1 to 20. 使用次数。 */
  readonly uses?: InputMaybe<Scalars['Int']['input']>;
  /** How long it may be used once granted, in minutes, 1 to 1440. 有效分钟数。 */
  readonly validMinutes?: InputMaybe<Scalars['Int']['input']>;
};

/**
 * The consent, or what to correct.
 * 授权结果。
 */
export type ConsentPayload = {
  /** The consent. 授权。 */
  readonly consent: Maybe<Consent>;
  /** What to correct. 输入问题。 */
  readonly userErrors: ReadonlyArray<UserError>;
};

/**
 * One step of an errand of the caller. A webhook carries the very same event under the same number.
 * 接入方的一条办理事件,与网络回调内容及序号一致。
 */
export type Event = {
  /** Identifier; the same in every delivery, so that a receiver can tell a repetition. 事件标识,重复投递时不变。 */
  readonly id: Scalars['ID']['output'];
  /** Number of the event, counted from 1 for each client without gaps. 序号,按接入方从 1 起连续编号。 */
  readonly sequence: Scalars['String']['output'];
  /** Who knows everything through this number misses nothing before this event; what lies between was left out by `types`. 本事件之前应已收到的序号。 */
  readonly previous: Scalars['String']['output'];
  /** What happened, for example `case.decided`; new ones are added over time. 事件类型。 */
  readonly type: Scalars['String']['output'];
  /** When it happened. 发生时间。 */
  readonly at: Scalars['DateTime']['output'];
  /** Identifier of the submission. 收件标识。 */
  readonly submission: Maybe<Scalars['ID']['output']>;
  /** Identifier of the case, once there is one. 办件标识。 */
  readonly case: Maybe<Scalars['ID']['output']>;
  /** What is said about it. 事件数据。 */
  readonly data: Scalars['EventData']['output'];
};

/**
 * A part of the feed, in order.
 * 事件流片段,按序号排列。
 */
export type EventPage = {
  /** Events, oldest first. 事件,先发生者在前。 */
  readonly events: ReadonlyArray<Event>;
  /** Everything through this number is on this page or was left out by `types`; ask on with it as `after`. 本页已涵盖至此序号,续取时作为 `after`。 */
  readonly throughSequence: Scalars['String']['output'];
  /** Whether more follow at once. 是否还有后续事件。 */
  readonly hasMore: Scalars['Boolean']['output'];
  /** Number of the latest event of the caller, "0" when there is none. 最新事件序号。 */
  readonly lastSequence: Scalars['String']['output'];
};

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
 * An address of the client that receives its events.
 * 接收事件的回调地址。
 */
export type Webhook = {
  /** Global identifier. 全局标识。 */
  readonly id: Scalars['ID']['output'];
  /** Address. 地址。 */
  readonly url: Scalars['String']['output'];
  /** What it is for, in words of the client. 说明。 */
  readonly description: Maybe<Scalars['String']['output']>;
  /** Only these types of events; null for all. 事件类型,空为全部。 */
  readonly types: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** State. 状态。 */
  readonly state: WebhookState;
  /** Why it is paused or disabled: how the last attempt ended; null when the client paused it itself. 暂停或停用原因。 */
  readonly stateReason: Maybe<WebhookOutcome>;
  /** Everything through this number has been delivered, waits for repetition, or was left out by `types`. 已处理至此序号。 */
  readonly throughSequence: Scalars['String']['output'];
  /** How many events wait for repetition. 待重试数。 */
  readonly waiting: Scalars['Int']['output'];
  /** How many events were given up. 已放弃数。 */
  readonly deadLetters: Scalars['Int']['output'];
  /** Since when no attempt has succeeded; null when the last one did. 连续失败起始时间。 */
  readonly failingSince: Maybe<Scalars['DateTime']['output']>;
  /** When the next attempt is due, while attempts fail. 下次尝试时间。 */
  readonly nextAttemptAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was created. 创建时间。 */
  readonly createdAt: Scalars['DateTime']['output'];
};

/**
 * A webhook with its new secret, which is shown this once.
 * 回调及其新密钥,密钥仅显示一次。
 */
export type WebhookSecret = {
  /** The webhook. 回调。 */
  readonly webhook: Webhook;
  /** Secret of Standard Webhooks, `whsec_` and Base64. 签名密钥。 */
  readonly secret: Scalars['String']['output'];
};

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
 * One attempt to deliver an event.
 * 一次投递尝试。
 */
export type WebhookAttempt = {
  /** Number of the event; null for a test. 事件序号,测试时为空。 */
  readonly sequence: Maybe<Scalars['String']['output']>;
  /** Identifier of the event, as in the header `webhook-id`. 事件标识。 */
  readonly event: Scalars['ID']['output'];
  /** Which attempt, from 1. 第几次。 */
  readonly attempt: Scalars['Int']['output'];
  /** When it began. 时间。 */
  readonly at: Scalars['DateTime']['output'];
  /** How long it took, in milliseconds. 耗时毫秒。 */
  readonly durationMs: Scalars['Int']['output'];
  /** How it ended. 结果。 */
  readonly outcome: WebhookOutcome;
  /** Status of the answer, when there was one. HTTP 状态码。 */
  readonly status: Maybe<Scalars['Int']['output']>;
};

/**
 * An event that was given up after its last attempt.
 * 最终未能送达的事件。
 */
export type WebhookDeadLetter = {
  /** Number of the event. 事件序号。 */
  readonly sequence: Scalars['String']['output'];
  /** Identifier of the event. 事件标识。 */
  readonly event: Scalars['ID']['output'];
  /** How often it was tried. 尝试次数。 */
  readonly attempts: Scalars['Int']['output'];
  /** How the last attempt ended. 最后一次结果。 */
  readonly outcome: WebhookOutcome;
  /** When it was given up. 放弃时间。 */
  readonly at: Scalars['DateTime']['output'];
};

/**
 * A page of attempts.
 * 投递尝试分页。
 */
export type WebhookAttemptConnection = {
  /** Edges. 边。 */
  readonly edges: ReadonlyArray<WebhookAttemptEdge>;
  /** Where the page stands. 分页信息。 */
  readonly pageInfo: PageInfo;
};

/**
 * An attempt in a page.
 * 分页中的投递尝试。
 */
export type WebhookAttemptEdge = {
  /** Cursor. 游标。 */
  readonly cursor: Scalars['Cursor']['output'];
  /** The attempt. 投递尝试。 */
  readonly node: WebhookAttempt;
};

/**
 * A page of dead letters.
 * 未送达事件分页。
 */
export type WebhookDeadLetterConnection = {
  /** Edges. 边。 */
  readonly edges: ReadonlyArray<WebhookDeadLetterEdge>;
  /** Where the page stands. 分页信息。 */
  readonly pageInfo: PageInfo;
};

/**
 * A dead letter in a page.
 * 分页中的未送达事件。
 */
export type WebhookDeadLetterEdge = {
  /** Cursor. 游标。 */
  readonly cursor: Scalars['Cursor']['output'];
  /** The dead letter. 未送达事件。 */
  readonly node: WebhookDeadLetter;
};

/**
 * A public key with which the gateway signs deliveries.
 * 网关签署回调所用公钥。
 */
export type WebhookSigningKey = {
  /** Identifier, as in the signature: `vsm2,IDENTIFIER.SIGNATURE`. 密钥标识。 */
  readonly id: Scalars['String']['output'];
  /** Algorithm. 算法。 */
  readonly algorithm: Scalars['String']['output'];
  /** Public key, `04` and 128 hexadecimal digits. 公钥。 */
  readonly publicKey: Scalars['String']['output'];
};

/**
 * A webhook to create.
 * 新建回调。
 */
export type CreateWebhookInput = {
  /** Address, https. 地址。 */
  readonly url: Scalars['String']['input'];
  /** Only these types of events, 50 at most; all when left out. 事件类型。 */
  readonly types?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** What it is for, 200 characters at most. 说明。 */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** Deliver what happened after this number, too; only what is new when left out. 自此序号之后开始投递。 */
  readonly afterSequence?: InputMaybe<Scalars['String']['input']>;
};

/**
 * What to change of a webhook; what is left out stays.
 * 修改回调。
 */
export type UpdateWebhookInput = {
  /** Address, https. 地址。 */
  readonly url?: InputMaybe<Scalars['String']['input']>;
  /** Only these types of events; null for all. 事件类型,空为全部。 */
  readonly types?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** What it is for. 说明。 */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** ACTIVE goes on with what waits, PAUSED lets events wait. 状态。 */
  readonly state?: InputMaybe<WebhookState>;
};

/**
 * The webhook with its secret, or what to correct.
 * 新建或轮换结果。
 */
export type WebhookSecretPayload = {
  /** The webhook with its secret. 回调及密钥。 */
  readonly issued: Maybe<WebhookSecret>;
  /** What to correct. 输入问题。 */
  readonly userErrors: ReadonlyArray<UserError>;
};

/**
 * The webhook, or what to correct.
 * 修改结果。
 */
export type WebhookPayload = {
  /** The webhook. 回调。 */
  readonly webhook: Maybe<Webhook>;
  /** What to correct. 输入问题。 */
  readonly userErrors: ReadonlyArray<UserError>;
};

/**
 * How the test went, or what to correct.
 * 测试结果。
 */
export type WebhookTestPayload = {
  /** The attempt. 投递尝试。 */
  readonly attempt: Maybe<WebhookAttempt>;
  /** What to correct. 输入问题。 */
  readonly userErrors: ReadonlyArray<UserError>;
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
 * Level of government that exercises the power (table A.2).
 * 行使层级。
 */
export type ExerciseLevel =
  /** 国家级 National. */
  | 'NATIONAL'
  /** 省级 Province. */
  | 'PROVINCE'
  /** 市级 City. */
  | 'CITY'
  /** 县级 County. */
  | 'COUNTY'
  /** 镇(乡、街道)级 Township. */
  | 'TOWNSHIP'
  /** 村(社区)级 Village. */
  | 'VILLAGE'
  /** 分级管理 Shared between levels. */
  | 'SHARED';

/**
 * Legal nature of the handling body (table A.3).
 * 实施主体性质。
 */
export type AuthorityKind =
  /** 法定机关 Statutory body. */
  | 'STATUTORY'
  /** 授权组织 Authorised organisation. */
  | 'AUTHORISED'
  /** 受委托组织 Entrusted organisation. */
  | 'ENTRUSTED'
  /** 其他 Other. */
  | 'OTHER';

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
 * An amount of time.
 * 时长。
 */
export type Duration = {
  /** How many. 数量。 */
  readonly amount: Scalars['Int']['output'];
  /** Of what. 单位。 */
  readonly unit: TimeUnit;
  /** Explanation. 说明。 */
  readonly note: Maybe<Scalars['String']['output']>;
};

/**
 * A time limit as an item states it. Sources write units in tables that contradict each other.
 * 事项载明的时限。
 */
export type StatedDuration = {
  /** How many. 数量。 */
  readonly amount: Scalars['Int']['output'];
  /** Of what; null when the source does not say it readably. 单位,来源未载明或无法识别时为空。 */
  readonly unit: Maybe<TimeUnit>;
  /** Unit as the source wrote it. 单位原始代码。 */
  readonly rawUnit: Maybe<RawCode>;
  /** Explanation. 说明。 */
  readonly note: Maybe<Scalars['String']['output']>;
};

/**
 * How long an item may take.
 * 办理时限。
 */
export type TimeLimit = {
  /** By law. 法定时限。 */
  readonly statutory: Maybe<StatedDuration>;
  /** As promised. 承诺时限。 */
  readonly promised: Maybe<StatedDuration>;
};

/**
 * Something to be paid.
 * 收费项目。
 */
export type Fee = {
  /** Name. 名称。 */
  readonly name: Scalars['String']['output'];
  /** Amount; null when it depends on the case. 金额,视情形而定时为空。 */
  readonly amount: Maybe<Money>;
  /** How it is computed when there is no fixed amount. 计费方式。 */
  readonly formula: Maybe<Scalars['String']['output']>;
  /** Legal basis. 收费依据。 */
  readonly basis: Maybe<Scalars['String']['output']>;
};

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
 * A certificate that can stand in for a material.
 * 可替代材料的电子证照。
 */
export type SatisfyingCertificate = {
  /** Type of the certificate. 证照类型。 */
  readonly certificateType: CertificateType;
  /** Body that issues it. 颁发机构。 */
  readonly issuer: Maybe<Issuer>;
};

/**
 * A body that issues certificates.
 * 颁证机构。
 */
export type Issuer = {
  /** Name. 名称。 */
  readonly name: Scalars['String']['output'];
  /** Unified social credit code. 统一社会信用代码。 */
  readonly creditCode: Maybe<Scalars['CreditCode']['output']>;
};

/**
 * Something to be handed in.
 * 申请材料。
 */
export type Material = {
  /** Key within the item. 事项内材料标识。 */
  readonly key: Scalars['String']['output'];
  /** Name. 名称。 */
  readonly name: Scalars['String']['output'];
  /** Whether it must be handed in; null when the source does not say it readably. 必要性,来源未载明或无法识别时为空。 */
  readonly necessity: Maybe<MaterialNecessity>;
  /** Necessity as the source wrote it. 必要性原始代码。 */
  readonly rawNecessity: Maybe<RawCode>;
  /** In which form; null when the source does not say it readably. 形式,来源未载明或无法识别时为空。 */
  readonly form: Maybe<MaterialForm>;
  /** Form as the source wrote it. 形式原始代码。 */
  readonly rawForm: Maybe<RawCode>;
  /** Where it comes from; null when the source does not say it readably. 来源渠道,来源未载明或无法识别时为空。 */
  readonly source: Maybe<MaterialSource>;
  /** Where it comes from, as the source wrote it. 来源渠道原始代码。 */
  readonly rawSource: Maybe<RawCode>;
  /** How many copies. 份数。 */
  readonly copies: Maybe<Scalars['Int']['output']>;
  /** File types accepted, for example pdf. 可接受的文件格式。 */
  readonly formats: ReadonlyArray<Scalars['String']['output']>;
  /** What it must look like. 受理标准。 */
  readonly standard: Maybe<Scalars['String']['output']>;
  /** How to fill it in. 填报须知。 */
  readonly guidance: Maybe<Scalars['String']['output']>;
  /** Legal basis. 依据。 */
  readonly basis: Maybe<Scalars['String']['output']>;
  /** Blank form. 空白表格。 */
  readonly blankForm: Maybe<Scalars['String']['output']>;
  /** Filled sample. 示例样表。 */
  readonly sample: Maybe<Scalars['String']['output']>;
  /** Certificates that can stand in. 可替代的电子证照。 */
  readonly satisfiedBy: ReadonlyArray<SatisfyingCertificate>;
  /** Asked only in these situations; empty means always. 仅在这些情形下需要,空为总是需要。 */
  readonly situations: ReadonlyArray<SituationChoice>;
};

/**
 * One answer to one question.
 * 一个问题的一个选项。
 */
export type SituationChoice = {
  /** Key of the question. 问题标识。 */
  readonly question: Scalars['String']['output'];
  /** Value of the option. 选项值。 */
  readonly option: Scalars['String']['output'];
};

/**
 * A question that decides what is asked for.
 * 情形问题。
 */
export type Situation = {
  /** Key of the question, used in answers. 问题标识。 */
  readonly key: Scalars['String']['output'];
  /** The question. 问题。 */
  readonly question: Scalars['String']['output'];
  /** Whether several options may be chosen. 是否多选。 */
  readonly multiple: Scalars['Boolean']['output'];
  /** Whether this is the first question of a tree. 是否为根问题。 */
  readonly root: Scalars['Boolean']['output'];
  /** Its options. 选项。 */
  readonly options: ReadonlyArray<SituationOption>;
};

/**
 * A possible answer.
 * 情形选项。
 */
export type SituationOption = {
  /** Value, used in answers. 选项值。 */
  readonly value: Scalars['String']['output'];
  /** Text. 选项文字。 */
  readonly label: Scalars['String']['output'];
  /** Key of the question that follows. 后续问题标识。 */
  readonly next: Maybe<Scalars['String']['output']>;
};

/**
 * A frequently asked question.
 * 常见问题。
 */
export type Faq = {
  /** Question. 问题。 */
  readonly question: Scalars['String']['output'];
  /** Answer. 解答。 */
  readonly answer: Scalars['String']['output'];
};

/**
 * A place where the item is handled.
 * 办理地点。
 */
export type HandlingPlace = {
  /** Name. 名称。 */
  readonly name: Scalars['String']['output'];
  /** Address. 地址。 */
  readonly address: Maybe<Scalars['String']['output']>;
  /** Counter. 窗口。 */
  readonly counter: Maybe<Scalars['String']['output']>;
  /** Telephone. 电话。 */
  readonly telephone: Maybe<Scalars['String']['output']>;
  /** Opening hours as the source writes them. 办理时间原文。 */
  readonly hours: Maybe<Scalars['String']['output']>;
};

/**
 * What the applicant receives.
 * 办理结果。
 */
export type ItemResult = {
  /** Name. 结果名称。 */
  readonly name: Scalars['String']['output'];
  /** Kind, for example 证照, 批文. 结果类型。 */
  readonly kind: Maybe<Scalars['String']['output']>;
  /** Certificate type, when the result is an electronic certificate. 结果证照类型。 */
  readonly certificateType: Maybe<CertificateType>;
  /** Sample. 结果样本。 */
  readonly sample: Maybe<Scalars['String']['output']>;
};

/**
 * What kinds of shortcuts an item offers.
 * 便利化措施。
 */
export type ItemChannels = {
  /** Channels. 办理形式。 */
  readonly handling: ReadonlyArray<Channel>;
  /** How far online. 网办深度。 */
  readonly onlineDepth: ReadonlyArray<OnlineDepth>;
  /** How far online, as the source wrote it. 网办深度原始代码。 */
  readonly rawOnlineDepth: ReadonlyArray<RawCode>;
  /** Address of the online service. 网上办理地址。 */
  readonly onlineUrl: Maybe<Scalars['String']['output']>;
  /** Address of the mobile service. 移动端地址。 */
  readonly mobileUrl: Maybe<Scalars['String']['output']>;
  /** Whether it can be booked. 是否支持预约。 */
  readonly bookable: Maybe<Scalars['Boolean']['output']>;
  /** Whether fees can be paid online. 是否支持网上支付。 */
  readonly payableOnline: Maybe<Scalars['Boolean']['output']>;
  /** Whether results are sent by courier. 是否支持物流快递。 */
  readonly courier: Maybe<Scalars['Boolean']['output']>;
  /** Whether it is handled in the service hall. 是否进驻大厅。 */
  readonly inServiceHall: Maybe<Scalars['Boolean']['output']>;
  /** Whether self-service terminals offer it. 是否支持自助终端。 */
  readonly terminal: Maybe<Scalars['Boolean']['output']>;
};

/**
 * The legal side of an item.
 * 权力信息。
 */
export type ItemAuthority = {
  /** Nature of the body. 实施主体性质。 */
  readonly kind: Maybe<AuthorityKind>;
  /** Entrusting body. 委托部门。 */
  readonly entrustedBy: Maybe<Scalars['String']['output']>;
  /** Level. 行使层级。 */
  readonly level: Maybe<ExerciseLevel>;
  /** Source of the power. 权力来源。 */
  readonly powerSource: Maybe<Scalars['String']['output']>;
  /** Legal basis. 设定依据。 */
  readonly basis: ReadonlyArray<Scalars['String']['output']>;
  /** Bodies that take part. 联办机构。 */
  readonly jointAgencies: ReadonlyArray<Scalars['String']['output']>;
};

/**
 * A service item as one body handles it. A field that is null is one the source does not say; never take it for “none”.
 * 政务服务事项实施清单中的一项。字段为空(null)表示来源未载明,不等于“无”。
 */
export type ServiceItem = Node & {
  /** Global identifier. 全局标识。 */
  readonly id: Scalars['ID']['output'];
  /** Code to use in this API. 本接口使用的编码。 */
  readonly code: Scalars['ItemCode']['output'];
  /** National catalogue code, 12 characters. 基本编码。 */
  readonly catalogCode: Maybe<Scalars['String']['output']>;
  /** National task code, 31 characters. 实施编码。 */
  readonly taskCode: Maybe<Scalars['String']['output']>;
  /** National handling-item code, 33 characters. 业务办理项编码。 */
  readonly handlingItemCode: Maybe<Scalars['String']['output']>;
  /** Catalogue code of the local system, unchanged. 地方基本编码。 */
  readonly localCatalogCode: Maybe<Scalars['String']['output']>;
  /** Task code of the local system, unchanged. 地方实施编码。 */
  readonly localTaskCode: Maybe<Scalars['String']['output']>;
  /** Identifier of the row in the source. 来源系统中的记录标识。 */
  readonly sourceRowId: Maybe<Scalars['String']['output']>;
  /** Where the source itself has it from, as it writes it. 来源系统载明的数据来源代码。 */
  readonly dataSource: Maybe<Scalars['String']['output']>;
  /** Name. 事项名称。 */
  readonly name: Scalars['String']['output'];
  /** Main item it belongs to. 主项名称。 */
  readonly mainItem: Maybe<Scalars['String']['output']>;
  /** Kind; null when the source does not say it readably. 事项类型,来源未载明或无法识别时为空。 */
  readonly type: Maybe<ItemType>;
  /** Kind as the source wrote it. 事项类型原始代码。 */
  readonly rawType: Maybe<RawCode>;
  /** State; null when the source does not say it readably. 事项状态,来源未载明或无法识别时为空。 */
  readonly state: Maybe<ItemState>;
  /** State as the source wrote it. 事项状态原始代码。 */
  readonly rawState: Maybe<RawCode>;
  /** Version in the source. 版本号。 */
  readonly version: Maybe<Scalars['String']['output']>;
  /** First day it applies. 计划生效日期。 */
  readonly effectiveFrom: Maybe<Scalars['Date']['output']>;
  /** Last day it applies. 计划取消日期。 */
  readonly effectiveTo: Maybe<Scalars['Date']['output']>;
  /** Division it is handled for. 所属区划。 */
  readonly division: Division;
  /** Body that handles it. 实施机构。 */
  readonly agency: Maybe<Agency>;
  /** Legal side. 权力信息。 */
  readonly authority: ItemAuthority;
  /** Whom it serves; null when the source does not say. 服务对象,来源未载明时为空。 */
  readonly audience: Maybe<ReadonlyArray<Audience>>;
  /** Life events and topics. 主题分类。 */
  readonly topics: ReadonlyArray<Scalars['String']['output']>;
  /** How quickly it is decided. 办件类型。 */
  readonly processingType: Maybe<ProcessingType>;
  /** How quickly it is decided, as the source wrote it. 办件类型原始代码。 */
  readonly rawProcessingType: Maybe<RawCode>;
  /** What may stop the clock. 特别程序。 */
  readonly specialProcedure: Maybe<SpecialProcedure>;
  /** Time limits. 办理时限。 */
  readonly timeLimit: TimeLimit;
  /** Channels. 办理渠道。 */
  readonly channels: ItemChannels;
  /** How often the applicant must appear. 到办事现场次数。 */
  readonly visits: Maybe<Scalars['Int']['output']>;
  /** Why they must appear. 到现场说明。 */
  readonly visitsNote: Maybe<Scalars['String']['output']>;
  /** Where else it can be handed in; empty when the source names nowhere. 通办范围,来源未列出时为空列表。 */
  readonly handlingAreas: ReadonlyArray<HandlingArea>;
  /** Where it is handled. 办理地点。 */
  readonly places: ReadonlyArray<HandlingPlace>;
  /** Steps. 办理流程。 */
  readonly process: ReadonlyArray<Scalars['String']['output']>;
  /** Conditions. 受理条件。 */
  readonly conditions: ReadonlyArray<Scalars['String']['output']>;
  /** Whether the applicant may declare instead of prove. 是否告知承诺。 */
  readonly commitmentAllowed: Maybe<Scalars['Boolean']['output']>;
  /** Kind of credit commitment that is accepted, as the source writes it. 信用承诺类型。 */
  readonly creditCommitment: Maybe<Scalars['String']['output']>;
  /** Whether the item is secret. 是否涉密。 */
  readonly isSecret: Maybe<Scalars['Boolean']['output']>;
  /** Intermediary services it needs. 中介服务。 */
  readonly intermediaryServices: ReadonlyArray<Scalars['String']['output']>;
  /** Fees; empty means free, null that the source does not say. 收费,空列表为不收费,来源未载明时为空。 */
  readonly fees: Maybe<ReadonlyArray<Fee>>;
  /** What the applicant receives. 办理结果。 */
  readonly results: ReadonlyArray<ItemResult>;
  /** Question tree that decides what is asked for; null when the source does not say. 办理情形,来源未载明时为空。 */
  readonly situations: Maybe<ReadonlyArray<Situation>>;
  /** What must be handed in; empty means nothing, null that the source does not say. 申请材料,空列表为无需材料,来源未载明时为空。 */
  readonly materials: Maybe<ReadonlyArray<Material>>;
  /** Frequently asked questions. 常见问题。 */
  readonly faqs: ReadonlyArray<Faq>;
  /** The guide in plain language. 白话指南。 */
  readonly plainGuide: Maybe<Scalars['String']['output']>;
  /** Where this came from. 数据来源。 */
  readonly provenance: Provenance;
};

/**
 * Which items to find. All given fields must match.
 * 事项筛选条件,同时满足。
 */
export type ItemFilter = {
  /** Chinese text, pinyin or initials. 中文、拼音或首字母。 */
  readonly text?: InputMaybe<Scalars['String']['input']>;
  /**
   * Division; items of divisions inside it are found, too. Where nothing is handled at it or inside it, as in most streets,
   * those of the smallest division around it are found, which serve it.
   * 行政区划,包含下级;该区划及其下级均无事项时(例如街道),检出为其服务的最近上级区划的事项。
   */
  readonly division?: InputMaybe<Scalars['DivisionCode']['input']>;
  /** Kinds. 事项类型。 */
  readonly types?: InputMaybe<ReadonlyArray<ItemType>>;
  /** Agencies by credit code or local code. 实施机构代码。 */
  readonly agencies?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Whom it serves. 服务对象。 */
  readonly audience?: InputMaybe<ReadonlyArray<Audience>>;
  /** Must be possible to this online depth. 网办深度。 */
  readonly onlineDepth?: InputMaybe<ReadonlyArray<OnlineDepth>>;
  /** Where it can be handed in; what may be handed in more widely is found, too. 通办范围,范围更广的事项一并检出。 */
  readonly handlingArea?: InputMaybe<ReadonlyArray<HandlingArea>>;
  /** Topics. 主题。 */
  readonly topics?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/**
 * A page of items.
 * 事项分页。
 */
export type ItemConnection = {
  /** Edges. 边。 */
  readonly edges: ReadonlyArray<ItemEdge>;
  /** Where the page stands. 分页信息。 */
  readonly pageInfo: PageInfo;
  /** How many match. 匹配总数。 */
  readonly totalCount: Scalars['Int']['output'];
  /** How the matches are spread. 分面统计。 */
  readonly facets: ItemFacets;
};

/**
 * An item in a page.
 * 分页中的事项。
 */
export type ItemEdge = {
  /** Cursor. 游标。 */
  readonly cursor: Scalars['Cursor']['output'];
  /** The item. 事项。 */
  readonly node: ServiceItem;
};

/**
 * How matching items are spread over values.
 * 匹配事项的分布。
 */
export type ItemFacets = {
  /** By kind. 按事项类型。 */
  readonly types: ReadonlyArray<FacetCount>;
  /**
   * By division, the 50 most frequent. Counts only what is handled for that very division, while the filter `division` finds
   * what is handled inside it, too: a city may count 110 here and find 554.
   * 按区划,取数量最多的 50 个。只统计直接归属该区划的事项;以同一区划筛选时还包含其下级,数量因此更大。
   */
  readonly divisions: ReadonlyArray<FacetCount>;
  /** How many matches are handled in divisions beyond those listed. 未列出的其余区划的事项数。 */
  readonly otherDivisions: Scalars['Int']['output'];
  /** By agency, the 50 most frequent. 按机构,取数量最多的 50 个。 */
  readonly agencies: ReadonlyArray<FacetCount>;
  /** How many matches are handled by agencies beyond those listed; items of no known agency do not count. 未列出的其余机构的事项数,不含机构未载明的事项。 */
  readonly otherAgencies: Scalars['Int']['output'];
  /** By audience. 按服务对象。 */
  readonly audience: ReadonlyArray<FacetCount>;
  /** By online depth. 按网办深度。 */
  readonly onlineDepth: ReadonlyArray<FacetCount>;
  /** By handling area; a wider one counts for the narrower, as in the filter. 按通办范围,范围更广的一并计入。 */
  readonly handlingArea: ReadonlyArray<FacetCount>;
};

/**
 * A value and how many items have it.
 * 分面值及数量。
 */
export type FacetCount = {
  /** Value as used in the filter. 筛选值。 */
  readonly value: Scalars['String']['output'];
  /** Text to show. 显示文字。 */
  readonly label: Scalars['String']['output'];
  /** How many. 数量。 */
  readonly count: Scalars['Int']['output'];
};

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
 * Notices of one contracting process.
 * 交易项目。
 */
export type TradingProject = Node & {
  /** Global identifier. 全局标识。 */
  readonly id: Scalars['ID']['output'];
  /** Project code at its platform. 招标项目编号。 */
  readonly code: Scalars['String']['output'];
  /** Name. 项目名称。 */
  readonly name: Scalars['String']['output'];
  /** Open Contracting identifier, when the platform has a registered prefix. OCDS 标识。 */
  readonly ocid: Maybe<Scalars['String']['output']>;
  /** Sector. 交易领域。 */
  readonly sector: TradingSector;
  /** Division. 区划。 */
  readonly division: Maybe<Division>;
  /** Notices, oldest first. 公告,按时间先后。 */
  readonly notices: ReadonlyArray<TradingNotice>;
  /** Where its newest notice came from; a code is unique only with its platform. 数据来源。 */
  readonly provenance: Provenance;
};

/**
 * A notice of public-resource trading.
 * 公共资源交易公告。
 */
export type TradingNotice = Node & {
  /** Global identifier. 全局标识。 */
  readonly id: Scalars['ID']['output'];
  /** Kind. 公告类型。 */
  readonly kind: NoticeKind;
  /** Kind as the source wrote it. 原始类型代码。 */
  readonly rawKind: Maybe<RawCode>;
  /** Nature; null when the source does not say. 公告性质,未载明时为空。 */
  readonly nature: Maybe<NoticeNature>;
  /** Sector. 交易领域。 */
  readonly sector: TradingSector;
  /** Title. 标题。 */
  readonly title: Scalars['String']['output'];
  /** When it was published. 发布时间。 */
  readonly publishedAt: Scalars['DateTime']['output'];
  /** Division. 区划。 */
  readonly division: Maybe<Division>;
  /** Division as the source wrote it, when that is no code of GB/T 2260. 原始区划代码。 */
  readonly rawDivision: Maybe<RawCode>;
  /** Project. 项目。 */
  readonly project: Maybe<TradingProject>;
  /** Parties. 主体。 */
  readonly parties: ReadonlyArray<TradingParty>;
  /** Lots. 标段(包)。 */
  readonly lots: ReadonlyArray<Lot>;
  /** Periods it sets, in order of time. 公告确定的各项期限,按时间先后。 */
  readonly periods: ReadonlyArray<NoticePeriod>;
  /** The period that matters most for its kind: bidding for a tender, publicity for candidates. 公示或投标期限。 */
  readonly period: Maybe<NoticePeriod>;
  /** Whether joint bids are allowed; null when it is not stated. 是否接受联合体投标。 */
  readonly jointBid: Maybe<Scalars['Boolean']['output']>;
  /** Media it was published in. 发布媒介。 */
  readonly media: ReadonlyArray<Scalars['String']['output']>;
  /** The notice it follows or changes, when the gateway has it. 关联公告。 */
  readonly related: Maybe<TradingNotice>;
  /** The first notice of its chain, when the gateway has it. 首次公告。 */
  readonly first: Maybe<TradingNotice>;
  /** Price of the documents. 文件售价。 */
  readonly documentPrice: Maybe<Money>;
  /** Text without markup. 正文。 */
  readonly text: Maybe<Scalars['String']['output']>;
  /** Address of the original. 原文地址。 */
  readonly url: Maybe<Scalars['String']['output']>;
  /** What could not be read and why; never guessed. 未能解析的内容。 */
  readonly unread: ReadonlyArray<Scalars['String']['output']>;
  /** Where this came from. 数据来源。 */
  readonly provenance: Provenance;
};

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
 * A party of a notice.
 * 交易主体。
 */
export type TradingParty = {
  /** Role. 角色。 */
  readonly role: PartyRole;
  /** Name. 名称。 */
  readonly name: Scalars['String']['output'];
  /** Unified social credit code. 统一社会信用代码。 */
  readonly creditCode: Maybe<Scalars['CreditCode']['output']>;
};

/**
 * A lot (section, package).
 * 标段(包)。
 */
export type Lot = {
  /** Number at its platform. 编号。 */
  readonly number: Scalars['String']['output'];
  /** Name. 名称。 */
  readonly name: Maybe<Scalars['String']['output']>;
  /** Unified trade identification code. 统一交易标识码。 */
  readonly tradeCode: Maybe<Scalars['String']['output']>;
  /** Ceiling or estimate. 控制价或预算。 */
  readonly estimate: Maybe<Money>;
  /** Bids as they were opened, in no order of merit. 开标记录中的投标报价。 */
  readonly bids: ReadonlyArray<Bid>;
  /** Who won or may win. 中标(候选)情况。 */
  readonly awards: ReadonlyArray<Award>;
};

/**
 * A winner or candidate of a lot.
 * 中标人或候选人。
 */
export type Award = {
  /** Place among the candidates, 1 is first. 排名。 */
  readonly rank: Maybe<Scalars['Int']['output']>;
  /** Bidder; several when they bid jointly. 投标人,联合体时有多个。 */
  readonly bidders: ReadonlyArray<TradingParty>;
  /** First bidder. 牵头投标人。 */
  readonly bidder: TradingParty;
  /** Price. 价格。 */
  readonly price: Price;
  /** How long performance takes, as written. 工期或履约期限。 */
  readonly performance: Maybe<Scalars['String']['output']>;
};

/**
 * A bid as it was opened.
 * 投标。
 */
export type Bid = {
  /** Bidders; several when they bid jointly, the one who leads comes first. 投标人,联合体时有多个。 */
  readonly bidders: ReadonlyArray<TradingParty>;
  /** Price. 投标报价。 */
  readonly price: Price;
  /** How long performance takes, as written. 工期或履约期限。 */
  readonly performance: Maybe<Scalars['String']['output']>;
};

/**
 * A price as the notice states it.
 * 价格。
 */
export type Price = Money | Rate | UnitPrice | SeveralPrices | UnstatedPrice;

/**
 * A price as a rate.
 * 费率或下浮率。
 */
export type Rate = {
  /** Percent. 百分比。 */
  readonly percent: Scalars['Decimal']['output'];
  /** Of what, as written. 基数。 */
  readonly of: Maybe<Scalars['String']['output']>;
  /** Whether the percentage is what is paid or what is taken off; null when the notice does not say. 比例含义,未载明时为空。 */
  readonly meaning: Maybe<RateMeaning>;
  /** The whole text, where it says more than the number, such as conditions. 原文。 */
  readonly raw: Maybe<Scalars['String']['output']>;
};

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
 * A price for each unit of what is delivered.
 * 单价。
 */
export type UnitPrice = {
  /** Price of one unit. 单价金额。 */
  readonly amount: Money;
  /** Unit, as written, for example 延米. 计价单位。 */
  readonly per: Scalars['String']['output'];
  /** The whole text, where it says more. 原文。 */
  readonly raw: Maybe<Scalars['String']['output']>;
};

/**
 * Several prices for parts of the work without one total.
 * 分项报价。
 */
export type SeveralPrices = {
  /** Each part with its price. 各分项。 */
  readonly parts: ReadonlyArray<PricePart>;
  /** The whole text. 原文。 */
  readonly raw: Maybe<Scalars['String']['output']>;
};

/**
 * The price of one part of the work.
 * 分项价格。
 */
export type PricePart = {
  /** What it is for, as written. 分项名称。 */
  readonly label: Maybe<Scalars['String']['output']>;
  /** Price; never several again. 价格。 */
  readonly price: Price;
};

/**
 * A price that is not stated or could not be read.
 * 未载明或无法解析的价格。
 */
export type UnstatedPrice = {
  /** As written. 原文。 */
  readonly raw: Maybe<Scalars['String']['output']>;
};

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
 * A period set by a notice, in calendar days.
 * 公告期限。
 */
export type NoticePeriod = {
  /** What it is for. 期限类型。 */
  readonly kind: NoticePeriodKind;
  /** Begins. 开始。 */
  readonly from: Maybe<Scalars['DateTime']['output']>;
  /** Ends; of a moment such as the opening both are the same. 结束,时点与开始相同。 */
  readonly to: Maybe<Scalars['DateTime']['output']>;
  /** Last day on which an objection can be raised. 异议截止日。 */
  readonly lastDayForObjection: Maybe<Scalars['Date']['output']>;
};

/**
 * Which notices to find. All given fields must match.
 * 公告筛选条件,同时满足。
 */
export type NoticeFilter = {
  /** Text in title, project, lots or parties. 检索文字。 */
  readonly text?: InputMaybe<Scalars['String']['input']>;
  /** Kinds. 公告类型。 */
  readonly kinds?: InputMaybe<ReadonlyArray<NoticeKind>>;
  /** Sectors. 交易领域。 */
  readonly sectors?: InputMaybe<ReadonlyArray<TradingSector>>;
  /** Divisions; the first digits are enough, for example 4205. 区划或其前几位。 */
  readonly divisions?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Project code. 项目编号。 */
  readonly project?: InputMaybe<Scalars['String']['input']>;
  /** Published on or after. 发布起始日。 */
  readonly publishedFrom?: InputMaybe<Scalars['Date']['input']>;
  /** Published on or before. 发布截止日。 */
  readonly publishedTo?: InputMaybe<Scalars['Date']['input']>;
};

/**
 * A page of notices.
 * 公告分页。
 */
export type NoticeConnection = {
  /** Edges. 边。 */
  readonly edges: ReadonlyArray<NoticeEdge>;
  /** Where the page stands. 分页信息。 */
  readonly pageInfo: PageInfo;
  /** How many match. 匹配总数。 */
  readonly totalCount: Scalars['Int']['output'];
};

/**
 * A notice in a page.
 * 分页中的公告。
 */
export type NoticeEdge = {
  /** Cursor. 游标。 */
  readonly cursor: Scalars['Cursor']['output'];
  /** The notice. 公告。 */
  readonly node: TradingNotice;
};

/**
 * One existing system of a department, a province or a partner city.
 * 数据源:部门、省级平台或伙伴城市的既有系统。
 */
export type Source = Node & {
  /** Global identifier. 全局标识。 */
  readonly id: Scalars['ID']['output'];
  /** Identifier in the gateway's configuration. 配置中的标识。 */
  readonly key: Scalars['String']['output'];
  /** Title. 名称。 */
  readonly title: Scalars['String']['output'];
  /** Unified social credit code of the body that runs it. 运行单位统一社会信用代码。 */
  readonly owner: Maybe<Scalars['CreditCode']['output']>;
  /** What it offers: items, cases, certificates, notices. 提供的能力。 */
  readonly ports: ReadonlyArray<Scalars['String']['output']>;
  /** Divisions it is authoritative for. 负责的行政区划。 */
  readonly divisions: ReadonlyArray<Scalars['DivisionCode']['output']>;
  /** How it is doing. 健康状况。 */
  readonly health: Maybe<SourceHealth>;
  /**
   * How good it has been, hour by hour, over at most 62 days; by default the last 24 hours. What happened in the last seconds may be missing.
   * 按小时的质量台账,最长 62 天,默认最近 24 小时;最近几秒的数据可能尚未计入。
   */
  readonly quality: SourceQuality;
};


/**
 * One existing system of a department, a province or a partner city.
 * 数据源:部门、省级平台或伙伴城市的既有系统。
 */
export type SourceQualityArgs = {
  from: InputMaybe<Scalars['DateTime']['input']>;
  to: InputMaybe<Scalars['DateTime']['input']>;
};

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
 * What the gateway has seen of a source since it started.
 * 网关观察到的数据源健康状况。
 */
export type SourceHealth = {
  /** State now. 当前状态。 */
  readonly state: SourceState;
  /** When it last answered well. 最近成功时间。 */
  readonly lastSuccessAt: Maybe<Scalars['DateTime']['output']>;
  /** When it last failed. 最近失败时间。 */
  readonly lastFailureAt: Maybe<Scalars['DateTime']['output']>;
  /** Code of the last failure. 最近失败代码。 */
  readonly lastFailureCode: Maybe<ErrorCode>;
  /** Figures per operation. 各操作统计。 */
  readonly operations: ReadonlyArray<SourceOperationHealth>;
};

/**
 * Figures of one operation of a source.
 * 单个操作的统计。
 */
export type SourceOperationHealth = {
  /** Operation. 操作名。 */
  readonly operation: Scalars['String']['output'];
  /** Calls made. 调用次数。 */
  readonly calls: Scalars['Int']['output'];
  /** Calls that failed. 失败次数。 */
  readonly failures: Scalars['Int']['output'];
  /** Attempts sent for these calls, repetitions and hedges included. 实际发出的尝试次数。 */
  readonly attempts: Scalars['Int']['output'];
  /** Median of recent latencies in milliseconds. 近期延迟中位数,毫秒。 */
  readonly latencyP50Ms: Maybe<Scalars['Float']['output']>;
  /** 95th percentile of recent latencies in milliseconds. 近期延迟 95 分位,毫秒。 */
  readonly latencyP95Ms: Maybe<Scalars['Float']['output']>;
};

/**
 * Quality of a source over a time.
 * 一段时间内的数据源质量。
 */
export type SourceQuality = {
  /** Start of the first hour. 第一个小时的开始。 */
  readonly from: Scalars['DateTime']['output'];
  /** End of the last hour. 最后一个小时的结束。 */
  readonly to: Scalars['DateTime']['output'];
  /** All operations together. 全部操作合计。 */
  readonly totals: SourceQualityFigures;
  /** Hours with calls. 有调用的各小时。 */
  readonly hours: ReadonlyArray<SourceQualityHour>;
  /** Each operation. 各操作。 */
  readonly operations: ReadonlyArray<SourceOperationQuality>;
  /** What it and other sources say differently, most frequent first. 与其他数据源的冲突,按次数降序。 */
  readonly conflicts: ReadonlyArray<SourceConflict>;
  /** Lasting changes in the shape of its replies seen in this time, latest first. 返回数据形态漂移,新的在前。 */
  readonly drifts: ReadonlyArray<SourceDrift>;
};

/**
 * Figures of calls. Latencies are all attempts of a call together, within 9.1 % of the true percentile.
 * 调用统计。延迟为一次调用全部尝试的总时长,分位数误差不超过 9.1%。
 */
export type SourceQualityFigures = {
  /** Calls made. 调用次数。 */
  readonly calls: Scalars['Int']['output'];
  /** Calls that went well. 成功次数。 */
  readonly successes: Scalars['Int']['output'];
  /** Share of successes, not counting calls that the gateway ended or held back or that the source refused for a reason of the errand. 成功率(不计网关自行终止或限流、以及数据源因业务原因拒绝的调用)。 */
  readonly successShare: Maybe<Scalars['Float']['output']>;
  /** Failures by code, most frequent first. 按代码统计的失败。 */
  readonly failures: ReadonlyArray<SourceFailureCount>;
  /** Attempts sent, repetitions and hedges included. 实际发出的尝试次数。 */
  readonly attempts: Scalars['Int']['output'];
  /** Attempts for each call. 负载系数:尝试次数与调用次数之比。 */
  readonly loadFactor: Maybe<Scalars['Float']['output']>;
  /** Median latency in milliseconds. 延迟中位数,毫秒。 */
  readonly latencyP50Ms: Maybe<Scalars['Float']['output']>;
  /** 95th percentile in milliseconds. 延迟 95 分位,毫秒。 */
  readonly latencyP95Ms: Maybe<Scalars['Float']['output']>;
  /** 99th percentile in milliseconds. 延迟 99 分位,毫秒。 */
  readonly latencyP99Ms: Maybe<Scalars['Float']['output']>;
  /** Replies that could not be read. 形态错误次数。 */
  readonly shapeErrors: Scalars['Int']['output'];
  /** Rows that could not be read and were left out. 跳过的行数。 */
  readonly skippedRows: Scalars['Int']['output'];
  /** Answers for which an earlier one stood in. 以旧副本代答的次数。 */
  readonly staleAnswers: Scalars['Int']['output'];
  /** Their share of all answers. 旧副本占全部应答的比例。 */
  readonly staleShare: Maybe<Scalars['Float']['output']>;
  /** 95th percentile of their age in milliseconds. 旧副本时长 95 分位,毫秒。 */
  readonly staleAgeP95Ms: Maybe<Scalars['Float']['output']>;
  /** Fields about which another source says something different. 与其他数据源冲突的次数。 */
  readonly conflicts: Scalars['Int']['output'];
};

/**
 * Figures of one operation of a source over a time.
 * 一段时间内单个操作的质量。
 */
export type SourceOperationQuality = {
  /** Operation; conflicts are counted under the port. 操作名;冲突记在能力名下。 */
  readonly operation: Scalars['String']['output'];
  /** Figures. 统计。 */
  readonly figures: SourceQualityFigures;
  /** Share of hours in which at least 95 % of calls went well. 可用率:成功率不低于 95% 的小时占比。 */
  readonly availability: Maybe<Scalars['Float']['output']>;
  /** Hour with the smallest share of successes. 成功率最低的小时。 */
  readonly worstHour: Maybe<SourceQualityHour>;
};

/**
 * Figures of one hour.
 * 单个小时的统计。
 */
export type SourceQualityHour = {
  /** Start of the hour. 小时的开始。 */
  readonly hour: Scalars['DateTime']['output'];
  /** Calls made. 调用次数。 */
  readonly calls: Scalars['Int']['output'];
  /** Calls that went well. 成功次数。 */
  readonly successes: Scalars['Int']['output'];
  /** Share of successes. 成功率。 */
  readonly successShare: Maybe<Scalars['Float']['output']>;
};

/**
 * How often calls failed in one way.
 * 按代码统计的失败次数。
 */
export type SourceFailureCount = {
  /** Code. 错误代码。 */
  readonly code: Scalars['String']['output'];
  /** How often. 次数。 */
  readonly count: Scalars['Int']['output'];
};

/**
 * A field about which two sources say different things. The values are not kept.
 * 两个数据源说法不一的字段(不保存取值)。
 */
export type SourceConflict = {
  /** Identifier of the other source. 另一数据源的标识。 */
  readonly key: Scalars['String']['output'];
  /** The other source, null when it is no longer configured. 另一数据源。 */
  readonly source: Maybe<Source>;
  /** Port. 能力。 */
  readonly port: Scalars['String']['output'];
  /** Path of the field. 字段路径。 */
  readonly path: Scalars['String']['output'];
  /** How often. 次数。 */
  readonly count: Scalars['Int']['output'];
};

/**
 * In which way replies have come to look different.
 * 数据形态漂移的种类。
 */
export type SourceDriftKind =
  /** A field that was never there. 新增字段。 */
  | 'NEW_FIELD'
  /** A field that was always there is missing. 字段消失。 */
  | 'FIELD_GONE'
  /** A field that always said something is always empty. 字段恒为空。 */
  | 'ALWAYS_EMPTY'
  /** Another type of value, for example a number for text. 类型改变。 */
  | 'TYPE_CHANGED'
  /** A list for a single value, or the other way round. 列表与单值互换。 */
  | 'LIST_CHANGED';

/**
 * Whether somebody must still look at a drift.
 * 漂移的处理状态。
 */
export type SourceDriftState =
  /** Nobody has looked at it. 待处理。 */
  | 'OPEN'
  /** Accepted by an operator. 已由运维确认。 */
  | 'ACCEPTED'
  /** Has lasted for 14 days and is the way the source is. 持续 14 天,视为常态。 */
  | 'ABSORBED';

/**
 * A lasting change in the shape of an operation's replies.
 * 返回数据形态的持续变化。
 */
export type SourceDrift = {
  /** Operation. 操作名。 */
  readonly operation: Scalars['String']['output'];
  /** Path, for example rows[].name. 路径。 */
  readonly path: Scalars['String']['output'];
  /** What has changed. 变化种类。 */
  readonly kind: SourceDriftKind;
  /** Types before, for example TEXT. 原类型。 */
  readonly was: Scalars['String']['output'];
  /** Type now. 现类型。 */
  readonly now: Scalars['String']['output'];
  /** When it was first seen. 首次出现。 */
  readonly since: Scalars['DateTime']['output'];
  /** When it was last seen. 最近出现。 */
  readonly lastSeen: Scalars['DateTime']['output'];
  /** In how many of the replies looked at. 在抽样的返回中出现的次数。 */
  readonly seen: Scalars['Int']['output'];
  /** State. 处理状态。 */
  readonly state: SourceDriftState;
};

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
 * Our durable receipt for an errand, with the chain of custody.
 * 收件:网关的持久回执与流转链。
 */
export type Submission = Node & {
  /** Global identifier. 全局标识。 */
  readonly id: Scalars['ID']['output'];
  /** Number on the receipt. 收件回执编号。 */
  readonly receiptNumber: Scalars['String']['output'];
  /** State. 状态。 */
  readonly state: SubmissionState;
  /** Why it was refused or could not be delivered. 拒收或失败原因。 */
  readonly stateReason: Maybe<Scalars['String']['output']>;
  /** Mode. 办理模式。 */
  readonly mode: SubmissionMode;
  /** Item as it was when submitted. 事项。 */
  readonly item: Maybe<ServiceItem>;
  /** Version of the item it was submitted for. 事项版本。 */
  readonly itemVersion: Maybe<Scalars['String']['output']>;
  /** When it was accepted. 收件时间。 */
  readonly submittedAt: Scalars['DateTime']['output'];
  /** Answers given. 情形回答。 */
  readonly answers: Scalars['SituationAnswers']['output'];
  /** What was handed in. 已交材料。 */
  readonly materials: ReadonlyArray<SubmittedMaterial>;
  /** Who held it, and when. 流转记录。 */
  readonly custody: ReadonlyArray<CustodyEntry>;
  /** The owner's case; null until the owner has taken it. 办件,业务属地接收前为空。 */
  readonly case: Maybe<Case>;
};

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
 * A material of a submission.
 * 已交材料。
 */
export type SubmittedMaterial = {
  /** Key in the item. 材料标识。 */
  readonly key: Scalars['String']['output'];
  /** Name. 材料名称。 */
  readonly name: Scalars['String']['output'];
  /** How it was satisfied. 满足方式。 */
  readonly satisfaction: MaterialSatisfaction;
};

/**
 * A party in the chain of custody.
 * 流转主体。
 */
export type CustodyParty = {
  /** Name. 名称。 */
  readonly name: Scalars['String']['output'];
  /** Branch of the client. 网点。 */
  readonly branch: Maybe<Scalars['String']['output']>;
  /** Operator of the client. 经办人标识。 */
  readonly operator: Maybe<Scalars['String']['output']>;
};

/**
 * One step of the chain of custody.
 * 流转环节。
 */
export type CustodyEntry = {
  /** When. 时间。 */
  readonly at: Scalars['DateTime']['output'];
  /** Who. 主体。 */
  readonly by: CustodyParty;
  /** What happened, for example ACCEPTED, DELIVERED, TAKEN. 动作。 */
  readonly action: CustodyAction;
  /** Detail. 说明。 */
  readonly note: Maybe<Scalars['String']['output']>;
};

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
 * A page of submissions.
 * 收件分页。
 */
export type SubmissionConnection = {
  /** Edges. 边。 */
  readonly edges: ReadonlyArray<SubmissionEdge>;
  /** Where the page stands. 分页信息。 */
  readonly pageInfo: PageInfo;
};

/**
 * A submission in a page.
 * 分页中的收件。
 */
export type SubmissionEdge = {
  /** Cursor. 游标。 */
  readonly cursor: Scalars['Cursor']['output'];
  /** The submission. 收件。 */
  readonly node: Submission;
};

/**
 * Everything that is needed for an errand, said at once.
 * 一次性告知:所需材料与满足情况。
 */
export type MaterialsCheck = {
  /** Item it was checked for. 事项。 */
  readonly item: ServiceItem;
  /** Whether this is everything: the materials are known and the answers decide all. 是否已告知全部所需材料。 */
  readonly complete: Scalars['Boolean']['output'];
  /** Whether the source says which materials are asked for; when not, `required` is empty and says nothing. 来源是否载明所需材料,未载明时材料列表不作准。 */
  readonly materialsKnown: Scalars['Boolean']['output'];
  /** Why it is not complete and what to do, in the language of the request. 未能告知全部材料的原因与处理建议。 */
  readonly incompleteReason: Maybe<Scalars['String']['output']>;
  /** Questions still to be answered. 待回答问题。 */
  readonly openQuestions: ReadonlyArray<Situation>;
  /** Every material these answers ask for. 全部所需材料。 */
  readonly required: ReadonlyArray<Material>;
  /** Materials nobody has to hand in. 无需提交的材料。 */
  readonly fetched: ReadonlyArray<MaterialFetched>;
  /** Materials a certificate can stand in for. 可由电子证照替代的材料。 */
  readonly satisfiable: ReadonlyArray<MaterialSatisfiable>;
  /** Materials still missing. 仍缺材料。 */
  readonly missing: ReadonlyArray<MaterialMissing>;
};

/**
 * A material the system fetches.
 * 系统自动获取的材料。
 */
export type MaterialFetched = {
  /** Material. 材料。 */
  readonly material: Material;
  /** Why nothing has to be handed in. 说明。 */
  readonly why: Scalars['String']['output'];
};

/**
 * A material a certificate can stand in for.
 * 可由电子证照替代的材料。
 */
export type MaterialSatisfiable = {
  /** Material. 材料。 */
  readonly material: Material;
  /** Type of the certificate. 证照类型。 */
  readonly certificateType: CertificateType;
  /** Whether the applicant is known to hold one; null until a consent allows to look. 是否持有,未授权时为空。 */
  readonly held: Maybe<Scalars['Boolean']['output']>;
  /** Identifier of the certificate held, when a consent allowed to look. 证照标识。 */
  readonly certificate: Maybe<Scalars['CertificateIdentifier']['output']>;
  /** Whether reading it still needs the applicant's consent. 是否仍需授权。 */
  readonly needsConsent: Scalars['Boolean']['output'];
};

/**
 * A material still missing.
 * 缺少的材料。
 */
export type MaterialMissing = {
  /** Material. 材料。 */
  readonly material: Material;
  /** Why it is asked for. 需要原因。 */
  readonly why: Scalars['String']['output'];
  /** Where to get it. 获取途径。 */
  readonly howToGet: Scalars['String']['output'];
  /** Whether it may follow later. 是否可容缺后补。 */
  readonly deferrable: Scalars['Boolean']['output'];
};

/**
 * Who applies.
 * 申请人引用。
 */
export type ApplicantReference = {
  /** Handle of the person. 自然人句柄。 */
  readonly person?: InputMaybe<Scalars['ApplicantHandle']['input']>;
  /** Handle of the organisation. 组织句柄。 */
  readonly organisation?: InputMaybe<Scalars['ApplicantHandle']['input']>;
};

/**
 * One material handed in. Exactly one way must be given.
 * 提交的材料,须且仅须一种方式。
 */
export type SubmittedMaterialInput = {
  /** Key in the item. 材料标识。 */
  readonly key: Scalars['String']['input'];
  /** A certificate that stands in. 电子证照标识。 */
  readonly certificate?: InputMaybe<Scalars['CertificateIdentifier']['input']>;
  /** A document the client holds. 接入方保管的文件。 */
  readonly document?: InputMaybe<DocumentInput>;
  /** Hand in later, where the item allows it. 容缺后补。 */
  readonly deferred?: InputMaybe<Scalars['Boolean']['input']>;
  /** Declare instead of prove, where the item allows it. 告知承诺。 */
  readonly declared?: InputMaybe<Scalars['Boolean']['input']>;
};

/**
 * A document by name and digest.
 * 文件引用。
 */
export type DocumentInput = {
  /** File name. 文件名。 */
  readonly name: Scalars['String']['input'];
  /** Media type. 媒体类型。 */
  readonly mediaType: Scalars['String']['input'];
  /** SHA-256 of the content in lower-case hexadecimal. 内容摘要。 */
  readonly sha256: Scalars['String']['input'];
  /** Size in bytes. 字节数。 */
  readonly bytes: Scalars['Int']['input'];
};

/**
 * An errand to hand in.
 * 提交申请。
 */
export type SubmitCaseInput = {
  /** Item. 事项编码。 */
  readonly item: Scalars['ItemCode']['input'];
  /** Division, when the code is a catalogue code. 区划。 */
  readonly division?: InputMaybe<Scalars['DivisionCode']['input']>;
  /** Who applies. 申请人。 */
  readonly applicant: ApplicantReference;
  /** Answers to the situation questions. 情形回答。 */
  readonly answers: Scalars['SituationAnswers']['input'];
  /** Fields of the application form. 表单。 */
  readonly form?: InputMaybe<Scalars['FormData']['input']>;
  /** Materials. 材料。 */
  readonly materials: ReadonlyArray<SubmittedMaterialInput>;
  /** Consent that allows to use certificates. 授权标识。 */
  readonly consent?: InputMaybe<Scalars['ID']['input']>;
  /** Mode. 办理模式。 */
  readonly mode?: InputMaybe<SubmissionMode>;
};

/**
 * The receipt, or what to correct.
 * 提交结果。
 */
export type SubmitCasePayload = {
  /** The receipt. 收件。 */
  readonly submission: Maybe<Submission>;
  /** What to correct. 输入问题。 */
  readonly userErrors: ReadonlyArray<UserError>;
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



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;





/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  ApplicantKind: ApplicantKind;
  IdentityLevel: IdentityLevel;
  IdentityDocumentType: IdentityDocumentType;
  Applicant: ResolverTypeWrapper<Applicant>;
  IdentifyApplicantInput: IdentifyApplicantInput;
  RegisterCheck: RegisterCheck;
  IdentifyApplicantPayload: ResolverTypeWrapper<IdentifyApplicantPayload>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  CaseState: CaseState;
  CaseLight: CaseLight;
  Case: ResolverTypeWrapper<CaseEntity>;
  CaseClock: ResolverTypeWrapper<CaseClock>;
  CaseEvent: ResolverTypeWrapper<CaseEvent>;
  Supplement: ResolverTypeWrapper<Supplement>;
  SupplementPart: ResolverTypeWrapper<SupplementPart>;
  CaseResult: ResolverTypeWrapper<CaseResultEntity>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  CertificateType: ResolverTypeWrapper<CertificateTypeEntity>;
  CertificateStatus: CertificateStatus;
  Certificate: ResolverTypeWrapper<CertificateEntity>;
  CertificateFaceField: ResolverTypeWrapper<CertificateFaceField>;
  CertificateFileFormat: CertificateFileFormat;
  CertificateFile: ResolverTypeWrapper<CertificateFile>;
  VerificationStatus: VerificationStatus;
  CertificateVerification: ResolverTypeWrapper<Omit<CertificateVerification, 'provenance'> & { provenance: ResolversTypes['Provenance'] }>;
  CertificateConnection: ResolverTypeWrapper<Omit<CertificateConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['CertificateEdge']> }>;
  CertificateEdge: ResolverTypeWrapper<Omit<CertificateEdge, 'node'> & { node: ResolversTypes['Certificate'] }>;
  AccessRecord: ResolverTypeWrapper<AccessRecordEntity>;
  AccessRecordConnection: ResolverTypeWrapper<Omit<AccessRecordConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['AccessRecordEdge']> }>;
  AccessRecordEdge: ResolverTypeWrapper<Omit<AccessRecordEdge, 'node'> & { node: ResolversTypes['AccessRecord'] }>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  LocalTime: ResolverTypeWrapper<Scalars['LocalTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  DivisionCode: ResolverTypeWrapper<Scalars['DivisionCode']['output']>;
  CreditCode: ResolverTypeWrapper<Scalars['CreditCode']['output']>;
  ItemCode: ResolverTypeWrapper<Scalars['ItemCode']['output']>;
  CertificateTypeCode: ResolverTypeWrapper<Scalars['CertificateTypeCode']['output']>;
  CertificateIdentifier: ResolverTypeWrapper<Scalars['CertificateIdentifier']['output']>;
  CurrencyCode: ResolverTypeWrapper<Scalars['CurrencyCode']['output']>;
  Cursor: ResolverTypeWrapper<Scalars['Cursor']['output']>;
  ApplicantHandle: ResolverTypeWrapper<Scalars['ApplicantHandle']['output']>;
  IdempotencyKey: ResolverTypeWrapper<Scalars['IdempotencyKey']['output']>;
  SituationAnswers: ResolverTypeWrapper<Scalars['SituationAnswers']['output']>;
  FormData: ResolverTypeWrapper<Scalars['FormData']['output']>;
  Node: ResolverTypeWrapper<NodeEntity>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Freshness: Freshness;
  Provenance: ResolverTypeWrapper<ProvenanceRecord>;
  FieldProvenance: ResolverTypeWrapper<FieldProvenanceRecord>;
  FieldDoubt: FieldDoubt;
  RawCode: ResolverTypeWrapper<RawCode>;
  Money: ResolverTypeWrapper<MoneyEntity>;
  StatedAmount: ResolverTypeWrapper<StatedAmount>;
  Division: ResolverTypeWrapper<DivisionEntity>;
  Weekday: Weekday;
  OpeningHours: ResolverTypeWrapper<OpeningHours>;
  Agency: ResolverTypeWrapper<AgencyEntity>;
  UserError: ResolverTypeWrapper<UserError>;
  ConsentState: ConsentState;
  Consent: ResolverTypeWrapper<ConsentEntity>;
  RequestConsentInput: RequestConsentInput;
  ConsentPayload: ResolverTypeWrapper<Omit<ConsentPayload, 'consent'> & { consent?: Maybe<ResolversTypes['Consent']> }>;
  EventData: ResolverTypeWrapper<Scalars['EventData']['output']>;
  Event: ResolverTypeWrapper<Event>;
  EventPage: ResolverTypeWrapper<EventPage>;
  WebhookState: WebhookState;
  Webhook: ResolverTypeWrapper<WebhookEntity>;
  WebhookSecret: ResolverTypeWrapper<Omit<WebhookSecret, 'webhook'> & { webhook: ResolversTypes['Webhook'] }>;
  WebhookOutcome: WebhookOutcome;
  WebhookAttempt: ResolverTypeWrapper<WebhookAttempt>;
  WebhookDeadLetter: ResolverTypeWrapper<WebhookDeadLetter>;
  WebhookAttemptConnection: ResolverTypeWrapper<WebhookAttemptConnection>;
  WebhookAttemptEdge: ResolverTypeWrapper<WebhookAttemptEdge>;
  WebhookDeadLetterConnection: ResolverTypeWrapper<WebhookDeadLetterConnection>;
  WebhookDeadLetterEdge: ResolverTypeWrapper<WebhookDeadLetterEdge>;
  WebhookSigningKey: ResolverTypeWrapper<WebhookSigningKey>;
  CreateWebhookInput: CreateWebhookInput;
  UpdateWebhookInput: UpdateWebhookInput;
  WebhookSecretPayload: ResolverTypeWrapper<Omit<WebhookSecretPayload, 'issued'> & { issued?: Maybe<ResolversTypes['WebhookSecret']> }>;
  WebhookPayload: ResolverTypeWrapper<Omit<WebhookPayload, 'webhook'> & { webhook?: Maybe<ResolversTypes['Webhook']> }>;
  WebhookTestPayload: ResolverTypeWrapper<WebhookTestPayload>;
  ItemType: ItemType;
  ExerciseLevel: ExerciseLevel;
  AuthorityKind: AuthorityKind;
  Audience: Audience;
  Channel: Channel;
  ProcessingType: ProcessingType;
  OnlineDepth: OnlineDepth;
  HandlingArea: HandlingArea;
  ItemState: ItemState;
  SpecialProcedure: SpecialProcedure;
  TimeUnit: TimeUnit;
  Duration: ResolverTypeWrapper<Duration>;
  StatedDuration: ResolverTypeWrapper<StatedDuration>;
  TimeLimit: ResolverTypeWrapper<TimeLimit>;
  Fee: ResolverTypeWrapper<Omit<Fee, 'amount'> & { amount?: Maybe<ResolversTypes['Money']> }>;
  MaterialNecessity: MaterialNecessity;
  MaterialForm: MaterialForm;
  MaterialSource: MaterialSource;
  SatisfyingCertificate: ResolverTypeWrapper<Omit<SatisfyingCertificate, 'certificateType'> & { certificateType: ResolversTypes['CertificateType'] }>;
  Issuer: ResolverTypeWrapper<Issuer>;
  Material: ResolverTypeWrapper<MaterialRecord>;
  SituationChoice: ResolverTypeWrapper<SituationChoice>;
  Situation: ResolverTypeWrapper<Situation>;
  SituationOption: ResolverTypeWrapper<SituationOption>;
  Faq: ResolverTypeWrapper<Faq>;
  HandlingPlace: ResolverTypeWrapper<HandlingPlace>;
  ItemResult: ResolverTypeWrapper<Omit<ItemResult, 'certificateType'> & { certificateType?: Maybe<ResolversTypes['CertificateType']> }>;
  ItemChannels: ResolverTypeWrapper<ItemChannels>;
  ItemAuthority: ResolverTypeWrapper<ItemAuthority>;
  ServiceItem: ResolverTypeWrapper<ItemEntity>;
  ItemFilter: ItemFilter;
  ItemConnection: ResolverTypeWrapper<ItemConnectionEntity>;
  ItemEdge: ResolverTypeWrapper<Omit<ItemEdge, 'node'> & { node: ResolversTypes['ServiceItem'] }>;
  ItemFacets: ResolverTypeWrapper<ItemFacets>;
  FacetCount: ResolverTypeWrapper<FacetCount>;
  NoticeKind: NoticeKind;
  TradingSector: TradingSector;
  NoticeNature: NoticeNature;
  TradingProject: ResolverTypeWrapper<ProjectEntity>;
  TradingNotice: ResolverTypeWrapper<NoticeEntity>;
  PartyRole: PartyRole;
  TradingParty: ResolverTypeWrapper<TradingParty>;
  Lot: ResolverTypeWrapper<LotEntity>;
  Award: ResolverTypeWrapper<AwardEntity>;
  Bid: ResolverTypeWrapper<BidEntity>;
  Price: ResolverTypeWrapper<PriceEntity>;
  Rate: ResolverTypeWrapper<Rate>;
  RateMeaning: RateMeaning;
  UnitPrice: ResolverTypeWrapper<Omit<UnitPrice, 'amount'> & { amount: ResolversTypes['Money'] }>;
  SeveralPrices: ResolverTypeWrapper<Omit<SeveralPrices, 'parts'> & { parts: ReadonlyArray<ResolversTypes['PricePart']> }>;
  PricePart: ResolverTypeWrapper<Omit<PricePart, 'price'> & { price: ResolversTypes['Price'] }>;
  UnstatedPrice: ResolverTypeWrapper<UnstatedPrice>;
  NoticePeriodKind: NoticePeriodKind;
  NoticePeriod: ResolverTypeWrapper<NoticePeriod>;
  NoticeFilter: NoticeFilter;
  NoticeConnection: ResolverTypeWrapper<NoticeConnectionEntity>;
  NoticeEdge: ResolverTypeWrapper<Omit<NoticeEdge, 'node'> & { node: ResolversTypes['TradingNotice'] }>;
  Source: ResolverTypeWrapper<SourceEntity>;
  SourceState: SourceState;
  SourceHealth: ResolverTypeWrapper<SourceHealth>;
  SourceOperationHealth: ResolverTypeWrapper<SourceOperationHealth>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  SourceQuality: ResolverTypeWrapper<SourceQualityRecord>;
  SourceQualityFigures: ResolverTypeWrapper<SourceQualityFigures>;
  SourceOperationQuality: ResolverTypeWrapper<SourceOperationQuality>;
  SourceQualityHour: ResolverTypeWrapper<SourceQualityHour>;
  SourceFailureCount: ResolverTypeWrapper<SourceFailureCount>;
  SourceConflict: ResolverTypeWrapper<ConflictCount>;
  SourceDriftKind: SourceDriftKind;
  SourceDriftState: SourceDriftState;
  SourceDrift: ResolverTypeWrapper<SourceDrift>;
  SubmissionState: SubmissionState;
  SubmissionMode: SubmissionMode;
  Submission: ResolverTypeWrapper<SubmissionEntity>;
  MaterialSatisfaction: MaterialSatisfaction;
  SubmittedMaterial: ResolverTypeWrapper<SubmittedMaterial>;
  CustodyParty: ResolverTypeWrapper<CustodyParty>;
  CustodyEntry: ResolverTypeWrapper<CustodyEntry>;
  CustodyAction: CustodyAction;
  SubmissionConnection: ResolverTypeWrapper<Omit<SubmissionConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['SubmissionEdge']> }>;
  SubmissionEdge: ResolverTypeWrapper<Omit<SubmissionEdge, 'node'> & { node: ResolversTypes['Submission'] }>;
  MaterialsCheck: ResolverTypeWrapper<Omit<MaterialsCheck, 'item' | 'required' | 'fetched' | 'satisfiable' | 'missing'> & { item: ResolversTypes['ServiceItem'], required: ReadonlyArray<ResolversTypes['Material']>, fetched: ReadonlyArray<ResolversTypes['MaterialFetched']>, satisfiable: ReadonlyArray<ResolversTypes['MaterialSatisfiable']>, missing: ReadonlyArray<ResolversTypes['MaterialMissing']> }>;
  MaterialFetched: ResolverTypeWrapper<Omit<MaterialFetched, 'material'> & { material: ResolversTypes['Material'] }>;
  MaterialSatisfiable: ResolverTypeWrapper<Omit<MaterialSatisfiable, 'material' | 'certificateType'> & { material: ResolversTypes['Material'], certificateType: ResolversTypes['CertificateType'] }>;
  MaterialMissing: ResolverTypeWrapper<Omit<MaterialMissing, 'material'> & { material: ResolversTypes['Material'] }>;
  ApplicantReference: ApplicantReference;
  SubmittedMaterialInput: SubmittedMaterialInput;
  DocumentInput: DocumentInput;
  SubmitCaseInput: SubmitCaseInput;
  SubmitCasePayload: ResolverTypeWrapper<Omit<SubmitCasePayload, 'submission'> & { submission?: Maybe<ResolversTypes['Submission']> }>;
  ErrorCode: ErrorCode;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Applicant: Applicant;
  IdentifyApplicantInput: IdentifyApplicantInput;
  IdentifyApplicantPayload: IdentifyApplicantPayload;
  Mutation: Record<PropertyKey, never>;
  ID: Scalars['ID']['output'];
  Case: CaseEntity;
  CaseClock: CaseClock;
  CaseEvent: CaseEvent;
  Supplement: Supplement;
  SupplementPart: SupplementPart;
  CaseResult: CaseResultEntity;
  Query: Record<PropertyKey, never>;
  CertificateType: CertificateTypeEntity;
  Certificate: CertificateEntity;
  CertificateFaceField: CertificateFaceField;
  CertificateFile: CertificateFile;
  CertificateVerification: Omit<CertificateVerification, 'provenance'> & { provenance: ResolversParentTypes['Provenance'] };
  CertificateConnection: Omit<CertificateConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['CertificateEdge']> };
  CertificateEdge: Omit<CertificateEdge, 'node'> & { node: ResolversParentTypes['Certificate'] };
  AccessRecord: AccessRecordEntity;
  AccessRecordConnection: Omit<AccessRecordConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['AccessRecordEdge']> };
  AccessRecordEdge: Omit<AccessRecordEdge, 'node'> & { node: ResolversParentTypes['AccessRecord'] };
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  LocalTime: Scalars['LocalTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  DivisionCode: Scalars['DivisionCode']['output'];
  CreditCode: Scalars['CreditCode']['output'];
  ItemCode: Scalars['ItemCode']['output'];
  CertificateTypeCode: Scalars['CertificateTypeCode']['output'];
  CertificateIdentifier: Scalars['CertificateIdentifier']['output'];
  CurrencyCode: Scalars['CurrencyCode']['output'];
  Cursor: Scalars['Cursor']['output'];
  ApplicantHandle: Scalars['ApplicantHandle']['output'];
  IdempotencyKey: Scalars['IdempotencyKey']['output'];
  SituationAnswers: Scalars['SituationAnswers']['output'];
  FormData: Scalars['FormData']['output'];
  Node: NodeEntity;
  PageInfo: PageInfo;
  Provenance: ProvenanceRecord;
  FieldProvenance: FieldProvenanceRecord;
  RawCode: RawCode;
  Money: MoneyEntity;
  StatedAmount: StatedAmount;
  Division: DivisionEntity;
  OpeningHours: OpeningHours;
  Agency: AgencyEntity;
  UserError: UserError;
  Consent: ConsentEntity;
  RequestConsentInput: RequestConsentInput;
  ConsentPayload: Omit<ConsentPayload, 'consent'> & { consent?: Maybe<ResolversParentTypes['Consent']> };
  EventData: Scalars['EventData']['output'];
  Event: Event;
  EventPage: EventPage;
  Webhook: WebhookEntity;
  WebhookSecret: Omit<WebhookSecret, 'webhook'> & { webhook: ResolversParentTypes['Webhook'] };
  WebhookAttempt: WebhookAttempt;
  WebhookDeadLetter: WebhookDeadLetter;
  WebhookAttemptConnection: WebhookAttemptConnection;
  WebhookAttemptEdge: WebhookAttemptEdge;
  WebhookDeadLetterConnection: WebhookDeadLetterConnection;
  WebhookDeadLetterEdge: WebhookDeadLetterEdge;
  WebhookSigningKey: WebhookSigningKey;
  CreateWebhookInput: CreateWebhookInput;
  UpdateWebhookInput: UpdateWebhookInput;
  WebhookSecretPayload: Omit<WebhookSecretPayload, 'issued'> & { issued?: Maybe<ResolversParentTypes['WebhookSecret']> };
  WebhookPayload: Omit<WebhookPayload, 'webhook'> & { webhook?: Maybe<ResolversParentTypes['Webhook']> };
  WebhookTestPayload: WebhookTestPayload;
  Duration: Duration;
  StatedDuration: StatedDuration;
  TimeLimit: TimeLimit;
  Fee: Omit<Fee, 'amount'> & { amount?: Maybe<ResolversParentTypes['Money']> };
  SatisfyingCertificate: Omit<SatisfyingCertificate, 'certificateType'> & { certificateType: ResolversParentTypes['CertificateType'] };
  Issuer: Issuer;
  Material: MaterialRecord;
  SituationChoice: SituationChoice;
  Situation: Situation;
  SituationOption: SituationOption;
  Faq: Faq;
  HandlingPlace: HandlingPlace;
  ItemResult: Omit<ItemResult, 'certificateType'> & { certificateType?: Maybe<ResolversParentTypes['CertificateType']> };
  ItemChannels: ItemChannels;
  ItemAuthority: ItemAuthority;
  ServiceItem: ItemEntity;
  ItemFilter: ItemFilter;
  ItemConnection: ItemConnectionEntity;
  ItemEdge: Omit<ItemEdge, 'node'> & { node: ResolversParentTypes['ServiceItem'] };
  ItemFacets: ItemFacets;
  FacetCount: FacetCount;
  TradingProject: ProjectEntity;
  TradingNotice: NoticeEntity;
  TradingParty: TradingParty;
  Lot: LotEntity;
  Award: AwardEntity;
  Bid: BidEntity;
  Price: PriceEntity;
  Rate: Rate;
  UnitPrice: Omit<UnitPrice, 'amount'> & { amount: ResolversParentTypes['Money'] };
  SeveralPrices: Omit<SeveralPrices, 'parts'> & { parts: ReadonlyArray<ResolversParentTypes['PricePart']> };
  PricePart: Omit<PricePart, 'price'> & { price: ResolversParentTypes['Price'] };
  UnstatedPrice: UnstatedPrice;
  NoticePeriod: NoticePeriod;
  NoticeFilter: NoticeFilter;
  NoticeConnection: NoticeConnectionEntity;
  NoticeEdge: Omit<NoticeEdge, 'node'> & { node: ResolversParentTypes['TradingNotice'] };
  Source: SourceEntity;
  SourceHealth: SourceHealth;
  SourceOperationHealth: SourceOperationHealth;
  Float: Scalars['Float']['output'];
  SourceQuality: SourceQualityRecord;
  SourceQualityFigures: SourceQualityFigures;
  SourceOperationQuality: SourceOperationQuality;
  SourceQualityHour: SourceQualityHour;
  SourceFailureCount: SourceFailureCount;
  SourceConflict: ConflictCount;
  SourceDrift: SourceDrift;
  Submission: SubmissionEntity;
  SubmittedMaterial: SubmittedMaterial;
  CustodyParty: CustodyParty;
  CustodyEntry: CustodyEntry;
  SubmissionConnection: Omit<SubmissionConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['SubmissionEdge']> };
  SubmissionEdge: Omit<SubmissionEdge, 'node'> & { node: ResolversParentTypes['Submission'] };
  MaterialsCheck: Omit<MaterialsCheck, 'item' | 'required' | 'fetched' | 'satisfiable' | 'missing'> & { item: ResolversParentTypes['ServiceItem'], required: ReadonlyArray<ResolversParentTypes['Material']>, fetched: ReadonlyArray<ResolversParentTypes['MaterialFetched']>, satisfiable: ReadonlyArray<ResolversParentTypes['MaterialSatisfiable']>, missing: ReadonlyArray<ResolversParentTypes['MaterialMissing']> };
  MaterialFetched: Omit<MaterialFetched, 'material'> & { material: ResolversParentTypes['Material'] };
  MaterialSatisfiable: Omit<MaterialSatisfiable, 'material' | 'certificateType'> & { material: ResolversParentTypes['Material'], certificateType: ResolversParentTypes['CertificateType'] };
  MaterialMissing: Omit<MaterialMissing, 'material'> & { material: ResolversParentTypes['Material'] };
  ApplicantReference: ApplicantReference;
  SubmittedMaterialInput: SubmittedMaterialInput;
  DocumentInput: DocumentInput;
  SubmitCaseInput: SubmitCaseInput;
  SubmitCasePayload: Omit<SubmitCasePayload, 'submission'> & { submission?: Maybe<ResolversParentTypes['Submission']> };
  String: Scalars['String']['output'];
  Int: Scalars['Int']['output'];
  Boolean: Scalars['Boolean']['output'];
};

export type PublicDirectiveArgs = { };

export type PublicDirectiveResolver<Result, Parent, ContextType = RequestContext, Args = PublicDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AuthenticatedDirectiveArgs = { };

export type AuthenticatedDirectiveResolver<Result, Parent, ContextType = RequestContext, Args = AuthenticatedDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type RequiresScopesDirectiveArgs = {
  scopes: ReadonlyArray<ReadonlyArray<Scalars['String']['input']>>;
};

export type RequiresScopesDirectiveResolver<Result, Parent, ContextType = RequestContext, Args = RequiresScopesDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type CostDirectiveArgs = {
  weight: Scalars['String']['input'];
};

export type CostDirectiveResolver<Result, Parent, ContextType = RequestContext, Args = CostDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ListSizeDirectiveArgs = {
  assumedSize: Maybe<Scalars['Int']['input']>;
  slicingArguments: Maybe<ReadonlyArray<Scalars['String']['input']>>;
  sizedFields: Maybe<ReadonlyArray<Scalars['String']['input']>>;
  requireOneSlicingArgument?: Maybe<Scalars['Boolean']['input']>;
};

export type ListSizeDirectiveResolver<Result, Parent, ContextType = RequestContext, Args = ListSizeDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ApplicantResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Applicant'] = ResolversParentTypes['Applicant']> = {
  handle?: Resolver<ResolversTypes['ApplicantHandle'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ApplicantKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  documentType?: Resolver<ResolversTypes['IdentityDocumentType'], ParentType, ContextType>;
  documentNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['IdentityLevel'], ParentType, ContextType>;
  registerCheck?: Resolver<Maybe<ResolversTypes['RegisterCheck']>, ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type IdentifyApplicantPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['IdentifyApplicantPayload'] = ResolversParentTypes['IdentifyApplicantPayload']> = {
  applicant?: Resolver<Maybe<ResolversTypes['Applicant']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  identifyApplicant?: Resolver<Maybe<ResolversTypes['IdentifyApplicantPayload']>, ParentType, ContextType, RequireFields<MutationIdentifyApplicantArgs, 'input'>>;
  requestConsent?: Resolver<Maybe<ResolversTypes['ConsentPayload']>, ParentType, ContextType, RequireFields<MutationRequestConsentArgs, 'input' | 'idempotencyKey'>>;
  decideConsent?: Resolver<Maybe<ResolversTypes['ConsentPayload']>, ParentType, ContextType, RequireFields<MutationDecideConsentArgs, 'id' | 'matchCode' | 'granted'>>;
  revokeConsent?: Resolver<Maybe<ResolversTypes['ConsentPayload']>, ParentType, ContextType, RequireFields<MutationRevokeConsentArgs, 'id'>>;
  createWebhook?: Resolver<Maybe<ResolversTypes['WebhookSecretPayload']>, ParentType, ContextType, RequireFields<MutationCreateWebhookArgs, 'input'>>;
  updateWebhook?: Resolver<Maybe<ResolversTypes['WebhookPayload']>, ParentType, ContextType, RequireFields<MutationUpdateWebhookArgs, 'id' | 'input'>>;
  deleteWebhook?: Resolver<Maybe<ResolversTypes['WebhookPayload']>, ParentType, ContextType, RequireFields<MutationDeleteWebhookArgs, 'id'>>;
  rotateWebhookSecret?: Resolver<Maybe<ResolversTypes['WebhookSecretPayload']>, ParentType, ContextType, RequireFields<MutationRotateWebhookSecretArgs, 'id' | 'overlapHours'>>;
  sendTestEvent?: Resolver<Maybe<ResolversTypes['WebhookTestPayload']>, ParentType, ContextType, RequireFields<MutationSendTestEventArgs, 'id'>>;
  replayEvents?: Resolver<Maybe<ResolversTypes['WebhookPayload']>, ParentType, ContextType, RequireFields<MutationReplayEventsArgs, 'webhook'>>;
  submitCase?: Resolver<Maybe<ResolversTypes['SubmitCasePayload']>, ParentType, ContextType, RequireFields<MutationSubmitCaseArgs, 'input' | 'idempotencyKey'>>;
};

export type CaseResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Case'] = ResolversParentTypes['Case']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CaseState'], ParentType, ContextType>;
  rawState?: Resolver<Maybe<ResolversTypes['RawCode']>, ParentType, ContextType>;
  dataVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  light?: Resolver<Maybe<ResolversTypes['CaseLight']>, ParentType, ContextType>;
  clock?: Resolver<Maybe<ResolversTypes['CaseClock']>, ParentType, ContextType>;
  history?: Resolver<ReadonlyArray<ResolversTypes['CaseEvent']>, ParentType, ContextType>;
  supplements?: Resolver<ReadonlyArray<ResolversTypes['Supplement']>, ParentType, ContextType>;
  result?: Resolver<Maybe<ResolversTypes['CaseResult']>, ParentType, ContextType>;
  submission?: Resolver<Maybe<ResolversTypes['Submission']>, ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CaseClockResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CaseClock'] = ResolversParentTypes['CaseClock']> = {
  limit?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
  startedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  dueOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  elapsed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  suspended?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  provisional?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type CaseEventResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CaseEvent'] = ResolversParentTypes['CaseEvent']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CaseState'], ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  raw?: Resolver<Maybe<ResolversTypes['RawCode']>, ParentType, ContextType>;
};

export type SupplementResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Supplement'] = ResolversParentTypes['Supplement']> = {
  askedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  dueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  parts?: Resolver<ReadonlyArray<ResolversTypes['SupplementPart']>, ParentType, ContextType>;
};

export type SupplementPartResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SupplementPart'] = ResolversParentTypes['SupplementPart']> = {
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  material?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CaseResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CaseResult'] = ResolversParentTypes['CaseResult']> = {
  granted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  decidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  certificateIdentifier?: Resolver<Maybe<ResolversTypes['CertificateIdentifier']>, ParentType, ContextType>;
  certificate?: Resolver<Maybe<ResolversTypes['Certificate']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  case?: Resolver<Maybe<ResolversTypes['Case']>, ParentType, ContextType, RequireFields<QueryCaseArgs, 'id'>>;
  certificates?: Resolver<Maybe<ResolversTypes['CertificateConnection']>, ParentType, ContextType, RequireFields<QueryCertificatesArgs, 'holder' | 'consent' | 'first'>>;
  verifyCertificate?: Resolver<Maybe<ResolversTypes['CertificateVerification']>, ParentType, ContextType, RequireFields<QueryVerifyCertificateArgs, 'identifier' | 'purpose'>>;
  accessRecords?: Resolver<Maybe<ResolversTypes['AccessRecordConnection']>, ParentType, ContextType, RequireFields<QueryAccessRecordsArgs, 'first'>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  consent?: Resolver<Maybe<ResolversTypes['Consent']>, ParentType, ContextType, RequireFields<QueryConsentArgs, 'id'>>;
  events?: Resolver<Maybe<ResolversTypes['EventPage']>, ParentType, ContextType, RequireFields<QueryEventsArgs, 'first' | 'wait'>>;
  webhooks?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Webhook']>>, ParentType, ContextType>;
  webhookAttempts?: Resolver<Maybe<ResolversTypes['WebhookAttemptConnection']>, ParentType, ContextType, RequireFields<QueryWebhookAttemptsArgs, 'webhook' | 'first'>>;
  webhookDeadLetters?: Resolver<Maybe<ResolversTypes['WebhookDeadLetterConnection']>, ParentType, ContextType, RequireFields<QueryWebhookDeadLettersArgs, 'webhook' | 'first'>>;
  webhookSigningKeys?: Resolver<Maybe<ReadonlyArray<ResolversTypes['WebhookSigningKey']>>, ParentType, ContextType>;
  item?: Resolver<Maybe<ResolversTypes['ServiceItem']>, ParentType, ContextType, RequireFields<QueryItemArgs, 'code'>>;
  itemsByCode?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['ServiceItem']>>>, ParentType, ContextType, RequireFields<QueryItemsByCodeArgs, 'codes'>>;
  items?: Resolver<Maybe<ResolversTypes['ItemConnection']>, ParentType, ContextType, RequireFields<QueryItemsArgs, 'first'>>;
  notice?: Resolver<Maybe<ResolversTypes['TradingNotice']>, ParentType, ContextType, RequireFields<QueryNoticeArgs, 'id'>>;
  notices?: Resolver<Maybe<ResolversTypes['NoticeConnection']>, ParentType, ContextType, RequireFields<QueryNoticesArgs, 'first'>>;
  tradingProject?: Resolver<Maybe<ResolversTypes['TradingProject']>, ParentType, ContextType, RequireFields<QueryTradingProjectArgs, 'code'>>;
  sources?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Source']>>, ParentType, ContextType>;
  checkMaterials?: Resolver<Maybe<ResolversTypes['MaterialsCheck']>, ParentType, ContextType, RequireFields<QueryCheckMaterialsArgs, 'item'>>;
  submission?: Resolver<Maybe<ResolversTypes['Submission']>, ParentType, ContextType, RequireFields<QuerySubmissionArgs, 'id'>>;
  submissions?: Resolver<Maybe<ResolversTypes['SubmissionConnection']>, ParentType, ContextType, RequireFields<QuerySubmissionsArgs, 'first'>>;
};

export type CertificateTypeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CertificateType'] = ResolversParentTypes['CertificateType']> = {
  code?: Resolver<ResolversTypes['CertificateTypeCode'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CertificateResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Certificate'] = ResolversParentTypes['Certificate']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  identifier?: Resolver<ResolversTypes['CertificateIdentifier'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['CertificateType'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  holder?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  issuer?: Resolver<ResolversTypes['Issuer'], ParentType, ContextType>;
  issuedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  validFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  openEnded?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CertificateStatus'], ParentType, ContextType>;
  rawStatus?: Resolver<Maybe<ResolversTypes['RawCode']>, ParentType, ContextType>;
  face?: Resolver<ReadonlyArray<ResolversTypes['CertificateFaceField']>, ParentType, ContextType>;
  warnings?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  verification?: Resolver<Maybe<ResolversTypes['CertificateVerification']>, ParentType, ContextType>;
  file?: Resolver<Maybe<ResolversTypes['CertificateFile']>, ParentType, ContextType, RequireFields<CertificateFileArgs, 'format'>>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CertificateFaceFieldResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CertificateFaceField'] = ResolversParentTypes['CertificateFaceField']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CertificateFileResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CertificateFile'] = ResolversParentTypes['CertificateFile']> = {
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  mediaType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type CertificateVerificationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CertificateVerification'] = ResolversParentTypes['CertificateVerification']> = {
  status?: Resolver<ResolversTypes['VerificationStatus'], ParentType, ContextType>;
  certificateStatus?: Resolver<ResolversTypes['CertificateStatus'], ParentType, ContextType>;
  signedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  checkedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
};

export type CertificateConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CertificateConnection'] = ResolversParentTypes['CertificateConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['CertificateEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CertificateEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CertificateEdge'] = ResolversParentTypes['CertificateEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Certificate'], ParentType, ContextType>;
};

export type AccessRecordResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccessRecord'] = ResolversParentTypes['AccessRecord']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  client?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  operator?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  action?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  certificateType?: Resolver<Maybe<ResolversTypes['CertificateTypeCode']>, ParentType, ContextType>;
  purpose?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  consentId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  requestId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AccessRecordConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccessRecordConnection'] = ResolversParentTypes['AccessRecordConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AccessRecordEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AccessRecordEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccessRecordEdge'] = ResolversParentTypes['AccessRecordEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AccessRecord'], ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface LocalTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LocalTime'], any> {
  name: 'LocalTime';
}

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export interface DivisionCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DivisionCode'], any> {
  name: 'DivisionCode';
}

export interface CreditCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CreditCode'], any> {
  name: 'CreditCode';
}

export interface ItemCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['ItemCode'], any> {
  name: 'ItemCode';
}

export interface CertificateTypeCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CertificateTypeCode'], any> {
  name: 'CertificateTypeCode';
}

export interface CertificateIdentifierScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CertificateIdentifier'], any> {
  name: 'CertificateIdentifier';
}

export interface CurrencyCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CurrencyCode'], any> {
  name: 'CurrencyCode';
}

export interface CursorScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Cursor'], any> {
  name: 'Cursor';
}

export interface ApplicantHandleScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['ApplicantHandle'], any> {
  name: 'ApplicantHandle';
}

export interface IdempotencyKeyScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['IdempotencyKey'], any> {
  name: 'IdempotencyKey';
}

export interface SituationAnswersScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['SituationAnswers'], any> {
  name: 'SituationAnswers';
}

export interface FormDataScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['FormData'], any> {
  name: 'FormData';
}

export type NodeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType?: TypeResolveFn<'Case' | 'Certificate' | 'AccessRecord' | 'Agency' | 'Consent' | 'ServiceItem' | 'TradingProject' | 'TradingNotice' | 'Source' | 'Submission', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  startCursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ProvenanceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Provenance'] = ResolversParentTypes['Provenance']> = {
  source?: Resolver<Maybe<ResolversTypes['Source']>, ParentType, ContextType>;
  fetchedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  asOf?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  freshness?: Resolver<ResolversTypes['Freshness'], ParentType, ContextType>;
  ageSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  fields?: Resolver<ReadonlyArray<ResolversTypes['FieldProvenance']>, ParentType, ContextType>;
  unanswered?: Resolver<ReadonlyArray<ResolversTypes['Source']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type FieldProvenanceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['FieldProvenance'] = ResolversParentTypes['FieldProvenance']> = {
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['Source']>, ParentType, ContextType>;
  fetchedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  freshness?: Resolver<ResolversTypes['Freshness'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['FieldDoubt']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RawCodeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RawCode'] = ResolversParentTypes['RawCode']> = {
  system?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tableVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MoneyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  value?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  stated?: Resolver<Maybe<ResolversTypes['StatedAmount']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StatedAmountResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StatedAmount'] = ResolversParentTypes['StatedAmount']> = {
  value?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DivisionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Division'] = ResolversParentTypes['Division']> = {
  code?: Resolver<ResolversTypes['DivisionCode'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fullName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type OpeningHoursResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OpeningHours'] = ResolversParentTypes['OpeningHours']> = {
  day?: Resolver<ResolversTypes['Weekday'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['LocalTime'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['LocalTime'], ParentType, ContextType>;
};

export type AgencyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Agency'] = ResolversParentTypes['Agency']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  creditCode?: Resolver<Maybe<ResolversTypes['CreditCode']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  division?: Resolver<Maybe<ResolversTypes['Division']>, ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  telephone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  complaintTelephone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  openingHours?: Resolver<ReadonlyArray<ResolversTypes['OpeningHours']>, ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ConsentResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Consent'] = ResolversParentTypes['Consent']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ConsentState'], ParentType, ContextType>;
  certificateTypes?: Resolver<ReadonlyArray<ResolversTypes['CertificateType']>, ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  client?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  uses?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  usesLeft?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  decidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  matchCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConsentPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ConsentPayload'] = ResolversParentTypes['ConsentPayload']> = {
  consent?: Resolver<Maybe<ResolversTypes['Consent']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export interface EventDataScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['EventData'], any> {
  name: 'EventData';
}

export type EventResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Event'] = ResolversParentTypes['Event']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sequence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  previous?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  submission?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  case?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  data?: Resolver<ResolversTypes['EventData'], ParentType, ContextType>;
};

export type EventPageResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['EventPage'] = ResolversParentTypes['EventPage']> = {
  events?: Resolver<ReadonlyArray<ResolversTypes['Event']>, ParentType, ContextType>;
  throughSequence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lastSequence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type WebhookResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Webhook'] = ResolversParentTypes['Webhook']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  types?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['WebhookState'], ParentType, ContextType>;
  stateReason?: Resolver<Maybe<ResolversTypes['WebhookOutcome']>, ParentType, ContextType>;
  throughSequence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  waiting?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  deadLetters?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  failingSince?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  nextAttemptAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type WebhookSecretResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WebhookSecret'] = ResolversParentTypes['WebhookSecret']> = {
  webhook?: Resolver<ResolversTypes['Webhook'], ParentType, ContextType>;
  secret?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type WebhookAttemptResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WebhookAttempt'] = ResolversParentTypes['WebhookAttempt']> = {
  sequence?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  event?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  attempt?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  durationMs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['WebhookOutcome'], ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type WebhookDeadLetterResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WebhookDeadLetter'] = ResolversParentTypes['WebhookDeadLetter']> = {
  sequence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  event?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['WebhookOutcome'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type WebhookAttemptConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WebhookAttemptConnection'] = ResolversParentTypes['WebhookAttemptConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['WebhookAttemptEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type WebhookAttemptEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WebhookAttemptEdge'] = ResolversParentTypes['WebhookAttemptEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['WebhookAttempt'], ParentType, ContextType>;
};

export type WebhookDeadLetterConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WebhookDeadLetterConnection'] = ResolversParentTypes['WebhookDeadLetterConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['WebhookDeadLetterEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type WebhookDeadLetterEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WebhookDeadLetterEdge'] = ResolversParentTypes['WebhookDeadLetterEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['WebhookDeadLetter'], ParentType, ContextType>;
};

export type WebhookSigningKeyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WebhookSigningKey'] = ResolversParentTypes['WebhookSigningKey']> = {
  id?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  algorithm?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  publicKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type WebhookSecretPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WebhookSecretPayload'] = ResolversParentTypes['WebhookSecretPayload']> = {
  issued?: Resolver<Maybe<ResolversTypes['WebhookSecret']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type WebhookPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WebhookPayload'] = ResolversParentTypes['WebhookPayload']> = {
  webhook?: Resolver<Maybe<ResolversTypes['Webhook']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type WebhookTestPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WebhookTestPayload'] = ResolversParentTypes['WebhookTestPayload']> = {
  attempt?: Resolver<Maybe<ResolversTypes['WebhookAttempt']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DurationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Duration'] = ResolversParentTypes['Duration']> = {
  amount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['TimeUnit'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type StatedDurationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StatedDuration'] = ResolversParentTypes['StatedDuration']> = {
  amount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['TimeUnit']>, ParentType, ContextType>;
  rawUnit?: Resolver<Maybe<ResolversTypes['RawCode']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TimeLimitResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TimeLimit'] = ResolversParentTypes['TimeLimit']> = {
  statutory?: Resolver<Maybe<ResolversTypes['StatedDuration']>, ParentType, ContextType>;
  promised?: Resolver<Maybe<ResolversTypes['StatedDuration']>, ParentType, ContextType>;
};

export type FeeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Fee'] = ResolversParentTypes['Fee']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  amount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  formula?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  basis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SatisfyingCertificateResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SatisfyingCertificate'] = ResolversParentTypes['SatisfyingCertificate']> = {
  certificateType?: Resolver<ResolversTypes['CertificateType'], ParentType, ContextType>;
  issuer?: Resolver<Maybe<ResolversTypes['Issuer']>, ParentType, ContextType>;
};

export type IssuerResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Issuer'] = ResolversParentTypes['Issuer']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  creditCode?: Resolver<Maybe<ResolversTypes['CreditCode']>, ParentType, ContextType>;
};

export type MaterialResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Material'] = ResolversParentTypes['Material']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  necessity?: Resolver<Maybe<ResolversTypes['MaterialNecessity']>, ParentType, ContextType>;
  rawNecessity?: Resolver<Maybe<ResolversTypes['RawCode']>, ParentType, ContextType>;
  form?: Resolver<Maybe<ResolversTypes['MaterialForm']>, ParentType, ContextType>;
  rawForm?: Resolver<Maybe<ResolversTypes['RawCode']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['MaterialSource']>, ParentType, ContextType>;
  rawSource?: Resolver<Maybe<ResolversTypes['RawCode']>, ParentType, ContextType>;
  copies?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  formats?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  standard?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  guidance?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  basis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  blankForm?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sample?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  satisfiedBy?: Resolver<ReadonlyArray<ResolversTypes['SatisfyingCertificate']>, ParentType, ContextType>;
  situations?: Resolver<ReadonlyArray<ResolversTypes['SituationChoice']>, ParentType, ContextType>;
};

export type SituationChoiceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SituationChoice'] = ResolversParentTypes['SituationChoice']> = {
  question?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  option?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SituationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Situation'] = ResolversParentTypes['Situation']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  question?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  multiple?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  root?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  options?: Resolver<ReadonlyArray<ResolversTypes['SituationOption']>, ParentType, ContextType>;
};

export type SituationOptionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SituationOption'] = ResolversParentTypes['SituationOption']> = {
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  next?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type FaqResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Faq'] = ResolversParentTypes['Faq']> = {
  question?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  answer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type HandlingPlaceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HandlingPlace'] = ResolversParentTypes['HandlingPlace']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  counter?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  telephone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hours?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ItemResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ItemResult'] = ResolversParentTypes['ItemResult']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  certificateType?: Resolver<Maybe<ResolversTypes['CertificateType']>, ParentType, ContextType>;
  sample?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ItemChannelsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ItemChannels'] = ResolversParentTypes['ItemChannels']> = {
  handling?: Resolver<ReadonlyArray<ResolversTypes['Channel']>, ParentType, ContextType>;
  onlineDepth?: Resolver<ReadonlyArray<ResolversTypes['OnlineDepth']>, ParentType, ContextType>;
  rawOnlineDepth?: Resolver<ReadonlyArray<ResolversTypes['RawCode']>, ParentType, ContextType>;
  onlineUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mobileUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  bookable?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  payableOnline?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  courier?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  inServiceHall?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  terminal?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type ItemAuthorityResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ItemAuthority'] = ResolversParentTypes['ItemAuthority']> = {
  kind?: Resolver<Maybe<ResolversTypes['AuthorityKind']>, ParentType, ContextType>;
  entrustedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  level?: Resolver<Maybe<ResolversTypes['ExerciseLevel']>, ParentType, ContextType>;
  powerSource?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  basis?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  jointAgencies?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ServiceItemResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ServiceItem'] = ResolversParentTypes['ServiceItem']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['ItemCode'], ParentType, ContextType>;
  catalogCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  taskCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  handlingItemCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  localCatalogCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  localTaskCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sourceRowId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dataSource?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  mainItem?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['ItemType']>, ParentType, ContextType>;
  rawType?: Resolver<Maybe<ResolversTypes['RawCode']>, ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['ItemState']>, ParentType, ContextType>;
  rawState?: Resolver<Maybe<ResolversTypes['RawCode']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  effectiveFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  effectiveTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  division?: Resolver<ResolversTypes['Division'], ParentType, ContextType>;
  agency?: Resolver<Maybe<ResolversTypes['Agency']>, ParentType, ContextType>;
  authority?: Resolver<ResolversTypes['ItemAuthority'], ParentType, ContextType>;
  audience?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Audience']>>, ParentType, ContextType>;
  topics?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  processingType?: Resolver<Maybe<ResolversTypes['ProcessingType']>, ParentType, ContextType>;
  rawProcessingType?: Resolver<Maybe<ResolversTypes['RawCode']>, ParentType, ContextType>;
  specialProcedure?: Resolver<Maybe<ResolversTypes['SpecialProcedure']>, ParentType, ContextType>;
  timeLimit?: Resolver<ResolversTypes['TimeLimit'], ParentType, ContextType>;
  channels?: Resolver<ResolversTypes['ItemChannels'], ParentType, ContextType>;
  visits?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  visitsNote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  handlingAreas?: Resolver<ReadonlyArray<ResolversTypes['HandlingArea']>, ParentType, ContextType>;
  places?: Resolver<ReadonlyArray<ResolversTypes['HandlingPlace']>, ParentType, ContextType>;
  process?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  conditions?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  commitmentAllowed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  creditCommitment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isSecret?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  intermediaryServices?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  fees?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Fee']>>, ParentType, ContextType>;
  results?: Resolver<ReadonlyArray<ResolversTypes['ItemResult']>, ParentType, ContextType>;
  situations?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Situation']>>, ParentType, ContextType>;
  materials?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Material']>>, ParentType, ContextType>;
  faqs?: Resolver<ReadonlyArray<ResolversTypes['Faq']>, ParentType, ContextType>;
  plainGuide?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ItemConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ItemConnection'] = ResolversParentTypes['ItemConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ItemEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  facets?: Resolver<ResolversTypes['ItemFacets'], ParentType, ContextType>;
};

export type ItemEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ItemEdge'] = ResolversParentTypes['ItemEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ServiceItem'], ParentType, ContextType>;
};

export type ItemFacetsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ItemFacets'] = ResolversParentTypes['ItemFacets']> = {
  types?: Resolver<ReadonlyArray<ResolversTypes['FacetCount']>, ParentType, ContextType>;
  divisions?: Resolver<ReadonlyArray<ResolversTypes['FacetCount']>, ParentType, ContextType>;
  otherDivisions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  agencies?: Resolver<ReadonlyArray<ResolversTypes['FacetCount']>, ParentType, ContextType>;
  otherAgencies?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  audience?: Resolver<ReadonlyArray<ResolversTypes['FacetCount']>, ParentType, ContextType>;
  onlineDepth?: Resolver<ReadonlyArray<ResolversTypes['FacetCount']>, ParentType, ContextType>;
  handlingArea?: Resolver<ReadonlyArray<ResolversTypes['FacetCount']>, ParentType, ContextType>;
};

export type FacetCountResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['FacetCount'] = ResolversParentTypes['FacetCount']> = {
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TradingProjectResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TradingProject'] = ResolversParentTypes['TradingProject']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ocid?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sector?: Resolver<ResolversTypes['TradingSector'], ParentType, ContextType>;
  division?: Resolver<Maybe<ResolversTypes['Division']>, ParentType, ContextType>;
  notices?: Resolver<ReadonlyArray<ResolversTypes['TradingNotice']>, ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TradingNoticeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TradingNotice'] = ResolversParentTypes['TradingNotice']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['NoticeKind'], ParentType, ContextType>;
  rawKind?: Resolver<Maybe<ResolversTypes['RawCode']>, ParentType, ContextType>;
  nature?: Resolver<Maybe<ResolversTypes['NoticeNature']>, ParentType, ContextType>;
  sector?: Resolver<ResolversTypes['TradingSector'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  publishedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  division?: Resolver<Maybe<ResolversTypes['Division']>, ParentType, ContextType>;
  rawDivision?: Resolver<Maybe<ResolversTypes['RawCode']>, ParentType, ContextType>;
  project?: Resolver<Maybe<ResolversTypes['TradingProject']>, ParentType, ContextType>;
  parties?: Resolver<ReadonlyArray<ResolversTypes['TradingParty']>, ParentType, ContextType>;
  lots?: Resolver<ReadonlyArray<ResolversTypes['Lot']>, ParentType, ContextType>;
  periods?: Resolver<ReadonlyArray<ResolversTypes['NoticePeriod']>, ParentType, ContextType>;
  period?: Resolver<Maybe<ResolversTypes['NoticePeriod']>, ParentType, ContextType>;
  jointBid?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  media?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  related?: Resolver<Maybe<ResolversTypes['TradingNotice']>, ParentType, ContextType>;
  first?: Resolver<Maybe<ResolversTypes['TradingNotice']>, ParentType, ContextType>;
  documentPrice?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unread?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TradingPartyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TradingParty'] = ResolversParentTypes['TradingParty']> = {
  role?: Resolver<ResolversTypes['PartyRole'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  creditCode?: Resolver<Maybe<ResolversTypes['CreditCode']>, ParentType, ContextType>;
};

export type LotResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Lot'] = ResolversParentTypes['Lot']> = {
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tradeCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  estimate?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  bids?: Resolver<ReadonlyArray<ResolversTypes['Bid']>, ParentType, ContextType>;
  awards?: Resolver<ReadonlyArray<ResolversTypes['Award']>, ParentType, ContextType>;
};

export type AwardResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Award'] = ResolversParentTypes['Award']> = {
  rank?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  bidders?: Resolver<ReadonlyArray<ResolversTypes['TradingParty']>, ParentType, ContextType>;
  bidder?: Resolver<ResolversTypes['TradingParty'], ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Price'], ParentType, ContextType>;
  performance?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type BidResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Bid'] = ResolversParentTypes['Bid']> = {
  bidders?: Resolver<ReadonlyArray<ResolversTypes['TradingParty']>, ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Price'], ParentType, ContextType>;
  performance?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PriceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Price'] = ResolversParentTypes['Price']> = {
  __resolveType?: TypeResolveFn<'Money' | 'Rate' | 'UnitPrice' | 'SeveralPrices' | 'UnstatedPrice', ParentType, ContextType>;
};

export type RateResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Rate'] = ResolversParentTypes['Rate']> = {
  percent?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  of?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  meaning?: Resolver<Maybe<ResolversTypes['RateMeaning']>, ParentType, ContextType>;
  raw?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UnitPriceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UnitPrice'] = ResolversParentTypes['UnitPrice']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  per?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  raw?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SeveralPricesResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SeveralPrices'] = ResolversParentTypes['SeveralPrices']> = {
  parts?: Resolver<ReadonlyArray<ResolversTypes['PricePart']>, ParentType, ContextType>;
  raw?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PricePartResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PricePart'] = ResolversParentTypes['PricePart']> = {
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Price'], ParentType, ContextType>;
};

export type UnstatedPriceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UnstatedPrice'] = ResolversParentTypes['UnstatedPrice']> = {
  raw?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NoticePeriodResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['NoticePeriod'] = ResolversParentTypes['NoticePeriod']> = {
  kind?: Resolver<ResolversTypes['NoticePeriodKind'], ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastDayForObjection?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type NoticeConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['NoticeConnection'] = ResolversParentTypes['NoticeConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['NoticeEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type NoticeEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['NoticeEdge'] = ResolversParentTypes['NoticeEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['TradingNotice'], ParentType, ContextType>;
};

export type SourceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Source'] = ResolversParentTypes['Source']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['CreditCode']>, ParentType, ContextType>;
  ports?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  divisions?: Resolver<ReadonlyArray<ResolversTypes['DivisionCode']>, ParentType, ContextType>;
  health?: Resolver<Maybe<ResolversTypes['SourceHealth']>, ParentType, ContextType>;
  quality?: Resolver<ResolversTypes['SourceQuality'], ParentType, ContextType, Partial<SourceQualityArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SourceHealthResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SourceHealth'] = ResolversParentTypes['SourceHealth']> = {
  state?: Resolver<ResolversTypes['SourceState'], ParentType, ContextType>;
  lastSuccessAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastFailureAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastFailureCode?: Resolver<Maybe<ResolversTypes['ErrorCode']>, ParentType, ContextType>;
  operations?: Resolver<ReadonlyArray<ResolversTypes['SourceOperationHealth']>, ParentType, ContextType>;
};

export type SourceOperationHealthResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SourceOperationHealth'] = ResolversParentTypes['SourceOperationHealth']> = {
  operation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  calls?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  failures?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  latencyP50Ms?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  latencyP95Ms?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type SourceQualityResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SourceQuality'] = ResolversParentTypes['SourceQuality']> = {
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  totals?: Resolver<ResolversTypes['SourceQualityFigures'], ParentType, ContextType>;
  hours?: Resolver<ReadonlyArray<ResolversTypes['SourceQualityHour']>, ParentType, ContextType>;
  operations?: Resolver<ReadonlyArray<ResolversTypes['SourceOperationQuality']>, ParentType, ContextType>;
  conflicts?: Resolver<ReadonlyArray<ResolversTypes['SourceConflict']>, ParentType, ContextType>;
  drifts?: Resolver<ReadonlyArray<ResolversTypes['SourceDrift']>, ParentType, ContextType>;
};

export type SourceQualityFiguresResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SourceQualityFigures'] = ResolversParentTypes['SourceQualityFigures']> = {
  calls?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  successes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  successShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  failures?: Resolver<ReadonlyArray<ResolversTypes['SourceFailureCount']>, ParentType, ContextType>;
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  loadFactor?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  latencyP50Ms?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  latencyP95Ms?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  latencyP99Ms?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  shapeErrors?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  skippedRows?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  staleAnswers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  staleShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  staleAgeP95Ms?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  conflicts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SourceOperationQualityResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SourceOperationQuality'] = ResolversParentTypes['SourceOperationQuality']> = {
  operation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  figures?: Resolver<ResolversTypes['SourceQualityFigures'], ParentType, ContextType>;
  availability?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  worstHour?: Resolver<Maybe<ResolversTypes['SourceQualityHour']>, ParentType, ContextType>;
};

export type SourceQualityHourResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SourceQualityHour'] = ResolversParentTypes['SourceQualityHour']> = {
  hour?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  calls?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  successes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  successShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type SourceFailureCountResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SourceFailureCount'] = ResolversParentTypes['SourceFailureCount']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SourceConflictResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SourceConflict'] = ResolversParentTypes['SourceConflict']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['Source']>, ParentType, ContextType>;
  port?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SourceDriftResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SourceDrift'] = ResolversParentTypes['SourceDrift']> = {
  operation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SourceDriftKind'], ParentType, ContextType>;
  was?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  now?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lastSeen?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  seen?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['SourceDriftState'], ParentType, ContextType>;
};

export type SubmissionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Submission'] = ResolversParentTypes['Submission']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  receiptNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['SubmissionState'], ParentType, ContextType>;
  stateReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mode?: Resolver<ResolversTypes['SubmissionMode'], ParentType, ContextType>;
  item?: Resolver<Maybe<ResolversTypes['ServiceItem']>, ParentType, ContextType>;
  itemVersion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  submittedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  answers?: Resolver<ResolversTypes['SituationAnswers'], ParentType, ContextType>;
  materials?: Resolver<ReadonlyArray<ResolversTypes['SubmittedMaterial']>, ParentType, ContextType>;
  custody?: Resolver<ReadonlyArray<ResolversTypes['CustodyEntry']>, ParentType, ContextType>;
  case?: Resolver<Maybe<ResolversTypes['Case']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SubmittedMaterialResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SubmittedMaterial'] = ResolversParentTypes['SubmittedMaterial']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  satisfaction?: Resolver<ResolversTypes['MaterialSatisfaction'], ParentType, ContextType>;
};

export type CustodyPartyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CustodyParty'] = ResolversParentTypes['CustodyParty']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  branch?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  operator?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CustodyEntryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CustodyEntry'] = ResolversParentTypes['CustodyEntry']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['CustodyParty'], ParentType, ContextType>;
  action?: Resolver<ResolversTypes['CustodyAction'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SubmissionConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SubmissionConnection'] = ResolversParentTypes['SubmissionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SubmissionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SubmissionEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SubmissionEdge'] = ResolversParentTypes['SubmissionEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Submission'], ParentType, ContextType>;
};

export type MaterialsCheckResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MaterialsCheck'] = ResolversParentTypes['MaterialsCheck']> = {
  item?: Resolver<ResolversTypes['ServiceItem'], ParentType, ContextType>;
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  materialsKnown?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  incompleteReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  openQuestions?: Resolver<ReadonlyArray<ResolversTypes['Situation']>, ParentType, ContextType>;
  required?: Resolver<ReadonlyArray<ResolversTypes['Material']>, ParentType, ContextType>;
  fetched?: Resolver<ReadonlyArray<ResolversTypes['MaterialFetched']>, ParentType, ContextType>;
  satisfiable?: Resolver<ReadonlyArray<ResolversTypes['MaterialSatisfiable']>, ParentType, ContextType>;
  missing?: Resolver<ReadonlyArray<ResolversTypes['MaterialMissing']>, ParentType, ContextType>;
};

export type MaterialFetchedResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MaterialFetched'] = ResolversParentTypes['MaterialFetched']> = {
  material?: Resolver<ResolversTypes['Material'], ParentType, ContextType>;
  why?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MaterialSatisfiableResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MaterialSatisfiable'] = ResolversParentTypes['MaterialSatisfiable']> = {
  material?: Resolver<ResolversTypes['Material'], ParentType, ContextType>;
  certificateType?: Resolver<ResolversTypes['CertificateType'], ParentType, ContextType>;
  held?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  certificate?: Resolver<Maybe<ResolversTypes['CertificateIdentifier']>, ParentType, ContextType>;
  needsConsent?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type MaterialMissingResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MaterialMissing'] = ResolversParentTypes['MaterialMissing']> = {
  material?: Resolver<ResolversTypes['Material'], ParentType, ContextType>;
  why?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  howToGet?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  deferrable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SubmitCasePayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SubmitCasePayload'] = ResolversParentTypes['SubmitCasePayload']> = {
  submission?: Resolver<Maybe<ResolversTypes['Submission']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = RequestContext> = {
  Applicant?: ApplicantResolvers<ContextType>;
  IdentifyApplicantPayload?: IdentifyApplicantPayloadResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Case?: CaseResolvers<ContextType>;
  CaseClock?: CaseClockResolvers<ContextType>;
  CaseEvent?: CaseEventResolvers<ContextType>;
  Supplement?: SupplementResolvers<ContextType>;
  SupplementPart?: SupplementPartResolvers<ContextType>;
  CaseResult?: CaseResultResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  CertificateType?: CertificateTypeResolvers<ContextType>;
  Certificate?: CertificateResolvers<ContextType>;
  CertificateFaceField?: CertificateFaceFieldResolvers<ContextType>;
  CertificateFile?: CertificateFileResolvers<ContextType>;
  CertificateVerification?: CertificateVerificationResolvers<ContextType>;
  CertificateConnection?: CertificateConnectionResolvers<ContextType>;
  CertificateEdge?: CertificateEdgeResolvers<ContextType>;
  AccessRecord?: AccessRecordResolvers<ContextType>;
  AccessRecordConnection?: AccessRecordConnectionResolvers<ContextType>;
  AccessRecordEdge?: AccessRecordEdgeResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  LocalTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  DivisionCode?: GraphQLScalarType;
  CreditCode?: GraphQLScalarType;
  ItemCode?: GraphQLScalarType;
  CertificateTypeCode?: GraphQLScalarType;
  CertificateIdentifier?: GraphQLScalarType;
  CurrencyCode?: GraphQLScalarType;
  Cursor?: GraphQLScalarType;
  ApplicantHandle?: GraphQLScalarType;
  IdempotencyKey?: GraphQLScalarType;
  SituationAnswers?: GraphQLScalarType;
  FormData?: GraphQLScalarType;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Provenance?: ProvenanceResolvers<ContextType>;
  FieldProvenance?: FieldProvenanceResolvers<ContextType>;
  RawCode?: RawCodeResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  StatedAmount?: StatedAmountResolvers<ContextType>;
  Division?: DivisionResolvers<ContextType>;
  OpeningHours?: OpeningHoursResolvers<ContextType>;
  Agency?: AgencyResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  Consent?: ConsentResolvers<ContextType>;
  ConsentPayload?: ConsentPayloadResolvers<ContextType>;
  EventData?: GraphQLScalarType;
  Event?: EventResolvers<ContextType>;
  EventPage?: EventPageResolvers<ContextType>;
  Webhook?: WebhookResolvers<ContextType>;
  WebhookSecret?: WebhookSecretResolvers<ContextType>;
  WebhookAttempt?: WebhookAttemptResolvers<ContextType>;
  WebhookDeadLetter?: WebhookDeadLetterResolvers<ContextType>;
  WebhookAttemptConnection?: WebhookAttemptConnectionResolvers<ContextType>;
  WebhookAttemptEdge?: WebhookAttemptEdgeResolvers<ContextType>;
  WebhookDeadLetterConnection?: WebhookDeadLetterConnectionResolvers<ContextType>;
  WebhookDeadLetterEdge?: WebhookDeadLetterEdgeResolvers<ContextType>;
  WebhookSigningKey?: WebhookSigningKeyResolvers<ContextType>;
  WebhookSecretPayload?: WebhookSecretPayloadResolvers<ContextType>;
  WebhookPayload?: WebhookPayloadResolvers<ContextType>;
  WebhookTestPayload?: WebhookTestPayloadResolvers<ContextType>;
  Duration?: DurationResolvers<ContextType>;
  StatedDuration?: StatedDurationResolvers<ContextType>;
  TimeLimit?: TimeLimitResolvers<ContextType>;
  Fee?: FeeResolvers<ContextType>;
  SatisfyingCertificate?: SatisfyingCertificateResolvers<ContextType>;
  Issuer?: IssuerResolvers<ContextType>;
  Material?: MaterialResolvers<ContextType>;
  SituationChoice?: SituationChoiceResolvers<ContextType>;
  Situation?: SituationResolvers<ContextType>;
  SituationOption?: SituationOptionResolvers<ContextType>;
  Faq?: FaqResolvers<ContextType>;
  HandlingPlace?: HandlingPlaceResolvers<ContextType>;
  ItemResult?: ItemResultResolvers<ContextType>;
  ItemChannels?: ItemChannelsResolvers<ContextType>;
  ItemAuthority?: ItemAuthorityResolvers<ContextType>;
  ServiceItem?: ServiceItemResolvers<ContextType>;
  ItemConnection?: ItemConnectionResolvers<ContextType>;
  ItemEdge?: ItemEdgeResolvers<ContextType>;
  ItemFacets?: ItemFacetsResolvers<ContextType>;
  FacetCount?: FacetCountResolvers<ContextType>;
  TradingProject?: TradingProjectResolvers<ContextType>;
  TradingNotice?: TradingNoticeResolvers<ContextType>;
  TradingParty?: TradingPartyResolvers<ContextType>;
  Lot?: LotResolvers<ContextType>;
  Award?: AwardResolvers<ContextType>;
  Bid?: BidResolvers<ContextType>;
  Price?: PriceResolvers<ContextType>;
  Rate?: RateResolvers<ContextType>;
  UnitPrice?: UnitPriceResolvers<ContextType>;
  SeveralPrices?: SeveralPricesResolvers<ContextType>;
  PricePart?: PricePartResolvers<ContextType>;
  UnstatedPrice?: UnstatedPriceResolvers<ContextType>;
  NoticePeriod?: NoticePeriodResolvers<ContextType>;
  NoticeConnection?: NoticeConnectionResolvers<ContextType>;
  NoticeEdge?: NoticeEdgeResolvers<ContextType>;
  Source?: SourceResolvers<ContextType>;
  SourceHealth?: SourceHealthResolvers<ContextType>;
  SourceOperationHealth?: SourceOperationHealthResolvers<ContextType>;
  SourceQuality?: SourceQualityResolvers<ContextType>;
  SourceQualityFigures?: SourceQualityFiguresResolvers<ContextType>;
  SourceOperationQuality?: SourceOperationQualityResolvers<ContextType>;
  SourceQualityHour?: SourceQualityHourResolvers<ContextType>;
  SourceFailureCount?: SourceFailureCountResolvers<ContextType>;
  SourceConflict?: SourceConflictResolvers<ContextType>;
  SourceDrift?: SourceDriftResolvers<ContextType>;
  Submission?: SubmissionResolvers<ContextType>;
  SubmittedMaterial?: SubmittedMaterialResolvers<ContextType>;
  CustodyParty?: CustodyPartyResolvers<ContextType>;
  CustodyEntry?: CustodyEntryResolvers<ContextType>;
  SubmissionConnection?: SubmissionConnectionResolvers<ContextType>;
  SubmissionEdge?: SubmissionEdgeResolvers<ContextType>;
  MaterialsCheck?: MaterialsCheckResolvers<ContextType>;
  MaterialFetched?: MaterialFetchedResolvers<ContextType>;
  MaterialSatisfiable?: MaterialSatisfiableResolvers<ContextType>;
  MaterialMissing?: MaterialMissingResolvers<ContextType>;
  SubmitCasePayload?: SubmitCasePayloadResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = RequestContext> = {
  public?: PublicDirectiveResolver<any, any, ContextType>;
  authenticated?: AuthenticatedDirectiveResolver<any, any, ContextType>;
  requiresScopes?: RequiresScopesDirectiveResolver<any, any, ContextType>;
  cost?: CostDirectiveResolver<any, any, ContextType>;
  listSize?: ListSizeDirectiveResolver<any, any, ContextType>;
};

import { itemsCheckMaterials } from './errands/check-materials.ts'
import { eventsFollow, eventsIterate } from './errands/events.ts'
import { submissionsFollow } from './errands/follow.ts'
import { consentsRequest } from './errands/request-consent.ts'
import { submissionsSubmit } from './errands/submit.ts'
import { accessRecordsList } from './generated/access-records.ts'
import { applicantsIdentify } from './generated/applicants.ts'
import { casesGet, casesResult } from './generated/cases.ts'
import { certificatesList, certificatesVerify } from './generated/certificates.ts'
import { consentsDecide, consentsGet, consentsRevoke } from './generated/consents.ts'
import { eventsList } from './generated/events.ts'
import { itemsByCodes, itemsFacets, itemsGet, itemsSearch } from './generated/items.ts'
import { noticesGet, noticesProject, noticesSearch } from './generated/notices.ts'
import { sourcesList } from './generated/sources.ts'
import { submissionsGet, submissionsList } from './generated/submissions.ts'
import {
  webhooksAttempts,
  webhooksCreate,
  webhooksDeadLetters,
  webhooksDelete,
  webhooksList,
  webhooksReplay,
  webhooksRotateSecret,
  webhooksSendTest,
  webhooksSigningKeys,
  webhooksUpdate,
} from './generated/webhooks.ts'
import type { TongbanClient } from './settings.ts'

type Operation<Rest extends unknown[], Result> = (client: TongbanClient, ...rest: Rest) => Result

/** All operations, by what they are about, as methods of a client. */
export function bindNamespaces(client: TongbanClient) {
  const bind =
    <Rest extends unknown[], Result>(operation: Operation<Rest, Result>) =>
    (...rest: Rest): Result =>
      operation(client, ...rest)
  return {
    /** Service items (政务服务事项): what can be done, and what it needs. */
    items: {
      /** Find service items by Chinese text, pinyin or initials. 按中文、拼音或首字母检索事项。 */
      search: bind(itemsSearch),
      /** One service item with its situations, materials and guide. 按编码查询事项全部要素。 */
      get: bind(itemsGet),
      /** Several service items in short, in the order of their codes, null where there is none. 按多个编码查询事项概要。 */
      byCodes: bind(itemsByCodes),
      /** Everything an errand needs with these answers, at once. 一次性告知所需材料。 */
      checkMaterials: bind(itemsCheckMaterials),
      /** How the matching items are spread over values. 匹配事项的分面统计。 */
      facets: bind(itemsFacets),
    },
    /** Applicants (申请人), known by opaque handles only. */
    applicants: {
      /** Exchange an identity for an opaque handle. 以身份信息换取句柄。 */
      identify: bind(applicantsIdentify),
    },
    /** Consents (授权): the citizen's permission to read certificates. */
    consents: {
      /** Ask the citizen for permission; wait for it with `granted()`. 向申请人请求授权。 */
      request: bind(consentsRequest),
      /** A consent the caller asked for or must answer. 查询授权。 */
      get: bind(consentsGet),
      /** The citizen says yes or no, on their own device. 申请人同意或拒绝。 */
      decide: bind(consentsDecide),
      /** End a consent before its time. 撤销授权。 */
      revoke: bind(consentsRevoke),
    },
    /** Certificates (电子证照). */
    certificates: {
      /** Certificates of a holder who consented; each call uses the consent once. 查询持证主体的证照。 */
      list: bind(certificatesList),
      /** Whether a certificate somebody shows is genuine and in force. 核验他人出示的证照。 */
      verify: bind(certificatesVerify),
    },
    /** Submissions (收件): our durable receipts. */
    submissions: {
      /** Hand in an errand; the answer is a durable receipt. 提交申请。 */
      submit: bind(submissionsSubmit),
      /** One submission, by identifier or receipt number. 查询收件。 */
      get: bind(submissionsGet),
      /** Submissions of the caller, newest first. 收件列表。 */
      list: bind(submissionsList),
      /** Follow a submission until its case has ended. 跟踪办理进度。 */
      follow: bind(submissionsFollow),
    },
    /** Cases (办件), which belong to the owning department. */
    cases: {
      /** One case of the caller, as its owner last reported it. 查询办件。 */
      get: bind(casesGet),
      /** The result of a case with its certificate, verified now; leaves an access record. 查询办理结果。 */
      result: bind(casesResult),
    },
    /** Events (事件): every step of the caller's errands, under numbers without gaps. */
    events: {
      /** A part of the feed, in order. 按序读取事件。 */
      list: bind(eventsList),
      /** All events after a number, up to the latest. 读取至最新事件。 */
      iterate: bind(eventsIterate),
      /** All events after a number, and those that come. 持续跟踪事件。 */
      follow: bind(eventsFollow),
    },
    /** Webhooks (回调): addresses to which events are delivered. */
    webhooks: {
      /** Webhooks of the caller. 回调列表。 */
      list: bind(webhooksList),
      /** Have events delivered to an address; keep the secret, it is shown this once. 新建回调,密钥仅显示一次。 */
      create: bind(webhooksCreate),
      /** Change a webhook, pause it, or let it go on. 修改、暂停或恢复回调。 */
      update: bind(webhooksUpdate),
      /** Delete a webhook; the feed keeps the events. 删除回调。 */
      delete: bind(webhooksDelete),
      /** A new secret; the old one signs beside it for a while. 轮换密钥。 */
      rotateSecret: bind(webhooksRotateSecret),
      /** Send a test event now. 发送测试事件。 */
      sendTest: bind(webhooksSendTest),
      /** Attempts to deliver, newest first. 投递记录。 */
      attempts: bind(webhooksAttempts),
      /** Events that were given up. 未送达事件。 */
      deadLetters: bind(webhooksDeadLetters),
      /** Deliver again, from a number on or what was given up. 重新投递。 */
      replay: bind(webhooksReplay),
      /** Public keys of the gateway's SM2 signatures. 网关国密公钥。 */
      signingKeys: bind(webhooksSigningKeys),
    },
    /** Notices of public-resource trading (公共资源交易公告). */
    notices: {
      /** Find notices, newest first. 检索公告。 */
      search: bind(noticesSearch),
      /** One notice with its text, parties, lots and awards. 查询公告全文。 */
      get: bind(noticesGet),
      /** A trading project with its notices, oldest first. 查询交易项目。 */
      project: bind(noticesProject),
    },
    /** Sources (数据源), for operators. */
    sources: {
      /** All sources with their health. 数据源列表与健康状况。 */
      list: bind(sourcesList),
    },
    /** Access records (用证记录), for auditors. */
    accessRecords: {
      /** Who read personal data, newest first. 用证记录,最新在前。 */
      list: bind(accessRecordsList),
    },
  }
}

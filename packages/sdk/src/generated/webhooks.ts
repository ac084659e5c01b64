// Generated from packages/schema and packages/sdk/operations: change those, then run "npm run generate".
import { changeCall } from '../calls/change.ts'
import { listCall, readCall } from '../calls/read.ts'
import type { TongbanDocument } from '../document.ts'
import type { CallOptions, ListOptions } from '../options.ts'
import type { TongbanClient } from '../settings.ts'
import type * as types from './types.ts'

/** The text of {@link webhooksList}. */
export const webhooksListDocument: TongbanDocument<types.WebhooksListQuery, types.WebhooksListQueryVariables> =
  "query webhooksList{webhooks{...WebhookFields}}fragment WebhookFields on Webhook{id url description types state stateReason throughSequence waiting deadLetters failingSince nextAttemptAt createdAt}"

/** Webhooks of the caller, oldest first. 回调列表。 */
export const webhooksList = (client: TongbanClient, options?: CallOptions) =>
  readCall(client, webhooksListDocument, {}, options, (data) => data.webhooks)

/** The text of {@link webhooksAttempts}. */
export const webhooksAttemptsDocument: TongbanDocument<types.WebhooksAttemptsQuery, types.WebhooksAttemptsQueryVariables> =
  "query webhooksAttempts($webhook:ID!$first:Int$after:Cursor){webhookAttempts(webhook:$webhook first:$first after:$after){edges{node{...WebhookAttemptFields}}pageInfo{...PageInfoFields}}}fragment WebhookAttemptFields on WebhookAttempt{sequence event attempt at durationMs outcome status}fragment PageInfoFields on PageInfo{startCursor endCursor hasNextPage hasPreviousPage}"

/** Attempts to deliver, newest first. 投递记录,最新在前。 */
export const webhooksAttempts = (client: TongbanClient, variables: types.WebhooksAttemptsQueryVariables, options?: ListOptions) =>
  listCall(client, webhooksAttemptsDocument, variables, options, (data) => data.webhookAttempts)

/** The text of {@link webhooksDeadLetters}. */
export const webhooksDeadLettersDocument: TongbanDocument<types.WebhooksDeadLettersQuery, types.WebhooksDeadLettersQueryVariables> =
  "query webhooksDeadLetters($webhook:ID!$first:Int$after:Cursor){webhookDeadLetters(webhook:$webhook first:$first after:$after){edges{node{sequence event attempts outcome at}}pageInfo{...PageInfoFields}}}fragment PageInfoFields on PageInfo{startCursor endCursor hasNextPage hasPreviousPage}"

/** Events that were given up, oldest first. 未送达事件,先发生者在前。 */
export const webhooksDeadLetters = (client: TongbanClient, variables: types.WebhooksDeadLettersQueryVariables, options?: ListOptions) =>
  listCall(client, webhooksDeadLettersDocument, variables, options, (data) => data.webhookDeadLetters)

/** The text of {@link webhooksSigningKeys}. */
export const webhooksSigningKeysDocument: TongbanDocument<types.WebhooksSigningKeysQuery, types.WebhooksSigningKeysQueryVariables> =
  "query webhooksSigningKeys{webhookSigningKeys{id algorithm publicKey}}"

/** Public keys with which the gateway signs deliveries (SM2). 网关签署回调所用国密公钥。 */
export const webhooksSigningKeys = (client: TongbanClient, options?: CallOptions) =>
  readCall(client, webhooksSigningKeysDocument, {}, options, (data) => data.webhookSigningKeys)

/** The text of {@link webhooksCreate}. */
export const webhooksCreateDocument: TongbanDocument<types.WebhooksCreateMutation, types.WebhooksCreateMutationVariables> =
  "mutation webhooksCreate($url:String!$types:[String!]$description:String$afterSequence:String){createWebhook(input:{url:$url types:$types description:$description afterSequence:$afterSequence}){issued{...WebhookSecretFields}userErrors{...UserErrorFields}}}fragment WebhookSecretFields on WebhookSecret{webhook{...WebhookFields}secret}fragment WebhookFields on Webhook{id url description types state stateReason throughSequence waiting deadLetters failingSince nextAttemptAt createdAt}fragment UserErrorFields on UserError{code path message}"

/** Have events delivered to an address; the secret is shown this once. 新建回调,密钥仅显示一次。 */
export const webhooksCreate = (client: TongbanClient, variables: types.WebhooksCreateMutationVariables, options?: CallOptions) =>
  changeCall(client, webhooksCreateDocument, variables, options, ({ createWebhook: payload }) => payload && { value: payload.issued, userErrors: payload.userErrors })

/** The text of {@link webhooksUpdate}. */
export const webhooksUpdateDocument: TongbanDocument<types.WebhooksUpdateMutation, types.WebhooksUpdateMutationVariables> =
  "mutation webhooksUpdate($id:ID!$input:UpdateWebhookInput!){updateWebhook(id:$id input:$input){webhook{...WebhookFields}userErrors{...UserErrorFields}}}fragment WebhookFields on Webhook{id url description types state stateReason throughSequence waiting deadLetters failingSince nextAttemptAt createdAt}fragment UserErrorFields on UserError{code path message}"

/** Change a webhook, pause it, or let it go on. 修改、暂停或恢复回调。 */
export const webhooksUpdate = (client: TongbanClient, variables: types.WebhooksUpdateMutationVariables, options?: CallOptions) =>
  changeCall(client, webhooksUpdateDocument, variables, options, ({ updateWebhook: payload }) => payload && { value: payload.webhook, userErrors: payload.userErrors })

/** The text of {@link webhooksDelete}. */
export const webhooksDeleteDocument: TongbanDocument<types.WebhooksDeleteMutation, types.WebhooksDeleteMutationVariables> =
  "mutation webhooksDelete($id:ID!){deleteWebhook(id:$id){webhook{...WebhookFields}userErrors{...UserErrorFields}}}fragment WebhookFields on Webhook{id url description types state stateReason throughSequence waiting deadLetters failingSince nextAttemptAt createdAt}fragment UserErrorFields on UserError{code path message}"

/** Delete a webhook; the feed keeps the events. 删除回调。 */
export const webhooksDelete = (client: TongbanClient, variables: types.WebhooksDeleteMutationVariables, options?: CallOptions) =>
  changeCall(client, webhooksDeleteDocument, variables, options, ({ deleteWebhook: payload }) => payload && { value: payload.webhook, userErrors: payload.userErrors })

/** The text of {@link webhooksRotateSecret}. */
export const webhooksRotateSecretDocument: TongbanDocument<types.WebhooksRotateSecretMutation, types.WebhooksRotateSecretMutationVariables> =
  "mutation webhooksRotateSecret($id:ID!$overlapHours:Int){rotateWebhookSecret(id:$id overlapHours:$overlapHours){issued{...WebhookSecretFields}userErrors{...UserErrorFields}}}fragment WebhookSecretFields on WebhookSecret{webhook{...WebhookFields}secret}fragment WebhookFields on Webhook{id url description types state stateReason throughSequence waiting deadLetters failingSince nextAttemptAt createdAt}fragment UserErrorFields on UserError{code path message}"

/** A new secret; the old one signs beside it for a while. 轮换密钥。 */
export const webhooksRotateSecret = (client: TongbanClient, variables: types.WebhooksRotateSecretMutationVariables, options?: CallOptions) =>
  changeCall(client, webhooksRotateSecretDocument, variables, options, ({ rotateWebhookSecret: payload }) => payload && { value: payload.issued, userErrors: payload.userErrors })

/** The text of {@link webhooksSendTest}. */
export const webhooksSendTestDocument: TongbanDocument<types.WebhooksSendTestMutation, types.WebhooksSendTestMutationVariables> =
  "mutation webhooksSendTest($id:ID!){sendTestEvent(id:$id){attempt{...WebhookAttemptFields}userErrors{...UserErrorFields}}}fragment WebhookAttemptFields on WebhookAttempt{sequence event attempt at durationMs outcome status}fragment UserErrorFields on UserError{code path message}"

/** Send an event of the type webhook.test now. 立即发送测试事件。 */
export const webhooksSendTest = (client: TongbanClient, variables: types.WebhooksSendTestMutationVariables, options?: CallOptions) =>
  changeCall(client, webhooksSendTestDocument, variables, options, ({ sendTestEvent: payload }) => payload && { value: payload.attempt, userErrors: payload.userErrors })

/** The text of {@link webhooksReplay}. */
export const webhooksReplayDocument: TongbanDocument<types.WebhooksReplayMutation, types.WebhooksReplayMutationVariables> =
  "mutation webhooksReplay($webhook:ID!$fromSequence:String$deadLetters:Boolean){replayEvents(webhook:$webhook fromSequence:$fromSequence deadLetters:$deadLetters){webhook{...WebhookFields}userErrors{...UserErrorFields}}}fragment WebhookFields on Webhook{id url description types state stateReason throughSequence waiting deadLetters failingSince nextAttemptAt createdAt}fragment UserErrorFields on UserError{code path message}"

/** Deliver again, from a number on or what was given up. 重新投递。 */
export const webhooksReplay = (client: TongbanClient, variables: types.WebhooksReplayMutationVariables, options?: CallOptions) =>
  changeCall(client, webhooksReplayDocument, variables, options, ({ replayEvents: payload }) => payload && { value: payload.webhook, userErrors: payload.userErrors })

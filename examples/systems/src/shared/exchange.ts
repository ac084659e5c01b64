import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyReply } from 'fastify'
import type { Clock } from './clock.ts'
import type { Behaviour, Mood } from './misbehaviour/behaviour.ts'
import { deform, type WireBody } from './misbehaviour/deform.ts'
import { distort } from './misbehaviour/distort.ts'
import { errorPage, loginPage } from './misbehaviour/pages.ts'
import type { TreeRecord } from './tree.ts'

/** What differs between the systems when an answer is written. */
export interface Protocol {
  /** The field of the answer that holds the payload. */
  readonly payload: string
  write(answer: TreeRecord): WireBody
  /** The system's own "something is wrong" envelope. */
  businessError(code: string | undefined, message: string | undefined): TreeRecord
  /** Refusal for a wrong clock, for systems whose requests carry no time stamp. */
  clockRefusal?(): TreeRecord
}

/** One call of one operation. */
export interface Exchange {
  readonly operation: string
  readonly protocol: Protocol
  /** Does the work with the system's (perhaps wrong) clock and gives the answer. */
  work(clock: Clock): TreeRecord | Promise<TreeRecord>
}

/** Never answers: the connection stays open until somebody gives up. */
const hang = (reply: FastifyReply): void => {
  reply.hijack()
}

const reset = (reply: FastifyReply): void => {
  reply.hijack()
  reply.raw.socket?.resetAndDestroy()
}

const drip = async (reply: FastifyReply, bytes: Buffer, size: number, everyMs: number): Promise<void> => {
  reply.hijack()
  reply.raw.writeHead(200, { 'content-type': String(reply.getHeader('content-type')), 'content-length': bytes.length })
  for (let at = 0; at < bytes.length && !reply.raw.destroyed; at += size) {
    reply.raw.write(bytes.subarray(at, at + size))
    await sleep(everyMs)
  }
  reply.raw.end()
}

const htmlInstead = (mood: Mood): { status: number; page: string } | undefined => {
  const error = mood.find('error')
  if (error) return { status: error.status ?? 502, page: errorPage(error.status ?? 502) }
  return mood.find('login-page') ? { status: 200, page: loginPage } : undefined
}

const skewed = (clock: Clock, mood: Mood): Clock => {
  const skew = mood.find('clock-skew')
  return skew ? () => new Date(clock().getTime() + (skew.seconds ?? 600) * 1000) : clock
}

const answerOf = (exchange: Exchange, mood: Mood, clock: Clock): TreeRecord | Promise<TreeRecord> => {
  const error = mood.find('business-error')
  if (error) return exchange.protocol.businessError(error.code, error.message)
  if (mood.find('clock-skew') && exchange.protocol.clockRefusal) return exchange.protocol.clockRefusal()
  return exchange.work(skewed(clock, mood))
}

const deliver = async (reply: FastifyReply, body: WireBody, mood: Mood): Promise<void> => {
  const bytes = deform(body, mood)
  reply.header('content-type', `${body.contentType}; charset=${body.charset === 'gb18030' ? 'GB18030' : body.charset}`)
  const dripping = mood.find('drip')
  if (dripping) return drip(reply, bytes, dripping.bytes ?? 16, dripping.everyMs ?? 50)
  await reply.send(bytes)
}

/** Answers one call, with the habits in force: before the work, on the answer, on its bytes, on the connection. */
export const answer = async (
  behaviour: Behaviour,
  clock: Clock,
  exchange: Exchange,
  reply: FastifyReply,
): Promise<void> => {
  const mood = behaviour.meet(exchange.operation)
  if (mood.find('hang')) return hang(reply)
  if (mood.find('reset') && mood.find('reset')?.when !== 'after') return reset(reply)
  const html = htmlInstead(mood)
  if (html) return void (await reply.code(html.status).type('text/html; charset=utf-8').send(html.page))
  const tree = await answerOf(exchange, mood, clock)
  if (mood.find('reset')) return reset(reply)
  const delay = mood.find('delay')
  if (delay) await sleep(delay.ms ?? 1000, undefined, { ref: false })
  await deliver(reply, exchange.protocol.write(distort(tree, exchange.protocol.payload, mood)), mood)
}

/** What the SDK promises to those who compile against it: no casts, no Node types, no surprises. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { compile } from './compile.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const blocks = [...readme.matchAll(/^```ts[^\n]*\n(.*?)^```/gms)].map(([, code = '']) => code)

/** The code third parties were promised, with what surrounds it declared. */
const usage = `
import { createTongban, type SubmittedMaterialInput } from '@tongban/sdk'
import { keyFile, privateKeyJwt } from '@tongban/sdk/node'
declare const handle: string, cursor: string, signal: AbortSignal, loan: { id: string }
declare const materials: SubmittedMaterialInput[], form: Record<string, string>

const tongban = createTongban({
  endpoint: 'https://gov.example.cn/graphql',
  auth: privateKeyJwt({ clientId: 'bank-yuecheng', key: await keyFile('./bank.jwk') }),
  operator: { branch: '绍兴越城支行', id: 'T0421' },
})
const page = await tongban.items.search({ text: '二手房抵押登记', division: '330602', first: 10 })
const item = page.items[0].code, answers = { ownership: 'JOINT', loan: 'PROVIDENT_FUND' }
const check = await tongban.items.checkMaterials({
  item: page.items[0].code,
  answers: { ownership: 'JOINT', loan: 'PROVIDENT_FUND' },
  applicant: { person: handle },
})
check.missing.map(({ material, why, howToGet }) => [material.name, why, howToGet])
check.satisfiable.map(({ material, certificateType, needsConsent }) => [material.name, certificateType.code, needsConsent])
const consent = await tongban.consents.request({ certificates: check.satisfiable, purpose: '不动产抵押登记', uses: 1 })
await consent.granted({ signal })
const submission = await tongban.submissions.submit({ item, answers, form, materials, consent }, { idempotencyKey: loan.id })
submission.receiptNumber
for await (const { case: owned } of tongban.submissions.follow({ id: submission.id }, { signal, intervalMs: 1_000 })) {
  if (owned?.result) break
}
for await (const event of tongban.events.follow({ submission, after: cursor })) {
  if (event.type === 'case.decided') break
}
`

const mistakes = `
import { createTongban } from '@tongban/sdk'
const tongban = createTongban({ endpoint: 'https://gov.example.cn/graphql' })
// @ts-expect-error: a code is text
tongban.items.get({ code: 1 })
// @ts-expect-error: nobody applies
tongban.submissions.submit({ item: 'c', answers: {}, materials: [], consent: 'consent-1' })
// @ts-expect-error: nothing to make safe
tongban.consents.revoke({ id: 'c' }, { idempotencyKey: 'k' })
// @ts-expect-error: one thing is no list
for await (const item of tongban.items.get({ code: 'c' })) item
// @ts-expect-error: no such kind of notice
tongban.notices.search({ kinds: ['WINNER'] })
`

it('the promised code compiles as it was promised', () => expect(compile({ 'usage.ts': usage })).toEqual([]))

it('mistakes do not compile', () => expect(compile({ 'mistakes.ts': mistakes })).toEqual([]))

it('every block of the README compiles', () => {
  expect(blocks.length).toBeGreaterThan(5)
  const modules = blocks.map((code, index) => [`readme-${index + 1}.ts`, code])
  expect(compile(Object.fromEntries(modules))).toEqual([])
})

it('the main entry compiles with ECMAScript alone', () => {
  const alone = { types: [], strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true }
  expect(compile({ 'core.ts': `export * from '@tongban/sdk'` }, alone)).toEqual([])
  expect(compile({ 'node.ts': `export * from '@tongban/sdk/node'` }, alone)).not.toEqual([])
})

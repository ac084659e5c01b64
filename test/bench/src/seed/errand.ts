import { createHash, randomUUID } from 'node:crypto'
import { personAt } from '../city/applicants.ts'
import { certificateTypes } from '../city/certificates.ts'
import { itemAt, itemCount } from '../city/items.ts'
import type { Ask } from './graphql.ts'

/** One errand handed in, with the consent to read its applicant's certificates. */
export interface HandedIn {
  readonly submission: string
  readonly holder: string
  readonly documentNumber: string
  readonly consent: string
}

/** Identifies a person, gets their consent and hands in an errand of theirs: all by the real API. */
export async function handIn(ask: Ask, n: number): Promise<HandedIn> {
  const { documentNumber, name } = personAt(n)
  const holder = await identify(ask, { documentType: 'RESIDENT_ID', documentNumber, name, level: 'IN_PERSON' })
  const consent = await getConsent(ask, holder)
  return { submission: await submit(ask, holder, n), holder, documentNumber, consent }
}

/** Mutations say in `userErrors` what was wrong with the input. */
function present<Value>(value: Value | null, userErrors: unknown): Value {
  if (value === null) throw new Error(`the gateway refused the input: ${JSON.stringify(userErrors)}`)
  return value
}

async function identify(ask: Ask, input: object): Promise<string> {
  const { identifyApplicant: said } = await ask<{
    identifyApplicant: { applicant: { handle: string } | null; userErrors: unknown }
  }>(
    'mutation($input: IdentifyApplicantInput!) { identifyApplicant(input: $input) { applicant { handle } userErrors { path message } } }',
    { input },
  )
  return present(said.applicant, said.userErrors).handle
}

interface ConsentSaid {
  readonly consent: { readonly id: string; readonly matchCode: string } | null
  readonly userErrors: unknown
}

async function getConsent(ask: Ask, applicant: string): Promise<string> {
  const input = { applicant, certificateTypes, purpose: '性能测试', uses: 20, validMinutes: 1_440 }
  const { requestConsent: asked } = await ask<{ requestConsent: ConsentSaid }>(
    'mutation($input: RequestConsentInput!, $key: IdempotencyKey!) { requestConsent(input: $input, idempotencyKey: $key) { consent { id matchCode } userErrors { path message } } }',
    { input, key: randomUUID() },
  )
  const { id, matchCode } = present(asked.consent, asked.userErrors)
  const { decideConsent: decided } = await ask<{ decideConsent: ConsentSaid }>(
    'mutation($id: ID!, $matchCode: String!) { decideConsent(id: $id, matchCode: $matchCode, granted: true) { consent { id matchCode } userErrors { path message } } }',
    { id, matchCode },
  )
  return present(decided.consent, decided.userErrors).id
}

async function submit(ask: Ask, person: string, n: number): Promise<string> {
  const item = itemAt((n * 2) % itemCount)
  const materials = item.materials.map(({ key, name }) => ({
    key,
    document: { name: `${name}.pdf`, mediaType: 'application/pdf', sha256: digestOf(`${n} ${key}`), bytes: 1_024 },
  }))
  const input = { item: item.code, applicant: { person }, answers: {}, materials }
  const { submitCase: said } = await ask<{ submitCase: { submission: { id: string } | null; userErrors: unknown } }>(
    'mutation($input: SubmitCaseInput!, $key: IdempotencyKey!) { submitCase(input: $input, idempotencyKey: $key) { submission { id } userErrors { path message } } }',
    { input, key: randomUUID() },
  )
  return present(said.submission, said.userErrors).id
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex')

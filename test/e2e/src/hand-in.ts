import { createHash, randomUUID } from 'node:crypto'
import { samplePersons } from '@tongban/example-systems'
import type { Tongban } from '@tongban/sdk'

const item = { code: '11330602MB9902158E400071500100102' }
const answers = { ownership: 'SOLE', loan: 'COMMERCIAL' }

/** An invented person who holds 居民身份证, 不动产权证书 and 结婚证. */
export async function identifyApplicant(bank: Tongban) {
  const person = samplePersons.find(({ name }) => name === '陈䶮')
  if (!person) throw new Error('the simulated city no longer has the applicant of these tests')
  const { code: documentNumber, name } = person
  return bank.applicants.identify({ documentType: 'RESIDENT_ID', documentNumber, name, level: 'IN_PERSON' })
}

/** Hands a mortgage registration in, everything scanned. Marks in the form steer the case at its owner. */
export async function handIn(
  bank: Tongban,
  form: Readonly<Record<string, string>> = {},
  idempotencyKey: string = randomUUID(),
) {
  const applicant = await identifyApplicant(bank)
  const { required, fetched } = await bank.items.checkMaterials({ item, answers })
  const nothingToDo = new Set(fetched.map(({ material }) => material.key))
  const materials = required
    .filter(({ key }) => !nothingToDo.has(key))
    .map(({ key, name }) => ({ key, document: scanOf(name) }))
  return bank.submissions.submit({ item, answers, applicant, form, materials }, { idempotencyKey })
}

function scanOf(name: string) {
  const content = Buffer.from(`扫描件:${name}`, 'utf8')
  const sha256 = createHash('sha256').update(content).digest('hex')
  return { name: `${name}.pdf`, mediaType: 'application/pdf', sha256, bytes: content.byteLength }
}

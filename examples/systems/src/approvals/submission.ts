import type { HolderType } from '../city/applicants.ts'
import { text } from '../shared/tree.ts'
import { elements } from './xml.ts'

export interface HandedMaterial {
  /** Material code or guid of the item library. */
  readonly code: string
  readonly certificateIdentifier: string
}

/** What was handed in. */
export interface Submission {
  readonly reference: string
  readonly handleCode: string
  /** What the submission calls the item; empty when it does not say. */
  readonly itemName: string
  readonly version: string
  readonly applicant: { readonly name: string; readonly idType: string; readonly idCode: string }
  readonly answers: ReadonlyMap<string, string>
  readonly form: ReadonlyMap<string, string>
  readonly materials: readonly HandedMaterial[]
}

/** The item systems' ID types to holder types of certificates: two different lists. */
const holderTypeByIdType: Readonly<Record<string, HolderType>> = { '31': '111', '33': '414', '37': '551', '51': '001' }

export const holderTypeOf = (idType: string): HolderType => holderTypeByIdType[idType] ?? '111'

const child = (parent: unknown, name: string): unknown => elements(parent, name)[0]

const pairs = (parent: unknown, name: string, key: string): Map<string, string> =>
  new Map(elements(parent, name).map((each) => [text(each, key), text(each, 'value')]))

export const readForm = (body: unknown): Map<string, string> => pairs(child(body, 'form'), 'field', 'name')

export const readMaterials = (body: unknown): HandedMaterial[] =>
  elements(child(body, 'materials'), 'material').map((each) => ({
    code: text(each, 'code'),
    certificateIdentifier: text(each, 'certidentifier'),
  }))

/** Reads the `body` of a submit request; the second value names what is missing. */
export const readSubmission = (body: unknown): Submission | { readonly missing: string } => {
  const applicant = child(body, 'applicant')
  const wanted: [unknown, string][] = [
    [body, 'ywlsh'],
    [body, 'taskhandleitem'],
    [applicant, 'name'],
    [applicant, 'idtype'],
    [applicant, 'idcode'],
  ]
  const missing = wanted.find(([parent, name]) => text(parent, name) === '' || text(parent, name).length > 64)
  if (missing) return { missing: missing[1] }
  return {
    reference: text(body, 'ywlsh'),
    handleCode: text(body, 'taskhandleitem'),
    itemName: text(body, 'taskname'),
    version: text(body, 'taskversion'),
    applicant: { name: text(applicant, 'name'), idType: text(applicant, 'idtype'), idCode: text(applicant, 'idcode') },
    answers: pairs(child(body, 'situation'), 'answer', 'question'),
    form: readForm(body),
    materials: readMaterials(body),
  }
}

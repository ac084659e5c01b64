import type { OutgoingSubmission } from '../../../domains/cases/port.ts'
import type { FormValue } from '../../protocols/form/form.ts'
import type { XmlTree } from '../../protocols/xml/write.ts'
import { readInstant } from '../../reading/dates.ts'
import { projectPassword } from './project.ts'

/** Who we are at the platform. */
export interface NingboCredentials {
  /** `ApiKey` of every form. */
  readonly apiKey: string
  /** `BELONGSYSTEM` (系统对接码). */
  readonly system: string
  /** Secret of ours from which the query passwords of cases (`PROJPWD`) follow. */
  readonly passwordSecret: string
}

/** `2026-01-05 09:00:00`, as the interface writes times. */
export const localTime = (instant: string): string => (readInstant(instant) ?? instant).slice(0, 19).replace('T', ' ')

/** `baseInfoXml` (申报基本信息), in the columns of the exchange table PRE_APASINFO. */
const baseInfo = (
  number: string,
  { reference, itemCode, itemName, itemVersion, divisionCode, agencyCode, submittedAt, applicant }: OutgoingSubmission,
  { system, passwordSecret }: NingboCredentials,
  cardType: string | undefined,
): XmlTree => ({
  BASEINFO: {
    PROJID: number,
    PROJPWD: projectPassword(number, passwordSecret),
    OutSystemID: reference,
    SERVICECODE: itemCode,
    SERVICEVERSION: itemVersion ?? undefined,
    SERVICENAME: itemName,
    PROJECTNAME: itemName,
    APPLYNAME: applicant.name,
    APPLY_CARDTYPE: cardType,
    APPLY_CARDNUMBER: applicant.documentNumber,
    DEPTID: agencyCode ?? undefined,
    AREACODE: divisionCode.slice(0, 6),
    RECEIVETIME: localTime(submittedAt),
    BELONGSYSTEM: system,
    DATAVERSION: 1,
  },
})

/** `attrXml` (申报材料信息): materials of the stage 01 申报. */
const materials = (submission: OutgoingSubmission): XmlTree => ({
  ATTRS: {
    ATTR: submission.materials.map(({ key, name, certificateIdentifier, digest }) => ({
      ID: key,
      NAME: name,
      TYPE: '01',
      CERTIFICATE: certificateIdentifier ?? undefined,
      DIGEST: digest ?? undefined,
    })),
  },
})

/** `formXml` (业务表单信息). Fields travel as values of elements of one name: names of fields need not be names of elements. */
const formFields = ({ form, answers }: OutgoingSubmission): XmlTree => ({
  FORM: {
    FIELD: Object.entries({ ...answers, ...form }).map(([name, value]) => ({ NAME: name, VALUE: String(value) })),
  },
})

/** The form that hands a submission in (收件). */
export const registration = (
  number: string,
  submission: OutgoingSubmission,
  credentials: NingboCredentials,
  cardType: string | undefined,
): Readonly<Record<string, FormValue>> => ({
  ApiKey: credentials.apiKey,
  PROJID: number,
  BELONGSYSTEM: credentials.system,
  baseInfoXml: baseInfo(number, submission, credentials, cardType),
  attrXml: materials(submission),
  formXml: formFields(submission),
})

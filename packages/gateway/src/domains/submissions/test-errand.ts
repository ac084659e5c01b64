import { identityCard } from '../certificates/testing.ts'
import type { SubmitCaseInput } from '../generated/resolvers.ts'
import { type ItemEntity, materialRecord, serviceItemRecord } from '../items/record.ts'

export const licenceType = '111500000000131031001'
export const identityType = '11100000000013127D001'
export const cardIdentifier = identityCard.identifier
export const licence = `1.2.156.3005.2.${licenceType}.11330600002577041X.000001.001.4`

/** What is asked of two owners of one home: the same type of certificate for two persons. */
export const twoOwners = Object.entries({ own: '申请人身份证明', other: '共有人身份证明' }).map(([key, name]) =>
  materialRecord.parse({
    key,
    name,
    necessity: 'REQUIRED',
    form: 'FETCHED_OR_UPLOADED',
    source: 'GOVERNMENT',
    satisfiedBy: [{ certificateType: identityType }],
  }),
)

/** A fictitious errand with a question tree and every kind of material. */
export const errand: ItemEntity = {
  ...serviceItemRecord.parse({
    code: '11330602MB1A00001X3330117002001',
    name: '二手房抵押登记',
    type: 'ADMINISTRATIVE_CONFIRMATION',
    divisionCode: '330602000000',
    version: '3',
    audience: ['PERSON'],
    commitmentAllowed: true,
    timeLimit: { promised: { amount: 5, unit: 'WORKING_DAY' }, statutory: { amount: 20, unit: 'WORKING_DAY' } },
    situations: [
      {
        key: 'ownership',
        question: '房屋如何共有',
        options: [
          { value: 'SOLE', label: '单独所有' },
          { value: 'JOINT', label: '共同所有', next: 'spouse' },
        ],
      },
      { key: 'spouse', question: '配偶是否到场', root: false, options: [{ value: 'YES', label: '到场' }] },
    ],
    materials: [
      { key: 'form', name: '申请表', necessity: 'REQUIRED', form: 'ELECTRONIC_FILE', source: 'APPLICANT' },
      {
        key: 'deed',
        name: '不动产权证书',
        necessity: 'REQUIRED',
        form: 'ELECTRONIC_COPY',
        source: 'GOVERNMENT',
        satisfiedBy: [{ certificateType: licenceType }],
      },
      { key: 'identity', name: '身份信息', necessity: 'REQUIRED', form: 'FETCHED', source: 'GOVERNMENT' },
      { key: 'tax', name: '契税完税凭证', necessity: 'REQUIRED', form: 'FETCHED_OR_UPLOADED', source: 'GOVERNMENT' },
      { key: 'survey', name: '评估报告', necessity: 'DEFERRABLE', form: 'SCAN', source: 'INTERMEDIARY' },
      { key: 'photo', name: '照片', necessity: 'OPTIONAL', form: 'ELECTRONIC_FILE', source: 'APPLICANT' },
      {
        key: 'consent',
        name: '共有人同意书',
        necessity: 'REQUIRED',
        form: 'SCAN',
        source: 'APPLICANT',
        situations: [{ question: 'ownership', option: 'JOINT' }],
      },
    ],
  }),
  provenance: { sourceId: 'items', fetchedAt: '2026-03-01T00:00:00.000Z', asOf: null, freshness: 'SNAPSHOT' },
}

export const document = { name: '文件.pdf', mediaType: 'application/pdf', sha256: 'a'.repeat(64), bytes: 7 }

/** Everything right. */
export const goodInput: SubmitCaseInput = {
  item: errand.code,
  applicant: { person: 'handle-1' },
  answers: { ownership: 'SOLE' },
  form: { phone: '13800000000' },
  consent: 'consent-1',
  materials: [
    { key: 'form', document },
    { key: 'deed', certificate: licence },
    { key: 'survey', deferred: true },
  ],
}

import type { GraphQLScalarType } from 'graphql'
import { certificateIdentifier, certificateTypeCode, creditCode, divisionCode, itemCode } from './codes.ts'
import { eventData, formData, situationAnswers } from './objects.ts'
import { applicantHandle, currencyCode, cursor, decimal, idempotencyKey } from './text.ts'
import { date, dateTime, localTime } from './time.ts'

/** Every scalar of the SDL, by name. */
export const scalars: Readonly<Record<string, GraphQLScalarType>> = {
  Date: date,
  DateTime: dateTime,
  LocalTime: localTime,
  Decimal: decimal,
  DivisionCode: divisionCode,
  CreditCode: creditCode,
  ItemCode: itemCode,
  CertificateTypeCode: certificateTypeCode,
  CertificateIdentifier: certificateIdentifier,
  CurrencyCode: currencyCode,
  Cursor: cursor,
  ApplicantHandle: applicantHandle,
  IdempotencyKey: idempotencyKey,
  SituationAnswers: situationAnswers,
  FormData: formData,
  EventData: eventData,
}

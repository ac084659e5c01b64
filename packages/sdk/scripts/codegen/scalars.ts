/** How scalars of the schema look in TypeScript. A scalar that is missing here fails the generation. */
const plainText = [
  'Date',
  'DateTime',
  'LocalTime',
  'Decimal',
  'DivisionCode',
  'CreditCode',
  'ItemCode',
  'CertificateTypeCode',
  'CertificateIdentifier',
  'CurrencyCode',
  'Cursor',
  'ApplicantHandle',
  'IdempotencyKey',
] as const

export const scalars: Record<string, string | { input: string; output: string }> = {
  ...Object.fromEntries(plainText.map((name) => [name, 'string'])),
  ID: { input: 'string', output: 'string' },
  SituationAnswers: 'Readonly<Record<string, string | readonly string[]>>',
  FormData: 'Readonly<Record<string, string | number | boolean>>',
  EventData: 'Readonly<Record<string, string | number | boolean | null>>',
}

/**
 * Makes the resolver types of the gateway from the SDL, so that a resolver that does not fit the schema does not compile, and the
 * values of its enums, so that ports check them without writing them again.
 */
import { writeFileSync } from 'node:fs'
import { codegen } from '@graphql-codegen/core'
import * as typescript from '@graphql-codegen/typescript'
import * as resolvers from '@graphql-codegen/typescript-resolvers'
import { typeDefs } from '@tongban/schema'
import { type EnumTypeDefinitionNode, Kind, parse } from 'graphql'

const document = parse(typeDefs)
const target = new URL('../src/domains/generated/resolvers.ts', import.meta.url)
const header = '// Generated from packages/schema: change the SDL, then run "npm run generate".\n'

/** Which value a resolver of a type receives as its parent. */
const mappers = {
  ServiceItem: '../items/record.ts#ItemEntity',
  Agency: '../items/record.ts#AgencyEntity',
  ItemConnection: '../items/catalogue.ts#ItemConnectionEntity',
  Material: '../items/record.ts#MaterialRecord',
  CertificateType: '../items/record.ts#CertificateTypeEntity',
  Division: '../items/record.ts#DivisionEntity',
  Provenance: '../../sources/source.ts#ProvenanceRecord',
  FieldProvenance: '../../sources/source.ts#FieldProvenance as FieldProvenanceRecord',
  Source: '../sources/record.ts#SourceEntity',
  SourceQuality: '../sources/quality-figures.ts#SourceQualityRecord',
  SourceConflict: '../sources/quality-figures.ts#ConflictCount',
  Case: '../cases/record.ts#CaseEntity',
  CaseResult: '../cases/record.ts#CaseResultEntity',
  Submission: '../submissions/record.ts#SubmissionEntity',
  Certificate: '../certificates/record.ts#CertificateEntity',
  AccessRecord: '../certificates/record.ts#AccessRecordEntity',
  Consent: '../consents/record.ts#ConsentEntity',
  TradingNotice: '../notices/record.ts#NoticeEntity',
  TradingProject: '../notices/record.ts#ProjectEntity',
  NoticeConnection: '../notices/record.ts#NoticeConnectionEntity',
  Lot: '../notices/record.ts#LotEntity',
  Award: '../notices/record.ts#AwardEntity',
  Bid: '../notices/record.ts#BidEntity',
  Price: '../notices/record.ts#PriceEntity',
  Money: '../money.ts#MoneyEntity',
  Webhook: '../events/webhooks/record.ts#WebhookEntity',
  Node: '../node.ts#NodeEntity',
}

const scalars = {
  ID: 'string',
  Date: 'string',
  DateTime: 'string',
  LocalTime: 'string',
  Decimal: 'string',
  DivisionCode: 'string',
  CreditCode: 'string',
  ItemCode: 'string',
  CertificateTypeCode: 'string',
  CertificateIdentifier: 'string',
  CurrencyCode: 'string',
  Cursor: 'string',
  ApplicantHandle: 'string',
  IdempotencyKey: 'string',
  SituationAnswers: 'Readonly<Record<string, string | readonly string[]>>',
  FormData: 'Readonly<Record<string, string | number | boolean>>',
  EventData: 'Readonly<Record<string, string | number | boolean | null>>',
}

const output = await codegen({
  filename: target.pathname,
  schema: document,
  documents: [],
  config: {
    scalars,
    mappers,
    contextType: '../request.ts#RequestContext',
    enumsAsTypes: true,
    useTypeImports: true,
    immutableTypes: true,
    skipTypename: true,
    strictScalars: true,
    defaultScalarType: 'unknown',
    makeResolverTypeCallable: false,
    optionalResolveType: true,
    inputMaybeValue: 'T | null | undefined',
    avoidOptionals: {
      field: true,
      object: true,
      resolvers: false,
      query: false,
      mutation: false,
      subscription: false,
      inputValue: false,
      defaultValue: false,
    },
  },
  plugins: [{ typescript: {} }, { resolvers: {} }],
  pluginMap: { typescript, resolvers },
})

writeFileSync(target, `${header}${output}`)

const isEnum = (node: { readonly kind: string }): node is EnumTypeDefinitionNode =>
  node.kind === Kind.ENUM_TYPE_DEFINITION
const valuesOf = ({ name, values = [] }: EnumTypeDefinitionNode): string =>
  `  ${name.value}: [${values.map((value) => `'${value.name.value}'`).join(', ')}],`
const enums = document.definitions.filter(isEnum).map(valuesOf).join('\n')
const enumsFile = new URL('../src/domains/generated/enums.ts', import.meta.url)
writeFileSync(
  enumsFile,
  `${header}\n/** The values of each enum of the SDL. */\nexport const enums = {\n${enums}\n} as const\n`,
)

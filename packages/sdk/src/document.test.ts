import { expect, it } from 'vitest'
import { operationTraits } from './document.ts'

it.each([
  ['query itemsSearch($text:String){items{totalCount}}', { name: 'itemsSearch', readOnly: true }],
  ['\n  query\n  Errand ($code: ItemCode!) { item(code: $code) { name } }', { name: 'Errand', readOnly: true }],
  ['{ sources { key } }', { readOnly: true }],
  ['mutation submit($a:ID!){a}', { name: 'submit', readOnly: false }],
  ['query A { a } mutation B { b }', { readOnly: false }],
  ['fragment F on Query { a } query A { ...F }', { readOnly: false }],
  ['# query\nmutation A { a }', { readOnly: false }],
  ['subscription { a }', { readOnly: false }],
  ['', { name: 'anonymous', readOnly: false }],
])('%j is %o', (document, traits) => {
  expect(operationTraits(document)).toMatchObject(traits)
})

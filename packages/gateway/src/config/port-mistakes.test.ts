import { describe, expect, it } from 'vitest'
import { portMethods } from '../domains/ports.ts'
import { refusePortMistakes } from './port-mistakes.ts'

const method = async () => []
const items = { page: method, byCodes: method }
const cases = { submit: method, findByReference: method, byNumbers: method }
const sources = (ports: Readonly<Record<string, object>>) => [
  { id: 'x', title: 'x', covers: {}, protocol: { kind: 'test', send: method }, ports },
]

describe('refusePortMistakes', () => {
  it.each([
    ['a misspelt method', { items: { page: method, byCode: method } }, 'items.byCode', /did you mean "byCodes"/],
    ['an invented method', { items: { ...items, everything: method } }, 'items.everything', /known: page, changes/],
    ['no way to items by code', { items: { page: method } }, 'items.byCodes', /write it/],
    ['a method that is undefined', { items: { ...items, page: undefined } }, 'items.page', /write it/],
    ['nowhere to submit', { cases: { ...cases, submit: undefined } }, 'cases.submit', /write it/],
    ['empty notices', { notices: {} }, 'notices.changes', /write it/],
    ['empty identities', { identities: {} }, 'identities.check', /write it/],
    ['half of the ratings', { ratings: { rate: method } }, 'ratings.byCases', /write it/],
    [
      'no files of certificates',
      { certificates: { byHolder: method, byIdentifiers: method, verify: method } },
      'certificates.file',
      /write it/,
    ],
    ['a misspelt port', { item: items }, 'item', /did you mean "items"/],
  ])('refuses %s, naming the path and the fix', (_name, ports, path, fix) => {
    const attempt = () => refusePortMistakes(sources(ports), portMethods)
    expect(attempt).toThrow(
      expect.objectContaining({ params: expect.objectContaining({ path: `sources[0].${path}` }) }),
    )
    expect(attempt).toThrow(fix)
  })

  it.each([
    ['what is needed', { items, cases }],
    ['what may be left out, too', { items: { ...items, changes: method, agencies: undefined } }],
  ])('takes ports with %s', (_name, ports) => {
    expect(() => refusePortMistakes(sources(ports), portMethods)).not.toThrow()
  })
})

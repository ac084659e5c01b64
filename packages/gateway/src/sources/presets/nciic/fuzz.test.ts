import { describe } from 'vitest'
import { fuzz, mutated } from '../../fuzz/testing.ts'
import { at } from '../../protocols/path.ts'
import { readXml } from '../../protocols/xml/read.ts'
import { field } from '../../reading/fields.ts'
import { answerRow } from './outcome.ts'
import { findings, persons, systemError } from './testing.ts'

const asked = Object.entries(persons).map(([GMSFHM, XM]) => ({ GMSFHM, XM, '@FSD': '330600' }))
const documents = [findings(asked), findings([{ GMSFHM: 'X', XM: '' }]), systemError('-72')]

describe('answers of the identity check', () => {
  fuzz('nciic answers', mutated(documents), (text) => {
    const rows = at(readXml(text, { attributes: true }), 'ROWS.ROW')
    return field.list(answerRow).safeParse(rows).data ?? null
  })
})

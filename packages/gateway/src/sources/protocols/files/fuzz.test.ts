import { describe } from 'vitest'
import { fuzz, mutated, mutatedBytes } from '../../fuzz/testing.ts'
import { csv } from './csv/csv.ts'
import type { StreamFormat } from './format.ts'
import { jsonl } from './jsonl.ts'
import { readCursor, readMark, writeMark } from './mark.ts'
import { isSafeName, namePattern } from './names.ts'
import { flagName, readFlag } from './readiness.ts'
import { charsetOfHead, encodeText } from './text.ts'
import { zipEntries } from './xlsx/zip.ts'
import { xml } from './xml/xml.ts'

/** Two bytes make a row, and a row that cannot be read an entry of its own. */
const rows = { growth: 200 }

const both = (texts: readonly string[]) =>
  texts.flatMap((text) => [encodeText(text, 'utf-8'), encodeText(text, 'gb18030')])

/** Everything that happens to the bytes of a file. */
const readWith = (format: StreamFormat) => (bytes: Uint8Array) => {
  const open = format.open({ bytes, isWhole: true, ...charsetOfHead(bytes, 'gb18030') }, 1_000)
  const cutter = open.cutter(open.start)
  const half = Math.max(open.start, Math.floor(bytes.length / 2))
  const cuts = [
    ...cutter.push(bytes.subarray(open.start, half)),
    ...cutter.push(bytes.subarray(half)),
    ...cutter.finish(),
  ]
  return [open.read(cuts), cuts.map((cut) => open.trailer(cut))]
}

const table = [
  '事项编码,事项名称\r\n="001","a""b,\r\n陈䶮"\r\n1.15113E+17,#####\n合计,2\n',
  '\uFEFF事项名称,事项编码\na,b',
]
const documents = ['<?xml version="1.0"?>\n<D a="1"><R b="2"><A>陈䶮</A><![CDATA[<x>]]></R><!-- c --><R/></D>']
const lines = ['{"code":"01","name":"陈䶮"}\n{"rows":1}\n']
const pattern = namePattern('x{yyyyMMddHHmmss}_{part}_{any}.csv')
const mark = writeMark({
  taken: [{ day: '2026-11-21', part: 1, name: 'x', size: 1, modifiedAt: 1, digest: '0' }],
  gaps: [],
  reading: null,
})

describe('what is dropped', () => {
  const columns = { code: '事项编码', name: '事项名称' }
  fuzz(
    'files csv',
    mutatedBytes(both(table)),
    readWith(csv({ columns, key: 'code', trailer: { marker: '合计' } })),
    rows,
  )
  fuzz('files xml', mutatedBytes(both(documents)), readWith(xml({ record: 'D.R' })), rows)
  fuzz('files jsonl', mutatedBytes(both(lines)), readWith(jsonl({ trailer: 'rows' })), rows)
  fuzz('files zip', mutatedBytes([Buffer.from('504b0506000000000000000000000000000000000000', 'hex')]), (bytes) =>
    zipEntries(bytes, 1_000),
  )
  fuzz('files flag', mutated(['rows=3\nsha256=00', '记录数：3', 'MD5: d41d8cd98f00b204e9800998ecf8427e']), (text) =>
    readFlag(text),
  )
  fuzz('files name', mutated(['x20261121093000_1_a.csv']), (text) => [
    isSafeName(text),
    pattern.read(text),
    flagName(text, { suffix: '.ok', instead: true }),
  ])
  fuzz('files mark', mutated([mark]), (text) => [readMark(text), readCursor(text)])
})

import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { type XlsxOptions, xlsx } from './xlsx.ts'

const columns = { code: '事项编码', name: '事项名称' } as const
type Cells = readonly (string | number | Date | null)[][]

const workbook = async (rows: Cells): Promise<Buffer> => {
  const data = rows.map((cells) =>
    cells.map((value) =>
      value instanceof Date ? { value, type: Date, format: 'yyyy-mm-dd' } : value === null ? null : { value },
    ),
  )
  return writeExcelFile(data, {}).toBuffer()
}
const readAll = (content: Uint8Array, options: Partial<XlsxOptions> = {}, max = 1_000_000) =>
  xlsx({ columns, key: 'code', ...options }).readAll(content, max)

interface Part {
  readonly name: string
  readonly content: Buffer
  readonly says?: number
}

/** A zip archive whose directory may say wrong sizes. */
function zip(parts: readonly Part[]): Buffer {
  const local: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content, says = content.length } of parts) {
    const packed = deflateRawSync(content)
    const fields = Buffer.alloc(30)
    fields.writeUInt32LE(0x04034b50)
    fields.writeUInt16LE(8, 8)
    fields.writeUInt32LE(packed.length, 18)
    fields.writeUInt32LE(says, 22)
    fields.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(says, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(at, 42)
    local.push(fields, Buffer.from(name), packed)
    directory.push(entry, Buffer.from(name))
    at += 30 + name.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...local, ...directory, end])
}

describe('a workbook', () => {
  it('gives its rows with numbers as they are written and days as text', async () => {
    const content = await workbook([
      ['事项 编码', '别的', '事项名称'],
      ['00123', 1, '设立'],
      [42, 2, new Date('2026-11-21T00:00:00Z')],
      [null, null, null],
      ['3', null, 1.5],
    ])
    expect(await readAll(content)).toEqual([
      { kind: 'row', value: { code: '00123', name: '设立' } },
      { kind: 'row', value: { code: '42', name: '2026-11-21' } },
      { kind: 'row', value: { code: '3', name: '1.5' } },
    ])
  })

  it.each([115113010778239000, 1.15113e17, 1.15113e21])(
    'refuses %d, which has more digits than a spreadsheet keeps',
    async (number) => {
      const content = await workbook([
        ['事项编码', '事项名称'],
        ['1', number],
      ])
      expect(await readAll(content)).toMatchObject([{ kind: 'fault', key: '1', path: '事项名称' }])
    },
  )

  it('may have a title above its header', async () => {
    const content = await workbook([
      ['事项清单', null],
      ['事项编码', '事项名称'],
      ['1', 'a'],
    ])
    expect(await readAll(content, { above: 1 })).toMatchObject([{ value: { code: '1' } }])
    await expect(readAll(content)).rejects.toMatchObject({ code: 'TB_SOURCE_SHAPE' })
  })

  it('is refused when it is cut, is none, or lacks the sheet', async () => {
    const content = await workbook([['事项编码', '事项名称']])
    for (const broken of [
      content.subarray(0, content.length / 2),
      Buffer.from('事项编码'),
      Buffer.alloc(0),
      Buffer.alloc(100),
    ])
      await expect(readAll(broken)).rejects.toMatchObject({ code: 'TB_SOURCE_SHAPE' })
    await expect(readAll(content, { sheet: '没有' })).rejects.toMatchObject({ code: 'TB_SOURCE_SHAPE' })
  })

  it('is refused when it would unpack to more than allowed', async () => {
    const bomb = zip([{ name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(5_000_000) }])
    expect(bomb.length).toBeLessThan(10_000)
    await expect(readAll(bomb)).rejects.toMatchObject({ code: 'TB_SOURCE_TOO_LARGE', params: { limit: 1_000_000 } })
  })

  it('is refused when it unpacks to more than it says', async () => {
    const liar = zip([{ name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(5_000_000), says: 100 }])
    await expect(readAll(liar)).rejects.toMatchObject({ code: 'TB_SOURCE_SHAPE' })
  })

  it('is refused when one cell in the last corner asks for a sheet that fills the memory', async () => {
    const sheet = '<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    const corner = zip([{ name: 'xl/worksheets/sheet1.xml', content: Buffer.from(sheet) }])
    await expect(readAll(corner)).rejects.toMatchObject({ code: 'TB_SOURCE_TOO_LARGE' })
  })
})

import { crc32, deflateSync } from 'node:zlib'
import type { Certificate } from '../certificate.ts'
import type { CopyNote } from './copy.ts'
import { glyphs } from './glyphs.ts'

// PNG (ISO/IEC 15948): signature, IHDR, IDAT, IEND; eight-bit grey, no filter.

const WIDTH = 640
const HEIGHT = 220
const PAPER = 0xf6
const INK = 0x22
const MARK = 0xb0

type Canvas = Uint8Array

const dot = (canvas: Canvas, x: number, y: number, shade: number): void => {
  if (x >= 0 && x < WIDTH && y >= 0 && y < HEIGHT) canvas[y * WIDTH + x] = shade
}

const fill = (canvas: Canvas, x: number, y: number, width: number, height: number, shade: number): void => {
  for (let row = y; row < y + height; row += 1)
    for (let column = x; column < x + width; column += 1) dot(canvas, column, row, shade)
}

const drawGlyph = (canvas: Canvas, rows: string, x: number, y: number, scale: number, shade: number): void => {
  for (let row = 0; row < 7; row += 1) {
    const bits = Number.parseInt(rows.slice(row * 2, row * 2 + 2), 16)
    for (let column = 0; column < 5; column += 1)
      if (bits & (0x10 >> column)) fill(canvas, x + column * scale, y + row * scale, scale, scale, shade)
  }
}

const write = (canvas: Canvas, text: string, x: number, y: number, scale: number, shade = INK): void => {
  for (const [index, character] of [...text.toUpperCase()].entries()) {
    const rows = glyphs[character]
    if (rows) drawGlyph(canvas, rows, x + index * 6 * scale, y, scale, shade)
  }
}

const border = (canvas: Canvas): void => {
  for (const [x, y, width, height] of [
    [8, 8, WIDTH - 16, 3],
    [8, HEIGHT - 11, WIDTH - 16, 3],
    [8, 8, 3, HEIGHT - 16],
    [WIDTH - 11, 8, 3, HEIGHT - 16],
  ] as const)
    fill(canvas, x, y, width, height, INK)
}

const draw = (certificate: Certificate, note: CopyNote): Canvas => {
  const canvas = new Uint8Array(WIDTH * HEIGHT).fill(PAPER)
  border(canvas)
  const [type = '', issuer = '', serial = '', version = '', check = ''] = certificate.identifier.split('.').slice(5)
  write(canvas, type, 30, 30, 4)
  const lines = [
    `ISSUER ${issuer}`,
    `SERIAL ${serial}.${version}.${check}`,
    `DATE ${certificate.issuedOn}`,
    `STATUS ${certificate.status}`,
  ]
  for (const [index, line] of lines.entries()) write(canvas, line, 30, 80 + index * 26, 2)
  if (note.cause) write(canvas, 'COPY', 480, 150, 5, MARK)
  return canvas
}

const chunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

const header = (): Buffer => {
  const data = Buffer.alloc(13)
  data.writeUInt32BE(WIDTH, 0)
  data.writeUInt32BE(HEIGHT, 4)
  data[8] = 8 // bits a sample; colour type, compression, filter and interlace stay 0
  return data
}

const scanlines = (canvas: Canvas): Buffer => {
  const lines = Buffer.alloc((WIDTH + 1) * HEIGHT)
  for (let row = 0; row < HEIGHT; row += 1)
    lines.set(canvas.subarray(row * WIDTH, (row + 1) * WIDTH), row * (WIDTH + 1) + 1)
  return lines
}

/** A picture of the certificate: its identifier, issuer, date and status; `COPY` across a copy. */
export const writePng = (certificate: Certificate, note: CopyNote): Uint8Array =>
  Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header()),
    chunk('IDAT', deflateSync(scanlines(draw(certificate, note)))),
    chunk('IEND', Buffer.alloc(0)),
  ])

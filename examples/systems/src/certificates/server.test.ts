import { crc32 } from 'node:zlib'
import { strFromU8, unzipSync } from 'fflate'
import smCrypto from 'sm-crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applicantNamed } from '../city/applicants.ts'
import { certificateTypes } from '../city/certificate-types.ts'
import { type Systems, startSystems } from '../index.ts'
import { at, rowsAt, textAt } from '../testing/answers.ts'
import { platformClient } from '../testing/platform-client.ts'

const CHEN = '330600198801010037'
const PROPERTY = '11100000MB03271699001'
const good = { holderCode: CHEN, holderTypeCode: '111', certTypeCode: PROPERTY, useCause: '不动产抵押登记' }

let systems: Systems
let call: ReturnType<typeof platformClient>

beforeAll(async () => {
  systems = await startSystems({ paceMs: 0 })
  call = platformClient(systems)
})
afterAll(() => systems.close())

describe('the certificate platform', () => {
  it('finds a joint property certificate by one of its holders', async () => {
    const answer = await call('queryCertInfoByHolderCode', good)
    expect(at(answer, 'head', 'status')).toBe(0)
    expect(rowsAt(answer, 'data')).toMatchObject([
      { holderName: '陈䶮^王㛃', certStatus: '01', certTypeCode: PROPERTY },
    ])
    expect(rowsAt(answer, 'data', 0, 'certData', 0)[0]).toMatchObject({
      name: '证照名称',
      columnName: 'ZZMC',
      orderNum: 1,
    })
  })

  it.each([
    ['nobody', { holderCode: '330600190001010000' }, 10],
    ['no use cause', { useCause: '' }, 12],
    ['a use cause of 201 characters', { useCause: '因'.repeat(201) }, 99],
    ['a holder type that does not exist', { holderTypeCode: '31' }, 103],
    ['a certificate type that does not exist', { certTypeCode: '11100000MB03271699999' }, 113],
    ['a holder of another type', { holderTypeCode: '414' }, 10],
    ['a broken public key', { sm2PublicKey: '04ab' }, 99],
  ])('answers %s with its own status and HTTP 200', async (_name, change, status) => {
    expect(at(await call('queryCertInfoByHolderCode', { ...good, ...change }), 'head', 'status')).toBe(status)
  })

  it('refuses a wrong token with 11 and a closed certificate type with 100', async () => {
    const { limited } = systems.credentials.certificates
    const closed = { ...good, certTypeCode: certificateTypes.marriage.code }
    expect(await call('queryCertInfo', {}, { ...limited, accessToken: 'x' })).toMatchObject({ head: { status: 11 } })
    expect(await call('queryCertInfoByHolderCode', closed, limited)).toMatchObject({
      head: { status: 100 },
      data: null,
    })
    expect(await call('queryCertInfoByHolderCode', closed)).toMatchObject({ head: { status: 0 } })
    expect(await call('queryCertInfoByHolderCode', good, limited)).toMatchObject({ head: { status: 0 } })
  })

  it('answers a body that is no JSON in its own envelope', async () => {
    const response = await fetch(`${systems.certificates.url}/main/CertShare/queryCertInfo`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"head":',
    })
    expect([response.status, await response.json()]).toMatchObject([200, { head: { status: 99 }, data: null }])
  })

  it('encrypts face data for the key of the caller, C1C3C2 with the leading 04', async () => {
    const { publicKey, privateKey } = smCrypto.sm2.generateKeyPairHex()
    const plain = at(await call('queryCertInfoByHolderCode', good), 'data', 0, 'certData')
    const secret = textAt(
      await call('queryCertInfoByHolderCode', { ...good, sm2PublicKey: publicKey }),
      'data',
      0,
      'certData',
    )
    expect(secret).toMatch(/^04[0-9a-f]{192,}$/)
    expect(JSON.parse(smCrypto.sm2.doDecrypt(secret.slice(2), privateKey, 1))).toEqual(plain)
    expect(smCrypto.sm2.doDecrypt(secret.slice(2), privateKey, 0)).toBe('')
  })

  it('gives several certificates in one call by identifier and leaves out what it does not know', async () => {
    const [a = '', b = ''] = systems.certificates.identifiers()
    const answer = await call('queryCertInfo', {
      certificateIdentifier: `${a},${b},1.2.156.3005.2.x`,
      useCause: '核验',
    })
    expect(rowsAt(answer, 'data').map((row) => row.certificateIdentifier)).toEqual([a, b])
  })

  it('writes dates in several spellings', async () => {
    const certificateIdentifier = systems.certificates.identifiers().slice(0, 50).join(',')
    const rows = rowsAt(await call('queryCertInfo', { certificateIdentifier, useCause: '核验' }), 'data')
    const shapes = new Set(rows.map((row) => String(row.issueDate).replaceAll(/\d/g, '9')))
    expect(shapes).toEqual(new Set(['9999-99-99 99:99:99', '9999-99-99', '9999年99月99日', '99999999', '9999/99/99']))
  })
})

describe('a certificate file', () => {
  const identifierOf = async () =>
    textAt(await call('queryCertInfoByHolderCode', good), 'data', 0, 'certificateIdentifier')
  const download = async (fileType: string) =>
    call('downloadFile', {
      certificateIdentifier: await identifierOf(),
      fileType,
      certificateCopyCause: '抵押<登记>&"核验"',
    })

  it('is an OFD package named by the identifier that carries the cause of its use', async () => {
    const answer = await download('ofd')
    expect(at(answer, 'head', 'status')).toBe('0')
    expect(at(answer, 'data', 'fileName')).toBe(`${await identifierOf()}.ofd`)
    const parts = unzipSync(Buffer.from(textAt(answer, 'data', 'fileData'), 'base64'))
    expect(Object.keys(parts)).toEqual([
      'OFD.xml',
      'Doc_0/Document.xml',
      'Doc_0/PublicRes.xml',
      'Doc_0/Pages/Page_0/Content.xml',
    ])
    expect(strFromU8(parts['OFD.xml'] ?? new Uint8Array())).toContain('抵押&lt;登记&gt;&amp;')
    expect(strFromU8(parts['Doc_0/Pages/Page_0/Content.xml'] ?? new Uint8Array())).toContain('陈䶮')
  })

  it('is a PNG whose chunks have the right CRC', async () => {
    const png = Buffer.from(textAt(await download('png'), 'data', 'fileData'), 'base64')
    expect(png.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a')
    const types: string[] = []
    for (let offset = 8; offset < png.length; ) {
      const length = png.readUInt32BE(offset)
      types.push(png.toString('latin1', offset + 4, offset + 8))
      expect(png.readUInt32BE(offset + 8 + length)).toBe(crc32(png.subarray(offset + 4, offset + 8 + length)))
      offset += 12 + length
    }
    expect(types).toEqual(['IHDR', 'IDAT', 'IEND'])
  })

  it('passes verification as issued and fails after one byte is changed', async () => {
    const fileData = textAt(await download('ofd'), 'data', 'fileData')
    const ask = (data: string) => call('verifyFile', { fileType: 'ofd', fileData: data, useCause: '核验' })
    expect(await ask(fileData)).toMatchObject({ data: { verifyResult: '1', certStatus: '01' } })
    const bytes = Buffer.from(fileData, 'base64')
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1)
    expect(await ask(bytes.toString('base64'))).toMatchObject({ data: { verifyResult: '0' } })
    expect(await ask(Buffer.from('not a zip').toString('base64'))).toMatchObject({ data: { verifyResult: '0' } })
  })

  it('is verified by data: right claims pass, wrong claims and ended certificates do not', async () => {
    const certificateIdentifier = await identifierOf()
    const ask = (data: object) => call('verifyCertInfo', { certificateIdentifier, useCause: '核验', ...data })
    expect(await ask({ holderName: '王㛃' })).toMatchObject({ data: { verifyResult: '1' } })
    expect(await ask({ holderName: '别人' })).toMatchObject({
      data: { verifyResult: '0', verifyMessage: '证照信息不一致' },
    })
    const ended = await call('queryCertInfoByHolderCode', { ...good, holderCode: applicantNamed('谢东山').code })
    expect(await ask({ certificateIdentifier: textAt(ended, 'data', 0, 'certificateIdentifier') })).toMatchObject({
      data: { verifyResult: '0', certStatus: '02', certStatusName: '暂扣' },
    })
  })
})

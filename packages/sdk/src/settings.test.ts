import { describe, expect, it } from 'vitest'
import { createTongban, createTongbanClient } from './index.ts'

describe('the endpoint', () => {
  it.each([
    'https://gov.example.cn/graphql',
    'http://127.0.0.1:4000/graphql',
    'http://localhost/graphql',
    'http://[::1]:4000/graphql',
  ])('may be %s', (endpoint) => {
    expect(createTongbanClient({ endpoint }).settings.endpoint).toBe(endpoint)
  })

  it.each([
    'http://gov.example.cn/graphql',
    'http://127.0.0.1.example.cn/graphql',
    'http://localhost.example.cn/graphql',
    'http://127.0.0.1@example.cn/graphql',
    'gov.example.cn',
    'file:///graphql',
    '',
  ])('is refused when it is %j', (endpoint) => {
    expect(() => createTongban({ endpoint })).toThrow(expect.objectContaining({ code: 'TB_CONFIG_INVALID' }))
  })

  it('may be plain http elsewhere for who takes the danger', () => {
    const options = { endpoint: 'http://gateway:4000/graphql', dangerouslyAllowPlainHttp: true }
    expect(createTongbanClient(options).settings.endpoint).toBe(options.endpoint)
  })
})

it('speaks the language that was chosen', () => {
  expect(() => createTongban({ endpoint: '', locale: 'en' })).toThrow('The configuration is wrong at endpoint')
  expect(() => createTongban({ endpoint: '' })).toThrow('配置 endpoint 有误')
})

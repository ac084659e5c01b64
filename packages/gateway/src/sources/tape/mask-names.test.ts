import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMask } from './mask-text.ts'
import { createPseudonyms } from './pseudonyms.ts'

const mask = createMask(createPseudonyms(new Uint8Array(32)), { allWords: false, keep: ['王小二'] })

describe('names that running text marks', () => {
  it.each([
    ['请联系张伟民,电话0575-88888888', /请联系[甲乙丙丁戊己庚辛壬癸]{3},电话/],
    ['{"remark":"如有疑问请联系张伟民，电话另告"}', /请联系.{3}，电话另告"\}$/],
    ['联系人张伟民', /^联系人/],
    ['请联系：张伟民', /^请联系：/],
    ['联系人为张伟民', /^联系人为/],
    ['本案经办人张伟民已离开', /^本案经办人/],
    ['负责人（张伟民）', /^负责人（.{3}）$/],
    ['申请人张伟民于昨日提出', /^申请人/],
    ['请找张伟民先生办理', /先生办理$/],
    ['由张伟民女士受理', /^由.{3}女士受理$/],
    ['张伟民科长', /科长$/],
    ['<p>请联系张伟民</p>', /^<p>请联系.{3}<\/p>$/],
    ['{"a":"\\u8bf7\\u8054\\u7cfb\\u5f20\\u4f1f\\u6c11"}', /./],
  ])('are masked: %s', (text, rest) => {
    const masked = mask(text)
    expect(masked).not.toMatch(/张|伟民|\\u5f20/)
    expect(masked).toMatch(rest)
    expect(mask(masked)).toBe(masked)
  })

  it.each([
    ['请联系欧阳小三。', '小三'],
    ['申请人艾力·买买提，', '艾力'],
    ['请与李女士联系', '李'],
    [encodeURIComponent('请联系张伟民'), encodeURIComponent('张')],
  ])('are masked, of two families, of two words, of one sign, encoded: %s', (text, gone) => {
    expect(mask(text)).not.toContain(gone)
  })

  it.each([
    '联系电话、联系方式、联系地址、联系单位',
    '申请人应当提交材料，申请人身份证，申请人单位证明，申请人名称',
    '负责人任职文件，法人章程，法人许可证，代理人安全承诺',
    '请联系办事窗口',
    '联系人王小二',
    '{"申请人常住地址":"1","联系人方案":"2","张先生":"3"}',
    '<申请人常住地址>1</申请人常住地址>',
  ])('words that are no names stay: %s', (text) => expect(mask(text)).toBe(text))

  it('what is masked stays what it is', () => {
    const part = fc.constantFrom('请联系', '张伟民', '王', '丁', '先生', '申请人', '方式', '科长', '，', '艾·力', '单')
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const once = mask(parts.join(''))
        expect(mask(once)).toBe(once)
      }),
      { numRuns: 5_000 },
    )
  })
})

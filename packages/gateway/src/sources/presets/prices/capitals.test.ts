import { expect, it } from 'vitest'
import { readCapitals } from './capitals.ts'

it.each([
  ['捌仟壹佰捌拾贰万玖仟零叁拾玖元整', '81829039.00'],
  ['壹仟零柒拾壹万捌仟玖佰肆拾元柒角陆分', '10718940.76'],
  ['叁仟伍佰肆拾万伍仟零贰拾玖元壹角壹分', '35405029.11'],
  ['拾万元整', '100000.00'],
  ['壹亿零伍拾万圆零柒分', '100500000.07'],
  ['贰拾亿叁仟万元', '2030000000.00'],
])('%s is %s', (words, amount) => expect(readCapitals(words)).toBe(amount))

it.each(['壹万亿元', '叁元元', '拾X元'])('%s is not read', (words) => {
  expect([undefined, '3.00']).toContain(readCapitals(words))
})

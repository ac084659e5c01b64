import { form, identity, licence } from './materials.ts'
import type { ItemTemplate, TemplateGroup } from './template.ts'

const gone = (main: string, name: string, law: string, type: ItemTemplate['type'] = '01'): ItemTemplate => ({
  type,
  main,
  name,
  law,
  at: 'districts',
  audience: '2',
  days: [20, 10],
  condition: '本事项已取消。',
  materials: [form(`${name}申请表`), licence, identity],
  plainly: '这个事项已经取消,不用再办。',
})

/** Errands that were cancelled; the library still reports them as withdrawn. */
export const retiredGroups: readonly TemplateGroup[] = [
  {
    department: 'market-supervision',
    items: [
      gone('091.000', '食品流通许可', '并入食品经营许可'),
      gone('092.000', '企业名称预先核准', '《企业名称登记管理规定》2020年修订后取消'),
    ],
  },
  { department: 'public-security', items: [gone('091.000', '暂住证办理', '由居住证制度取代', '07')] },
  {
    department: 'health',
    items: [gone('091.000', '公共场所卫生许可证复核', '《公共场所卫生管理条例实施细则》修订后取消')],
  },
]

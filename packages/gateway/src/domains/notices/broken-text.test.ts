import { expect, it } from 'vitest'
import { connectSources } from '../../sources/connect.ts'
import { describeOnEachStore, silentLog } from '../../store/testing.ts'
import { defineSource, type Ports } from '../ports.ts'
import type { NoticeInput } from './port.ts'
import { migrations } from './schema.ts'
import { createNoticesService } from './service.ts'

const notice = (key: string, title: string): NoticeInput => ({
  key,
  kind: 'TENDER',
  title,
  publishedAt: '2026-01-05T09:00:00+08:00',
  divisionCode: '330602000000',
})

const trading = defineSource({
  id: 'trading',
  title: '公共资源交易平台',
  covers: { divisions: ['33'] },
  protocol: { kind: 'memory', send: async () => null },
  notices: {
    changes: async () => ({
      notices: [notice('n1', '道路工程'), notice('n2', '桥梁\ud840工程'), notice('n3', '隧道\0工程')],
      mark: '3',
      more: false,
    }),
  },
})

const now = () => new Date('2026-03-02T02:00:00Z')

describeOnEachStore('notices with text that cannot be stored as it is', (open) => {
  it('are stored with all others of their page', async () => {
    const store = await open({ migrations })
    const deps = { log: silentLog, metrics: { sourceCall() {} }, now }
    const { directory } = connectSources<Ports>([trading], deps)
    const service = createNoticesService({ store, directory, log: silentLog, now })
    expect(await service.sync()).toEqual([{ sourceId: 'trading', notices: 3, refused: 0 }])
    expect(await service.count({ text: '工程' })).toBe(3)
  })
})

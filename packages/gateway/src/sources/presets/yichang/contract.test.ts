import { afterAll } from 'vitest'
import { describeSource } from '../../../contract/index.ts'
import { openPortal } from './testing.ts'
import { yichangNotices } from './yichang.ts'

const portal = await openPortal()
afterAll(() => portal.close())

describeSource(
  yichangNotices({
    url: portal.url,
    credentials: { site: 's1' },
    since: '2025-06-12',
    now: () => new Date('2025-06-13T10:00:00Z'),
  }),
  { notices: { changes: { mark: '2025-06-13/0/0', size: 4 } } },
)

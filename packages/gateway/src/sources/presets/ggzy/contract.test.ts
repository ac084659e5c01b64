import { afterAll } from 'vitest'
import { describeSource } from '../../../contract/index.ts'
import { ggzyNotices } from './ggzy.ts'
import { openPlatform } from './testing.ts'

const platform = await openPlatform()
afterAll(() => platform.close())

describeSource(ggzyNotices({ url: platform.url, since: '2026-03-17', now: () => new Date('2026-03-17T02:00:00Z') }), {
  notices: { changes: { mark: null, size: 20 } },
})

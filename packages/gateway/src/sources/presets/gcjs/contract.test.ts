import { afterAll, describe } from 'vitest'
import { describeSource } from '../../../contract/index.ts'
import { gcjsNotices } from './gcjs.ts'
import { carriers, openExchange } from './testing.ts'

for (const [name, options, envelope] of carriers)
  describe(`over ${name}`, async () => {
    const exchange = await openExchange(envelope)
    afterAll(() => exchange.close())
    const credentials = { platformCode: '91370800MA00TE5T2W' }
    describeSource(gcjsNotices({ url: exchange.url, credentials, ...options }), {
      notices: { changes: { mark: null, size: 4 } },
    })
  })

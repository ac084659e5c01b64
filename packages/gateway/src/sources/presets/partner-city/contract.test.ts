import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { describeSource } from '../../../contract/index.ts'
import { FakeLibrary, testItem } from '../../../domains/items/testing.ts'
import { createGateway } from '../../../gateway.ts'
import { silentLog } from '../../testing/source.ts'
import { partnerCity } from './partner-city.ts'

const folder = await mkdtemp(join(tmpdir(), 'tongban-partner-contract-'))
const library = new FakeLibrary()
library.items = Array.from({ length: 7 }, (_, n) => testItem(`HZ-${n}`, `事项${n}`))
const config = { division: '330100', title: '杭州市', sources: [library.source()], sync: { everyMinutes: 0 } }
const gateway = await createGateway({ ...config, store: { dataDir: folder }, server: { port: 0 } }, { log: silentLog })
afterAll(async () => {
  await gateway.stop()
  await rm(folder, { recursive: true })
})
await gateway.services.items.sync({ mode: 'full' })
const { url } = await gateway.listen()

describeSource(
  partnerCity({ id: 'hangzhou', title: '杭州市', endpoint: `${url}/graphql`, covers: { divisions: ['3301'] } }),
  { items: { page: { cursor: null, size: 5 }, byCodes: ['HZ-1', 'HZ-3', 'HZ-5'] } },
)

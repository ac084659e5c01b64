import { describeSource } from '@tongban/gateway/testing'
import { afterAll } from 'vitest'
import { startCity } from './testing/city.ts'
import { sampledSources } from './testing/samples.ts'

const city = await startCity()
afterAll(() => city.close())

for (const [source, samples] of await sampledSources(city)) describeSource(source, samples)

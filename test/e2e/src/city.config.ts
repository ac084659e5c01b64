import { readSettings, sandboxConfig } from '@tongban/example-sandbox'
import { defineGateway, sm2KeyPair } from '@tongban/gateway'
import { type CityPlace, cityVariable } from './city.ts'

const place: CityPlace = JSON.parse(process.env[cityVariable] ?? 'null')

/** A gateway in front of departments that live in another process. Items are read through, so that it is ready at once. */
export default defineGateway({
  ...sandboxConfig(readSettings(), place.systems, place.clients, sm2KeyPair()),
  catalogue: 'live',
  sync: { everyMinutes: 0 },
})

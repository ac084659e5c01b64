import { isTongbanError, parseOpeningHours } from '@tongban/schema'
import { z } from 'zod'
import { strict } from '../sources/options/strict.ts'
import { eventsShape } from './events-shape.ts'
import { id, title } from './names.ts'
import { overlapShape } from './overlap-shape.ts'
import { milliseconds, serverShape } from './server-shape.ts'
import { sourceShape } from './source-shape.ts'

const publicKey = z
  .looseObject({ kty: z.string('give a JSON Web Key') })
  .refine((key) => !('d' in key), 'give the public key only: the private key must stay with the client')

const client = strict({
  id,
  title,
  scopes: z.array(z.string()).min(1, 'name at least one scope'),
  jwks: strict({ keys: z.array(publicKey).min(1, 'give at least one public key') }, 'give { keys: [ … ] }'),
})

/** Empty is what an unset variable becomes in a compose file or an env file. */
const databaseUrl = z
  .string()
  .regex(
    /^(postgres(ql)?:\/\/|$)/,
    'use an address such as postgres://user@host:5432/database, or leave it out for the embedded database',
  )
  .transform((url) => (url === '' ? undefined : url))

const opening = z.string().superRefine((text, context) => {
  try {
    parseOpeningHours(text)
  } catch (error) {
    if (!isTongbanError(error)) throw error
    context.addIssue({ code: 'custom', message: `cannot be read: ${error.params.detail}` })
  }
})

const polling = strict({ fastestMs: milliseconds.default(5_000), slowestMs: milliseconds.default(600_000) }).refine(
  ({ fastestMs, slowestMs }) => fastestMs <= slowestMs,
  { path: ['fastestMs'], error: 'use at most slowestMs' },
)

/** The operator's configuration with defaults filled in. The defaults are documented in `types.ts`. */
export const configShape = strict({
  division: z
    .string('give the division of the city')
    .regex(/^\d{6}$/, 'use the 6 digits of the city, for example 330600'),
  title,
  sources: z.array(sourceShape, 'give a list of sources'),
  overlaps: z.array(overlapShape, 'give a list of rules').default([]),
  clients: z.array(client).default([]),
  store: strict({ url: databaseUrl.optional(), dataDir: z.string().min(1).default('./data') }).prefault({}),
  server: serverShape.prefault({}),
  catalogue: z.enum(['mirror', 'live'], "use 'mirror' or 'live'").default('mirror'),
  sync: strict({ everyMinutes: z.number().nonnegative('use 0 to turn it off').default(10) }).prefault({}),
  polling: polling.prefault({}),
  calendar: strict({ opening: opening.default('mon-fri 08:30-12:00 14:00-17:30') }).prefault({}),
  lights: strict({
    yellow: strict({ workingDaysBefore: z.int().nonnegative().default(1) }).prefault({}),
  }).prefault({}),
  events: eventsShape.prefault({}),
  log: strict({ level: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info') }).prefault({}),
})

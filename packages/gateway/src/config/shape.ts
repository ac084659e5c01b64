import { isDivisionDigits } from '@tongban/schema'
import { z } from 'zod'

const id = z
  .string('give an identifier')
  .regex(/^[a-z][a-z0-9-]{0,62}$/, 'use lower case letters, digits and hyphens, beginning with a letter')
const title = z.string('give a title').trim().min(1, 'give a title')
const milliseconds = z.int('use whole milliseconds').positive('use a positive number')

/** Only the shape is checked here; ports are code, and the contract kit tests code. */
const source = z.looseObject({
  id,
  title,
  covers: z.looseObject({
    divisions: z.array(z.string().refine(isDivisionDigits, 'use 2, 4, 6, 9 or 12 digits of division codes')).optional(),
  }),
  protocol: z.looseObject(
    { kind: z.string(), send: z.function() },
    'use a protocol such as rest({ … }) or soap({ … })',
  ),
  ports: z
    .record(z.string(), z.unknown())
    .refine((ports) => Object.keys(ports).length > 0, 'offer at least one of items, cases, certificates, notices'),
})

const publicKey = z
  .looseObject({ kty: z.string('give a JSON Web Key') })
  .refine((key) => !('d' in key), 'give the public key only: the private key must stay with the client')

const client = z.object({
  id,
  title,
  scopes: z.array(z.string()).min(1, 'name at least one scope'),
  jwks: z.object({ keys: z.array(publicKey).min(1, 'give at least one public key') }, 'give { keys: [ … ] }'),
})

/** Empty is what an unset variable becomes in a compose file or an env file. */
const databaseUrl = z
  .string()
  .regex(
    /^(postgres(ql)?:\/\/|$)/,
    'use an address such as postgres://user@host:5432/database, or leave it out for the embedded database',
  )
  .transform((url) => (url === '' ? undefined : url))

/** The operator's configuration with defaults filled in. The defaults are documented in `types.ts`. */
export const configShape = z.object({
  division: z
    .string('give the division of the city')
    .regex(/^\d{6}$/, 'use the 6 digits of the city, for example 330600'),
  title,
  sources: z.array(source, 'give a list of sources'),
  clients: z.array(client).default([]),
  store: z.object({ url: databaseUrl.optional(), dataDir: z.string().min(1).default('./data') }).prefault({}),
  server: z
    .object({
      host: z.string().default('127.0.0.1'),
      port: z.int('use a port number from 0 to 65535').min(0).max(65_535).default(4000),
      publicUrl: z.url({ protocol: /^https?$/, error: 'use an http or https address' }).optional(),
      bodyLimitBytes: z.int().positive().default(1_048_576),
      requestTimeoutMs: milliseconds.default(15_000),
      maxCost: z.number().positive().default(2_000),
      explorer: z.boolean().default(true),
      graceMs: milliseconds.default(8_000),
    })
    .prefault({}),
  catalogue: z.enum(['mirror', 'live'], "use 'mirror' or 'live'").default('mirror'),
  sync: z.object({ everyMinutes: z.number().nonnegative('use 0 to turn it off').default(10) }).prefault({}),
  polling: z.object({ fastestMs: milliseconds.default(5_000), slowestMs: milliseconds.default(600_000) }).prefault({}),
  calendar: z.object({ opening: z.string().default('mon-fri 08:30-12:00 14:00-17:30') }).prefault({}),
  lights: z
    .object({ yellow: z.object({ workingDaysBefore: z.int().nonnegative().default(1) }).prefault({}) })
    .prefault({}),
  log: z.object({ level: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info') }).prefault({}),
})

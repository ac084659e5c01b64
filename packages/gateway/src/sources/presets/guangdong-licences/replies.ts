import { z } from 'zod'
import { field } from '../../reading/fields.ts'
import { licenceRow } from './licence.ts'

const largestFile = 32 * 1_024 * 1_024

const code = z.preprocess(
  (value) => (typeof value === 'string' ? { auth_code: value } : value),
  z.object({ auth_code: field.required }),
)

/** Codes for the use of single licences (用证码): services list them in `auth_codes`, or with each licence in `data`. */
export const authCodes = field
  .object(
    z.object({
      auth_codes: field.list(code),
      data: field.list(z.unknown().transform((row) => code.safeParse(row).data ?? null)),
    }),
  )
  .transform((reply) => [
    ...new Set([...(reply?.auth_codes ?? []), ...(reply?.data ?? [])].flatMap((one) => one?.auth_code ?? [])),
  ])

/** `license/get_license` */
export const oneLicence = field
  .object(z.object({ data: field.object(licenceRow) }))
  .transform((reply) => reply?.data ?? null)

/** `license/archive`: PDF as Base64. */
export const archive = field
  .object(z.object({ data: field.object(z.object({ file_data: field.file(largestFile) })) }))
  .transform((reply) => reply?.data?.file_data ?? null)

import { z } from 'zod'

const decimal = z.string().regex(/^-?\d+(\.\d+)?$/)

/** An exact amount in major units of its currency, with the amount and unit the source stated where they are kept. */
export const money = z.object({
  value: decimal,
  currency: z.string().length(3),
  stated: z.object({ value: decimal, unit: z.string().min(1) }).optional(),
})

/** Parent value of the SDL type `Money`. */
export type MoneyEntity = z.output<typeof money>

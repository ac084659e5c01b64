import { z } from 'zod'

/** Where a system is reached over HTTP. */
export const httpAddress = z.url({
  protocol: /^https?$/,
  error: 'give an address such as https://items.example.cn; is the variable set?',
})

/** Where a database is. @param example - an address as it should be */
export const databaseAddress = (scheme: RegExp, example: string) => {
  const fault = `give an address such as ${example}; is the variable set?`
  return z.string(fault).regex(scheme, fault)
}

/** Text that must not be empty, which is what a variable becomes that nobody has set. */
export const needed = (what: string) => {
  const fault = `give ${what}; is the variable set?`
  return z.string(fault).min(1, fault)
}

export const text = z.string('use text').optional()
export const flag = z.boolean('use true or false').optional()
export const charsetName = z
  .enum(['utf-8', 'gb18030'], "use 'utf-8' or 'gb18030', which reads GBK and GB2312, too")
  .optional()
export const callable = (fix: string) => z.custom((value) => typeof value === 'function', fix)
export const headers = z
  .record(z.string(), z.string('use text; is the variable set?'), 'give headers by name')
  .optional()
export const signer = callable('use a signer such as tif({ … }) or sm2Signature({ … })').optional()

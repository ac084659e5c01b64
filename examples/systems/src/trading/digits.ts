/** `2025-09-30 09:30:00` → `20250930093000`. */
export const compactDigits = (time: string): string => time.replaceAll(/\D/g, '')

/** 万元 as yuan with two decimals, exactly: `123.456789` → `1234567.89`. */
export const wanToYuan = (wan: string): string => {
  const [whole = '0', fraction = ''] = wan.split('.')
  const cents = BigInt(whole + fraction.padEnd(6, '0').slice(0, 6))
  const digits = cents.toString().padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}

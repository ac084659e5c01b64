import { errorRow, isTongbanError, type Locale } from '@tongban/schema'

const actText: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  'zh-CN': {
    CLIENT: '请接入方开发者处理',
    CLERK: '请更正输入',
    CITIZEN: '请申请人处理',
    OPERATOR: '请运维处理',
    WAIT: '请稍后再试',
  },
  en: {
    CLIENT: 'the developer of the caller must act',
    CLERK: 'correct the input',
    CITIZEN: 'the applicant must act',
    OPERATOR: 'the operator must act',
    WAIT: 'wait and try again',
  },
}

/** The language of the terminal. */
export const terminalLocale = (env: Readonly<Record<string, string | undefined>> = process.env): Locale =>
  /^zh/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || '') ? 'zh-CN' : 'en'

/** One readable line for an error, with its code and who must act; an unknown error shows its own message. */
export function errorLine(error: unknown, locale: Locale = terminalLocale()): string {
  if (!isTongbanError(error)) return `tongban: ${error instanceof Error ? error.message : String(error)}`
  return `tongban: ${error.code} ${error.messageIn(locale)} (${actText[locale][errorRow(error.code).act]})`
}

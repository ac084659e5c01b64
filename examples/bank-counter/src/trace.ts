/** A readable trace on the terminal: numbered steps, details below them. */
export interface Trace {
  step(title: string): void
  line(text: string): void
  list(lines: readonly string[]): void
}

const digits = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** @param write - where lines go */
export function createTrace(write: (line: string) => void = console.log): Trace {
  let steps = 0
  const line = (text: string) => write(`   ${text}`)
  return {
    step: (title) => write(`\n${digits[steps++] ?? steps}、${title}`),
    line,
    list: (lines) => {
      for (const text of lines.length > 0 ? lines : ['(无)']) line(`· ${text}`)
    },
  }
}

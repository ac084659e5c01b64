import { spawn } from 'node:child_process'

/** One check: a name and something that finds problems. An empty list means all is well. */
export interface Step {
  readonly name: string
  run(): Promise<readonly string[]>
}

/** Runs a command quietly; its output is returned only when it fails. */
export function command(name: string, line: string): Step {
  return {
    name,
    run: () =>
      new Promise((resolve, reject) => {
        const child = spawn(line, {
          shell: true,
          env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', FORCE_COLOR: '0' },
        })
        const output: string[] = []
        child.stdout.on('data', (chunk: Buffer) => output.push(chunk.toString()))
        child.stderr.on('data', (chunk: Buffer) => output.push(chunk.toString()))
        child.on('error', reject)
        child.on('close', (code) => resolve(code === 0 ? [] : [output.join('')]))
      }),
  }
}

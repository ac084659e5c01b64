import { describe, it } from 'vitest'
import { sharedData } from './shared-data.ts'

/** Something a suite cannot run without. */
export interface Need {
  /** Why the suite cannot run here; `undefined` when it can. */
  readonly missing: () => string | undefined
}

/** Environment variables that switch on suites which need more than npm. */
export type NeededVariable =
  | 'TONGBAN_TEST_POSTGRES_URL'
  | 'TONGBAN_TEST_REDIS_URL'
  | 'TONGBAN_TEST_MYSQL_URL'
  | 'CHROMIUM_PATH'

/** The suite needs an environment variable, for example the address of a PostgreSQL server. */
export const needsEnv = (name: NeededVariable): Need => ({
  missing: () => (process.env[name] ? undefined : `${name} is not set`),
})

/** The suite needs these files or folders of the shared real data. */
export const needsSharedData = (...relative: string[]): Need => ({
  missing: () => {
    const absent = relative.filter((path) => sharedData(path) === undefined)
    return absent.length === 0 ? undefined : `shared data ${absent.join(', ')} is absent`
  },
})

/** Named needs, so that a suite reads `describeWith(needs.postgres, …)`. */
export const needs = {
  postgres: needsEnv('TONGBAN_TEST_POSTGRES_URL'),
  redis: needsEnv('TONGBAN_TEST_REDIS_URL'),
  mysql: needsEnv('TONGBAN_TEST_MYSQL_URL'),
  chromium: needsEnv('CHROMIUM_PATH'),
  sharedData: needsSharedData,
} as const

/**
 * The value of a variable that {@link describeWith} has made sure of.
 *
 * @throws Error when the suite forgot to declare the need
 */
export function neededEnv(name: NeededVariable): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set; wrap the suite in describeWith(needsEnv('${name}'), …)`)
  return value
}

/**
 * The path of a shared data file that {@link describeWith} has made sure of.
 *
 * @throws Error when the suite forgot to declare the need
 */
export function neededData(relative: string): string {
  const path = sharedData(relative)
  if (path === undefined)
    throw new Error(`${relative} is absent; wrap the suite in describeWith(needsSharedData(…), …)`)
  return path
}

/**
 * A suite that runs where its needs are met and is skipped elsewhere. A skipped suite carries its reason in its
 * name and prints it, because a silent skip looks like a pass. The body of a skipped suite is never executed, so it may
 * read what it needs while it is being collected.
 *
 * @example
 * describeWith(needs.postgres, 'the store on PostgreSQL', () => { … })
 * describeWith([needs.postgres, needs.sharedData('items')], 'import', () => { … })
 */
export function describeWith(need: Need | readonly Need[], name: string, body: () => void): void {
  const reason = reasonToSkip(need)
  if (reason === undefined) {
    describe(name, body)
    return
  }
  const title = `${name} [skipped: ${reason}]`
  console.info(`SKIPPED ${title}`)
  describe.skip(title, () => it('did not run', () => undefined))
}

/** Every unmet need in one line, or `undefined` when all are met. */
export function reasonToSkip(need: Need | readonly Need[]): string | undefined {
  const reasons = [need].flat().flatMap((one) => one.missing() ?? [])
  return reasons.length === 0 ? undefined : reasons.join('; ')
}

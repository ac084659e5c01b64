import { serve } from '../../processes/serve.ts'
import type { Behaviour } from './behaviours.ts'
import { type Library, type LibraryInput, startLibrary } from './library.ts'

const running = new Map<string, Library>()

function library(name: string): Library {
  const known = running.get(name)
  if (known === undefined) throw new Error(`there is no library ${name}`)
  return known
}

const closeAll = async () => {
  await Promise.all([...running.values()].map((one) => one.close()))
  running.clear()
}

const calls = {
  /** Starts libraries. @returns their addresses by name */
  start: async (inputs: readonly LibraryInput[]): Promise<Readonly<Record<string, string>>> => {
    for (const input of inputs) running.set(input.name, await startLibrary(input))
    return Object.fromEntries([...running].map(([name, { url }]) => [name, url]))
  },
  behave: async ({ name, behaviour }: { readonly name: string; readonly behaviour: Behaviour }) =>
    library(name).behave(behaviour),
  /** Requests so far, by library and caller. */
  counts: (_: null) => Object.fromEntries([...running].map(([name, one]) => [name, one.counts()])),
  spans: (name: string) => library(name).spans(),
  close: (_: null) => closeAll(),
}

/** The process of the libraries as its parent sees it. */
export type LibraryCalls = typeof calls

serve(calls, closeAll)

import type { AbortSignalLike } from './signal.ts'

/** A signal of our own: mini-programs have no `AbortController`. Cancelled at most once, with the error to reject with. */
export class Cancellation implements AbortSignalLike {
  #reason: Error | undefined
  readonly #listeners = new Set<() => void>()

  get aborted(): boolean {
    return this.#reason !== undefined
  }

  get reason(): Error | undefined {
    return this.#reason
  }

  cancel(reason: Error): void {
    if (this.#reason !== undefined) return
    this.#reason = reason
    const listeners = [...this.#listeners]
    this.#listeners.clear()
    for (const listener of listeners) listener()
  }

  addEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners.add(listener)
  }

  removeEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners.delete(listener)
  }

  throwIfCancelled(): void {
    if (this.#reason !== undefined) throw this.#reason
  }
}

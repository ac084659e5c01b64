/** A token and when it must no longer be used. */
export interface IssuedToken {
  readonly value: string
  /** Milliseconds since 1970. */
  readonly expiresAt: number
  readonly issuedAt: number
}

/** A minute early, or a tenth of a short life: the token must still hold when it arrives. */
const isFresh = ({ expiresAt, issuedAt }: IssuedToken, now: number): boolean =>
  now < expiresAt - Math.min(60_000, (expiresAt - issuedAt) / 10)

/** Keeps one token per address and shares one refresh among all who wait for it. */
export class TokenCache {
  readonly #tokens = new Map<string, IssuedToken>()
  readonly #refreshes = new Map<string, Promise<IssuedToken>>()

  /** The token for an address, from memory if it is fresh and not the refused one. */
  async token(address: string, refused: string | undefined, issue: () => Promise<IssuedToken>): Promise<string> {
    const kept = this.#tokens.get(address)
    if (kept !== undefined && kept.value !== refused && isFresh(kept, Date.now())) return kept.value
    const refresh = this.#refreshes.get(address) ?? this.#refresh(address, issue)
    return (await refresh).value
  }

  #refresh(address: string, issue: () => Promise<IssuedToken>): Promise<IssuedToken> {
    const refresh = issue()
      .then((token) => {
        this.#tokens.set(address, token)
        return token
      })
      .finally(() => this.#refreshes.delete(address))
    this.#refreshes.set(address, refresh)
    return refresh
  }
}

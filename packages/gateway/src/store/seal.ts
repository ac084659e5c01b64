/** Encrypts personal data at rest and finds it again without decrypting. */
export interface Seal {
  /** Authenticated encryption; `context` binds the value to its row, so that it cannot be moved to another. */
  seal(plain: string, context: string): string
  /** @throws TongbanError `TB_INTERNAL` when the value was changed or belongs to another context. */
  open(sealed: string, context: string): string
  /** A keyed digest: equal inputs give equal results, nothing else can be learnt from it. */
  fingerprint(plain: string): string
}

/** An allowance for extra attempts (token bucket): spent by the piece, earned back by answers. */
export interface Budget {
  /** Whether one more may be sent; if so it has been paid. */
  spend(): boolean
  /** An attempt was answered. */
  earn(): void
}

/** An allowance that is full at the start. */
export function createBudget({ most, perAnswer }: { readonly most: number; readonly perAnswer: number }): Budget {
  let left = most
  return {
    spend() {
      if (left < 1) return false
      left -= 1
      return true
    },
    earn() {
      left = Math.min(most, left + perAnswer)
    },
  }
}

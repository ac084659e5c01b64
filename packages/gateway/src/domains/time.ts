/** Local rules about time that the operator may set. */
export interface TimeOptions {
  /** Opening hours for hour-based promises, for example `mon-fri 08:30-12:00 14:00-17:30`. */
  readonly opening: string
  /** Working days before the last day on which the light turns yellow. */
  readonly yellowWorkingDaysBefore: number
}

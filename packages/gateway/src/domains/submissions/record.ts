/** A submission as stored: parent value of the SDL type `Submission`. */
export interface SubmissionEntity {
  readonly id: string
}

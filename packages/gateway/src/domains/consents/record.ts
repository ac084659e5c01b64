/** A consent as stored: parent value of the SDL type `Consent`. */
export interface ConsentEntity {
  readonly id: string
}

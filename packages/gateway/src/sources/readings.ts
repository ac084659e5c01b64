/**
 * What a reading method of a port asks for and answers, so that answers can be shared, kept, merged and checked without knowing
 * the domain. Methods without one write, and are never shared, repeated by us or kept.
 */
export type Reading<Input = never, Reply = unknown> = BatchReading<Input, Reply> | WholeReading

interface Audience {
  /** Whom an answer is about. What is about a person is shared and kept only under {@link CallContext.sharing}. */
  readonly about: 'EVERYBODY' | 'PERSON'
  /** Whether somebody decides by it (consent, revocation, validity): then an earlier answer stands in only when the source's own policy says so. */
  readonly decides?: boolean
}

/** Rows by key: any part of the keys may be asked for, and what is not known is left out. */
export interface BatchReading<Input = never, Reply = unknown> extends Audience {
  readonly kind: 'BATCH'
  keysOf(input: Input): readonly string[]
  /** The same question for some of the keys. */
  only(input: Input, keys: readonly string[]): Input
  keyOf(row: Reply extends readonly (infer Row)[] ? Row : never): string
  /** Other keys that a row answers to. @default none */
  namesOf?(row: Reply extends readonly (infer Row)[] ? Row : never): readonly string[]
  /** Whether a row only says that its key is not known, for answers that have a row for every key. @default such keys are left out */
  isUnknown?(row: Reply extends readonly (infer Row)[] ? Row : never): boolean
  /** Whether a row that lost some of its fields to age still is one. @default no row may lose a field */
  isRow?(row: unknown): boolean
}

/** An answer that is one piece: a page, a file, one row or none. */
export interface WholeReading extends Audience {
  readonly kind: 'WHOLE'
  /**
   * Pages, of a list or of what changed since a mark: they go on where an earlier answer of the same source ended, so no other
   * source can take over. What changed since a mark cannot be told from an earlier answer at all.
   */
  readonly pages?: 'LIST' | 'CHANGES'
}

type InputOf<Method> = Method extends (input: infer Input, call: never) => Promise<unknown> ? Input : never
type ReplyOf<Method> = Method extends (input: never, call: never) => Promise<infer Reply> ? Reply : never

/** The readings of a port, by method. */
export type ReadingsOf<Port> = {
  readonly [Name in keyof Port]?: Reading<InputOf<NonNullable<Port[Name]>>, ReplyOf<NonNullable<Port[Name]>>>
}

/** A reading whose types are not known any more: the directory keeps ports by name. */
export type AnyReading = Reading<unknown, readonly unknown[]>

/** Readings of all ports, by port and method. */
export type AllReadings = Readonly<Record<string, Readonly<Record<string, AnyReading>>>>

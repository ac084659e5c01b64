import type { Source } from '../../sources/source.ts'

/** Parent value of the SDL type `Source`. */
export type SourceEntity = Source

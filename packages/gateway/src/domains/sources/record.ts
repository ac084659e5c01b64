import type { Source } from '../../sources/source.ts'

/** Parent value of the SDL type `Source`. */
export type SourceEntity = Pick<Source, 'id' | 'title' | 'owner' | 'covers' | 'ports'>

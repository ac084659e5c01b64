import type { Caller } from '../../access/caller.ts'
import type { ConsentRow } from './store.ts'

/** A consent exists for the client that asked for it and for those that pass on the citizen's answers; for nobody else. */
export const isVisible = (row: Pick<ConsentRow, 'client_id'>, caller: Caller): boolean =>
  caller.kind === 'client' && (row.client_id === caller.id || caller.scopes.has('consents:decide'))

/** Parent value behind the SDL interface `Node`: any entity, marked with its type's name. */
export interface NodeEntity {
  readonly __typename: string
}

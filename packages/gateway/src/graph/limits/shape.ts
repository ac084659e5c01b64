import {
  type ASTVisitor,
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql'

/**
 * Bounds on the shape of an operation, fragments expanded. Each stops a known attack: depth (cycles through `item.agency…`),
 * aliases (one cheap field a thousand times), directives (overloading the executor), fields (fragments that double).
 */
const shapeLimits = { depth: 16, aliases: 30, directives: 50, fields: 1_000 } as const

type Measure = Record<keyof typeof shapeLimits, number>
type Fragments = ReadonlyMap<string, FragmentDefinitionNode>

const nothing: Measure = { depth: 0, aliases: 0, directives: 0, fields: 0 }

const beside = (a: Measure, b: Measure): Measure => ({
  depth: Math.max(a.depth, b.depth),
  aliases: a.aliases + b.aliases,
  directives: a.directives + b.directives,
  fields: a.fields + b.fields,
})

/** Measures each fragment once, however often it is spread: the time is linear in the document. */
class Ruler {
  readonly #fragments: Fragments
  readonly #measured = new Map<string, Measure>()

  constructor(fragments: Fragments) {
    this.#fragments = fragments
  }

  set(selections: SelectionSetNode | undefined): Measure {
    return (selections?.selections ?? []).map((selection) => this.#selection(selection)).reduce(beside, nothing)
  }

  #selection(selection: SelectionNode): Measure {
    const own = { ...nothing, directives: selection.directives?.length ?? 0 }
    if (selection.kind === Kind.FRAGMENT_SPREAD) return beside(own, this.#fragment(selection.name.value))
    const below = this.set(selection.selectionSet)
    if (selection.kind === Kind.INLINE_FRAGMENT) return beside(own, below)
    return {
      depth: below.depth + 1,
      aliases: below.aliases + (selection.alias ? 1 : 0),
      directives: below.directives + own.directives,
      fields: below.fields + 1,
    }
  }

  #fragment(name: string): Measure {
    const known = this.#measured.get(name)
    if (known) return known
    this.#measured.set(name, nothing) // A cycle measures nothing here; another rule refuses it.
    const measure = this.set(this.#fragments.get(name)?.selectionSet)
    this.#measured.set(name, measure)
    return measure
  }
}

const fragmentsOf = (document: DocumentNode): Fragments =>
  new Map(document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])))

/** Validation rule that refuses operations beyond {@link shapeLimits}. */
export function limitShape(context: ValidationContext): ASTVisitor {
  const ruler = new Ruler(fragmentsOf(context.getDocument()))
  return {
    OperationDefinition(operation) {
      const measure = ruler.set(operation.selectionSet)
      for (const [name, limit] of Object.entries(shapeLimits)) {
        const found = measure[name as keyof Measure]
        if (found > limit) context.reportError(tooMuch(name, found, limit))
      }
      return false
    },
  }
}

const tooMuch = (what: string, found: number, limit: number): GraphQLError =>
  new GraphQLError(`${what}: ${found}, at most ${limit}`)

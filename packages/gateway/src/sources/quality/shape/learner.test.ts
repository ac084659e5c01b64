import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DriftSighting } from './drift.ts'
import { createLearner, type Learner } from './learner.ts'
import { observe } from './observe.ts'

const at = new Date('2026-03-02T01:00:00Z')
const sampled = (learner: Learner, replies: readonly unknown[]): DriftSighting[] =>
  replies.flatMap((reply) => learner.sample(observe(reply), at))
const named = (drifts: readonly DriftSighting[]) => drifts.map(({ kind, path, was, now }) => ({ kind, path, was, now }))
const times = <Value>(count: number, make: (index: number) => Value): Value[] =>
  Array.from({ length: count }, (_, i) => make(i))

const row = (index: number) => ({ code: `A-${index}`, fee: index, tel: '0575', open: true, note: '窗口' })
const page = (index: number) => ({ total: index, rows: [row(index), row(index + 1)] })
const withRows = (change: (one: ReturnType<typeof row>) => object) => (index: number) => ({
  ...page(index),
  rows: page(index).rows.map(change),
})

describe('the shape of replies', () => {
  it.each<[what: string, changed: (index: number) => object, expected: object]>([
    [
      'a new field',
      withRows((one) => ({ ...one, level: '市级' })),
      { kind: 'NEW_FIELD', path: 'rows[].level', was: '', now: '' },
    ],
    [
      'a field that is gone',
      withRows(({ tel, ...one }) => one),
      { kind: 'FIELD_GONE', path: 'rows[].tel', was: 'TEXT', now: '' },
    ],
    [
      'a field that says nothing any more',
      withRows((one) => ({ ...one, note: null })),
      { kind: 'ALWAYS_EMPTY', path: 'rows[].note', was: 'TEXT', now: '' },
    ],
    [
      'a field with different spellings of nothing',
      (index: number) => withRows((one) => (index % 2 ? { ...one, note: '' } : { ...one, note: 'null' }))(index),
      { kind: 'ALWAYS_EMPTY', path: 'rows[].note', was: 'TEXT', now: '' },
    ],
    [
      'text that became a number',
      withRows((one) => ({ ...one, tel: 575 })),
      { kind: 'TYPE_CHANGED', path: 'rows[].tel', was: 'TEXT', now: 'NUMBER' },
    ],
    [
      'a number that became text',
      withRows((one) => ({ ...one, fee: `${one.fee}` })),
      { kind: 'TYPE_CHANGED', path: 'rows[].fee', was: 'NUMBER', now: 'TEXT' },
    ],
    [
      'a value that became an object',
      withRows((one) => ({ ...one, tel: { area: '0575' } })),
      { kind: 'TYPE_CHANGED', path: 'rows[].tel', was: 'TEXT', now: 'OBJECT' },
    ],
    [
      'a list that became a single value',
      (index: number) => ({ total: index, rows: row(index) }),
      { kind: 'LIST_CHANGED', path: 'rows[]', was: 'LIST', now: 'SINGLE' },
    ],
    [
      'a single value that became a list',
      (index: number) => ({ ...page(index), total: [index] }),
      { kind: 'LIST_CHANGED', path: 'total[]', was: 'SINGLE', now: 'LIST' },
    ],
    ['an object that is gone', () => ({ total: 1 }), { kind: 'FIELD_GONE', path: 'rows[]', was: 'OBJECT', now: '' }],
  ])('drifts by %s', (_what, changed, expected) => {
    const learner = createLearner('approvals', 'items.page')
    expect(sampled(learner, times(60, page))).toEqual([])
    expect(named(sampled(learner, times(60, changed)))).toEqual([expected])
    const [sighting] = learner.sightings()
    expect(sighting).toMatchObject({ since: at, seen: 60 })
  })

  it('is known again after a restart, and sightings are counted on', () => {
    const first = createLearner('approvals', 'items.page')
    sampled(first, times(60, page))
    const kept = first.kept()
    expect(kept).toBeDefined()
    expect(first.kept()).toBeUndefined()
    const drifted = withRows((one) => ({ ...one, tel: 575 }))
    const second = createLearner('approvals', 'items.page', JSON.parse(JSON.stringify(kept)))
    const found = sampled(second, times(30, drifted))
    expect(named(found)).toEqual([{ kind: 'TYPE_CHANGED', path: 'rows[].tel', was: 'TEXT', now: 'NUMBER' }])
    const third = createLearner('approvals', 'items.page', second.kept(), found)
    expect(sampled(third, times(7, drifted))).toEqual([])
    expect(third.sightings()).toMatchObject([{ kind: 'TYPE_CHANGED', seen: 7 }])
  })

  it('does not drift when XML that always had one row has several, and the other way round', () => {
    const one = () => ({ rows: { code: 'A' } })
    const many = () => ({ rows: [{ code: 'A' }, { code: 'B' }] })
    const grown = createLearner('s', 'o')
    expect(sampled(grown, [...times(60, one), ...times(60, many)])).toEqual([])
    const shrunk = createLearner('s', 'o')
    expect(sampled(shrunk, [...times(60, many), ...times(60, one)])).toEqual([])
  })

  it('does not drift when one reply is odd', () => {
    const learner = createLearner('approvals', 'items.page')
    const odd = [
      { total: 'many' },
      { rows: [], total: null },
      null,
      { total: 1, rows: [{ code: 1, more: { deep: true } }] },
    ]
    expect(sampled(learner, [...times(60, page), ...odd, ...times(60, page)])).toEqual([])
  })

  it('holds names of fields and no values, nor numbers that somebody used as names', () => {
    const learner = createLearner('approvals', 'cases.byNumbers')
    const secret = '11010519491231002X'
    sampled(
      learner,
      times(60, () => ({ [secret]: { name: '欧阳小三', tel: '13900000000' }, [`K${secret}`]: 1, list: [secret] })),
    )
    const text = JSON.stringify(learner.kept())
    expect(text).toContain('"*.name"')
    for (const value of [secret, '欧阳', '139']) expect(text).not.toContain(value)
  })
})

/** A reply schema: how a field is filled, in which spellings it is empty, and what is below. */
interface FieldPlan {
  readonly filled: number
  readonly empty: readonly unknown[]
  readonly kinds: readonly ('text' | 'number' | 'boolean')[]
  readonly rows: number
}

const gone = Symbol('missing')
const fieldPlan: fc.Arbitrary<FieldPlan> = fc.record({
  filled: fc.constantFrom(0, 0.02, 0.3, 0.7, 0.95, 1, 1, 1),
  empty: fc.uniqueArray(fc.constantFrom<unknown>(gone, null, '', 'null', ' '), { minLength: 1 }),
  kinds: fc.uniqueArray(fc.constantFrom<'text' | 'number' | 'boolean'>('text', 'number', 'boolean'), { minLength: 1 }),
  rows: fc.constantFrom(0, 0, 1, 3),
})
const schema = fc.dictionary(fc.stringMatching(/^[a-z]{3,6}$/), fieldPlan, { minKeys: 2, maxKeys: 8 })

/** A repeatable stream of chances: the learner sees hundreds of replies, too many for fast-check to choose one by one. */
function chances(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return (state >>> 8) / 2 ** 24
  }
}

const pick = <Value>(from: readonly Value[], chance: number): Value | undefined =>
  from[Math.floor(chance * from.length)]
const sample = (kind: string | undefined) => (kind === 'number' ? 7 : kind === 'boolean' ? true : '有')

const recordOf = (
  plans: Readonly<Record<string, FieldPlan>>,
  chance: () => number,
  value: (kind?: string) => unknown,
) =>
  Object.fromEntries(
    Object.entries(plans).flatMap(([name, plan]) => {
      const given = chance() < plan.filled ? value(pick(plan.kinds, chance())) : pick(plan.empty, chance())
      return given === gone ? [] : [[name, given]]
    }),
  )

const replyOf = (plans: Readonly<Record<string, FieldPlan>>, chance: () => number) => ({
  ...recordOf(plans, chance, sample),
  rows: times(Math.floor(chance() * 4), () => recordOf(plans, chance, sample)),
})

/** As an XML reader gives it: all text, a list of one as a single value, an empty list as nothing. */
const xmlOf = (plans: Readonly<Record<string, FieldPlan>>, chance: () => number) => {
  const textual = Object.fromEntries(
    Object.entries(plans).map(([name, plan]) => [
      name,
      { ...plan, empty: plan.empty.map((one) => (one === null ? '' : one)) },
    ]),
  )
  const rows = times(Math.floor(chance() ** 4 * 4), () => recordOf(textual, chance, () => '有'))
  return {
    ...recordOf(textual, chance, () => '有'),
    ...(rows.length === 0 ? { rows: '' } : { rows: rows.length === 1 ? rows[0] : rows }),
  }
}

describe('replies of one schema', () => {
  it.each([
    ['JSON', replyOf],
    ['XML', xmlOf],
  ])('never drift, whatever they leave empty and in whatever spelling (%s)', (_format, make) => {
    const property = fc.property(schema, fc.integer(), (plans, seed) => {
      const chance = chances(seed)
      const learner = createLearner('s', 'o')
      expect(
        named(
          sampled(
            learner,
            times(600, () => make(plans, chance)),
          ),
        ),
      ).toEqual([])
    })
    fc.assert(property, { numRuns: 100 })
  })

  it('drift exactly where a change is put in, and by its name', () => {
    const changes = {
      NEW_FIELD: (one: object) => ({ ...one, steady: '有', added: 1 }),
      FIELD_GONE: (one: object) => one,
      ALWAYS_EMPTY: (one: object) => ({ ...one, steady: '' }),
      TYPE_CHANGED: (one: object) => ({ ...one, steady: 7 }),
      LIST_CHANGED: (one: object) => ({ ...one, steady: ['有', '有'] }),
    }
    const kinds = fc.constantFrom('NEW_FIELD', 'FIELD_GONE', 'ALWAYS_EMPTY', 'TYPE_CHANGED', 'LIST_CHANGED')
    const property = fc.property(schema, fc.integer(), kinds, (plans, seed, kind) => {
      const chance = chances(seed)
      const learner = createLearner('s', 'o')
      const reply = () => ({ ...replyOf(plans, chance), id: 1 })
      expect(
        sampled(
          learner,
          times(100, () => ({ ...reply(), steady: '有' })),
        ),
      ).toEqual([])
      const found = sampled(
        learner,
        times(60, () => changes[kind](reply())),
      )
      expect(found.map((drift) => [drift.kind, drift.path.replace('[]', '')])).toEqual([
        [kind, kind === 'NEW_FIELD' ? 'added' : 'steady'],
      ])
    })
    fc.assert(property, { numRuns: 100 })
  })
})

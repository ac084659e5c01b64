import { describe, expect, it } from 'vitest'
import { materialRecord } from '../items/record.ts'
import { isFetched, standInsOf } from './stand-ins.ts'

const material = (name: string, form: string, types: readonly string[]) =>
  materialRecord.parse({
    key: crypto.randomUUID(),
    name,
    necessity: 'REQUIRED',
    form,
    source: 'GOVERNMENT',
    satisfiedBy: types.map((certificateType) => ({ certificateType })),
  })

describe('isFetched', () => {
  it.each([
    ['FETCHED', [], true],
    ['FETCHED', ['a'], true],
    ['FETCHED_OR_UPLOADED', [], true],
    ['FETCHED_OR_UPLOADED', ['a'], false],
    ['SCAN', [], false],
    ['SCAN', ['a'], false],
  ])('%s with the stand-ins %j: %j', (form, types, expected) => {
    expect(isFetched(material('身份证', form, types))).toBe(expected)
  })
})

describe('standInsOf', () => {
  const table: readonly [string, readonly (readonly [string, readonly string[]])[], readonly (readonly string[])[]][] =
    [
      [
        'different types',
        [
          ['身份证', ['id']],
          ['房产证', ['deed']],
        ],
        [['id'], ['deed']],
      ],
      [
        'one type for two persons',
        [
          ['申请人身份证', ['id']],
          ['共有人身份证', ['id']],
        ],
        [['id'], []],
      ],
      [
        'another type that is left',
        [
          ['申请人身份证', ['id']],
          ['代理人证件', ['id', 'proxy']],
        ],
        [['id'], ['proxy']],
      ],
      [
        'one paper asked for twice',
        [
          ['结婚证', ['m']],
          ['结婚证', ['m']],
        ],
        [['m'], ['m']],
      ],
      ['a type named twice', [['身份证', ['id', 'id']]], [['id']]],
    ]
  it.each(table)('%s', (_, rows, expected) => {
    const asked = rows.map(([name, types]) => material(name, 'FETCHED_OR_UPLOADED', types))
    expect(asked.map(standInsOf(asked))).toEqual(expected)
  })
})

import { beforeAll, expect, it } from 'vitest'
import type { Store } from '../../store/store.ts'
import { describeOnEachStore } from '../../store/testing.ts'
import { certificateMigrations } from './schema.ts'
import { identityType } from './testing.ts'
import { typeNames } from './type-names.ts'

describeOnEachStore('names of certificate types', (open) => {
  let store: Store
  beforeAll(async () => {
    store = await open({ migrations: certificateMigrations })
  })

  it('are the published ones, else those a platform gave, also after a restart', async () => {
    const own = '12100000000018032A777'
    const names = typeNames(store)
    expect([names.nameOf(own), names.nameOf(identityType)]).toEqual([null, '居民身份证'])
    await names.learn([
      { typeCode: own, name: '居住证' },
      { typeCode: identityType, name: '别的名字' },
    ])
    const later = typeNames(store)
    await later.load()
    expect([later.nameOf(own), later.nameOf(identityType)]).toEqual(['居住证', '居民身份证'])
  })
})

import {
  type Call,
  createTongban,
  type Item,
  type ItemSummary,
  type ListCall,
  type Page,
  type Price,
  type Submission,
  type TongbanErrorCode,
} from '@tongban/sdk'
import { expectTypeOf, it } from 'vitest'

const tongban = createTongban({ endpoint: 'https://gov.example.cn/graphql' })

it('calls give what their operation selects', () => {
  expectTypeOf(tongban.items.get).returns.toEqualTypeOf<Call<Item>>()
  expectTypeOf(tongban.items.search).returns.toEqualTypeOf<ListCall<ItemSummary>>()
  expectTypeOf(tongban.submissions.submit).returns.toEqualTypeOf<Call<Submission>>()
  expectTypeOf<Awaited<ListCall<ItemSummary>>>().toEqualTypeOf<Page<ItemSummary>>()
  expectTypeOf<Awaited<ReturnType<typeof tongban.items.byCodes>>>().toEqualTypeOf<readonly (ItemSummary | null)[]>()
})

it('a price is told apart by its kind', () => {
  const show = (price: Price): string | null => {
    if (price.__typename === 'Money') return `${price.value} ${price.currency}`
    if (price.__typename === 'UnitPrice') return `${price.amount.value} / ${price.per}`
    return price.__typename === 'Rate' ? price.percent : price.raw
  }
  expectTypeOf(show).returns.toEqualTypeOf<string | null>()
})

it('a code is one we know or any text', () => {
  expectTypeOf<'TB_NETWORK'>().toExtend<TongbanErrorCode>()
  expectTypeOf<string>().toExtend<TongbanErrorCode>()
})

import type { PageInfoFieldsFragment } from '../generated/types.ts'

/** Where a page stands in its list. */
export type PageInfo = PageInfoFieldsFragment

/** How a page goes on. */
export interface PageSource<Item> {
  /** Gets the page after a cursor. */
  readonly after: (cursor: string) => PromiseLike<Page<Item>>
  /** How many items iteration gives at most. */
  readonly limit: number
}

/** What a page holds. */
export interface PageContent<Item> {
  readonly items: readonly Item[]
  readonly pageInfo: PageInfo
  readonly totalCount?: number | undefined
}

/**
 * A page of a list. Iterating it gives its items and those of all pages after it, which are fetched when they are needed.
 *
 * @example
 * for await (const notice of await tongban.notices.search({ text: '道路' }, { limit: 100 })) print(notice.title)
 */
export class Page<Item> implements AsyncIterable<Item> {
  readonly items: readonly Item[]
  readonly pageInfo: PageInfo
  /** How many items match in all; only where the gateway counts them. */
  readonly totalCount: number | undefined
  readonly #source: PageSource<Item>

  constructor({ items, pageInfo, totalCount }: PageContent<Item>, source: PageSource<Item>) {
    this.items = items
    this.pageInfo = pageInfo
    this.totalCount = totalCount
    this.#source = source
  }

  /** The next page, or `undefined` after the last. */
  async next(): Promise<Page<Item> | undefined> {
    const { hasNextPage, endCursor } = this.pageInfo
    return hasNextPage && endCursor !== null ? this.#source.after(endCursor) : undefined
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    let left = this.#source.limit
    for (let page: Page<Item> | undefined = this; page !== undefined; page = await page.next()) {
      for (const item of page.items) {
        if (left-- <= 0) return
        yield item
      }
      if (left <= 0) return
    }
  }
}

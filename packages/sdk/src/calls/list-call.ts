import { Call } from './call.ts'
import type { Page } from './page.ts'

/**
 * A call for a list. `await` it for its first page, or iterate it for all items of all pages.
 *
 * @example
 * for await (const item of tongban.items.search({ text: '居住证' }, { limit: 50 })) print(item.name)
 */
export class ListCall<Item> extends Call<Page<Item>> implements AsyncIterable<Item> {
  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    yield* await this
  }
}
